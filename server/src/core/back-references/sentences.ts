import { matchesOf } from '../matches.ts';
import type { Span } from '../text.ts';
import { sentencesOf } from '../verbs/sentences.ts';

/**
 * The sentences of a text. A resolution is one sentence from its first word to its last, so its
 * paragraphs count, which end with a comma or a semicolon at a line's end.
 */
export function* statementsOf(text: string): Generator<Span> {
  for (const sentence of sentencesOf(text, { from: 0, to: text.length })) {
    let { from } = sentence;
    for (const { index, 0: seam } of matchesOf(paragraphSeam, text.slice(from, sentence.to))) {
      const to = sentence.from + index + 1;
      yield { from, to };
      from = sentence.from + index + seam.length;
    }
    yield { from, to: sentence.to };
  }
}

const paragraphSeam =
  /(?:;[ \t]*(?:and|or)?[ \t]*|,[ \t]*)(?:\r\n?|\n)\s*(?=(?:\d{1,2}\.|\([a-z]\))?\s*\p{Lu}\p{Ll}+)/gu;
