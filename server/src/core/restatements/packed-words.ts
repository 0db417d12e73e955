import { hashedOn } from '../snapshot/name-table.ts';
import { type Known, wordAt } from './vocabulary.ts';

// Most words are short and of ASCII. Two numbers tell such a word, so that what is known of it is found without
// reading its letters again, and all of it stands at one place.

/** So many letters a word has at most that two numbers tell: five of six bits in each. */
export const mostPacked = 10;
export const halfPacked = 5;

/** What six bits say for a letter or digit of ASCII, by its UTF-16 unit; 0 for all others. */
export const sixBits = new Uint8Array(1 << 16);
const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
for (const [i, sign] of [...signs].entries()) sixBits[sign.charCodeAt(0)] = i + 1;

/** What a word counts is kept in twentieths. */
export const twentieths = 20;

const placeBits = 15;
const lastPlace = (1 << placeBits) - 1;
/** More words than these are those of texts that are made up: all are forgotten then. */
const most = 1 << (placeBits - 1);
let count = 0;

/** Of each word four numbers: the two that tell it, its term, and what it counts. A taken place leads to the next. */
export const packedWords = new Int32Array(4 << placeBits);

/** Where the numbers of the word `text[from, to)` stand in `packedWords`; `low` and `high` are made of its `sixBits`. */
export function packedWord(
  low: number,
  high: number,
  text: string,
  from: number,
  to: number,
): number {
  const hash = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
  let place = (hash ^ (hash >>> placeBits)) & lastPlace;
  for (;;) {
    const at = 4 * place;
    if (packedWords[at] === low && packedWords[at + 1] === high) return at;
    if (!packedWords[at]) break;
    place = (place + 1) & lastPlace;
  }
  if (count === most) {
    packedWords.fill(0);
    count = 0;
    return packedWord(low, high, text, from, to);
  }
  count++;
  const { term, weight } = longWord(text, from, to);
  packedWords.set([low, high, term, Math.round(twentieths * weight)], 4 * place);
  return 4 * place;
}

/** What is known of a word that two numbers do not tell. */
export function longWord(text: string, from: number, to: number): Known {
  let hash = 0;
  for (let at = from; at < to; at++) hash = hashedOn(hash, text.charCodeAt(at));
  return wordAt(text, from, to, hash);
}
