import { matchesOf } from '../matches.ts';
import type { Span } from '../text.ts';
import { sentencesOf } from '../verbs/sentences.ts';

/**
 * Where an undertaking ends although the sentence goes on, as in resolutions, which are one sentence from
 * beginning to end: after a semicolon, and after a comma or colon at a line's end where the next line
 * begins a new clause of the list ("Recalling …", "3. Calls upon …", "(b) …").
 */
const seam = /[;；]\s*|[,:]\s*[\r\n]\s*(?=\p{Lu}\p{L}+ing\b|\d+\.\s|\([a-z]+\)\s)/gu;

/** What every seam has; most sentences do not, and this takes less to see. */
const seamSign = /[;；]|[,:]\s*[\r\n]/;

/** The sentences of a stretch of a text, and of long lists the clauses, in order, without blanks around them. */
export function clausesOf(text: string, span: Span): readonly Span[] {
  const sentences = sentencesOf(text, span);
  return seamSign.test(text.slice(span.from, span.to))
    ? sentences.flatMap((sentence) => partsOf(text, sentence))
    : sentences;
}

function partsOf(text: string, sentence: Span): Span[] {
  const clauses: Span[] = [];
  let { from } = sentence;
  for (const { 0: sign, index } of matchesOf(seam, text.slice(sentence.from, sentence.to))) {
    const at = sentence.from + index;
    // What ends with the sign is the last clause, and the sign belongs to it.
    if (at + 1 >= sentence.to) break;
    if (at > from) clauses.push({ from, to: at + 1 });
    from = at + sign.length;
  }
  if (from < sentence.to) clauses.push({ from, to: sentence.to });
  return clauses;
}
