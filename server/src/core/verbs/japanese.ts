import type { Hit } from './english.ts';
import type { Lexicon } from './lexicon.ts';

export const isJapanese = (sentence: string): boolean => /[\u3040-\u30ff]/.test(sentence);

/** The Japanese verbs of the ladders in a sentence, in order; at one place the longest form. */
export function japaneseHits(sentence: string, { japanese }: Lexicon): Hit[] {
  const hits: Hit[] = [];
  for (let pos = 0; pos < sentence.length; pos++) {
    const forms = japanese.get(sentence.charAt(pos));
    const found = forms?.find(([form]) => sentence.startsWith(form, pos));
    if (found === undefined) continue;
    const [form, lexeme] = found;
    const to = pos + form.replace(/、$/, '').length;
    hits.push({ lexeme, from: pos, to, first: -1, last: -1, weak: false, noun: false });
    pos = to - 1;
  }
  return hits;
}
