import { nameTable, noPrefix } from '../snapshot/name-table.ts';
import { wordsOnce } from '../words-once.ts';
import { isFigure, isSpeaking, termOf } from './words.ts';

/** What is to be known of a word for comparing. */
export interface Known {
  /** The number that all words share which are the same for comparing; it holds for ever. */
  readonly term: number;
  /** How much it counts, 0 to 1. */
  readonly weight: number;
  /** Written with a capital that makes a name of it, where no sentence begins. */
  readonly capital: boolean;
  /** A light word of speaking. */
  readonly speaking: boolean;
}

const terms = nameTable();

/** The number of a term by its key. */
export const termNumber = (key: string): number => terms.enter(noPrefix, key, 0, key.length);

/** The number of the term whose key is `text[from, to)`. */
export const termAt = (text: string, from: number, to: number): number =>
  terms.enter(noPrefix, text, from, to);

/** The key of a term. */
export const keyOfTerm = (term: number): string => terms.nameOf(term);

/** What is known of the word `text[from, to)`; `hash` is what `hashedOn` makes of it. */
export const wordAt = wordsOnce((word): Known => {
  const term = termOf(word);
  const { key, weight } = term;
  const capital = weight > 0 && /^\p{Lu}/u.test(word) && !isFigure(word);
  return { term: termNumber(key), weight, capital, speaking: isSpeaking(term) };
});
