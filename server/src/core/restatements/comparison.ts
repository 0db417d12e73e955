import type { Codebook } from '../codebook/codebook.ts';
import type { Span } from '../text.ts';
import { leastCommon, likenessOf, type Part, wholeOf } from './likeness.ts';
import { nameOthers } from './names.ts';
import { fromOf, type Passage, toOf } from './passage.ts';
import { setOtherRates } from './rates.ts';
import { takesStand } from './stand.ts';

/** How a sentence says again what an earlier passage says. */
export interface SaidAgain {
  /** The part of the sentence that is like the passage: all of it, or a run of words in a long one. */
  readonly part: Span;
  /** The share of the passage's words that stand in it, 0 to 1. */
  readonly share: number;
}

/**
 * How a sentence says again what an earlier passage says, as their words tell, whoever says it and when;
 * undefined where it does not. `weight` is that of the earlier passage's words, and `now` gives the sentence
 * as a passage.
 */
export function saidAgain(
  sentence: string,
  earlier: Passage,
  weight: number,
  codebook: Codebook,
  now: () => Passage,
): SaidAgain | undefined {
  const found = wordForWord(sentence, earlier, weight) ?? inOtherWords(earlier, now());
  if (!found || !takesStand(sentence, found.part, codebook)) return undefined;
  const { from, to } = found.part;
  return setOtherRates(earlier.text, sentence.slice(from, to)) ? undefined : found;
}

/** The place where a text has all words of a wording as they are. */
function wordForWord(text: string, { text: words }: Passage, weight: number) {
  const from = weight >= leastCommon ? text.indexOf(words) : -1;
  return from < 0 ? undefined : { part: { from, to: from + words.length }, share: 1 };
}

function inOtherWords(old: Passage, now: Passage) {
  const { enough, part, share } = likenessOf(old, now);
  return enough && !nameOthers(wholeOf(old), part) ? { part: spanOf(part), share } : undefined;
}

const spanOf = ({ of, first, end }: Part): Span => ({
  from: first < end ? fromOf(of, first) : 0,
  to: first < end ? toOf(of, end - 1) : 0,
});
