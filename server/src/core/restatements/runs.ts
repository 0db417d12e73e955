import { termOf } from './words.ts';

/** A word of any text: a number that equal terms share, and how much it counts. */
interface Known {
  readonly number: number;
  readonly weight: number;
}

// Words of texts are many and repeat; their terms are worked out once.
const known = new Map<string, Known>();
const numbers = new Map<string, number>();
const mostKnown = 200_000;

function knownWord(word: string): Known {
  const found = known.get(word);
  if (found) return found;
  if (known.size >= mostKnown) known.clear();
  const { key, weight } = termOf(word);
  const made = { number: numberOf(key), weight };
  known.set(word, made);
  return made;
}

function numberOf(key: string): number {
  let number = numbers.get(key);
  if (number === undefined) {
    number = numbers.size + 1;
    numbers.set(key, number);
  }
  return number;
}

/** What a reader of runs is told. A run is two words that count with what only joins left out between them. */
export interface RunReader {
  /** A word that counts, by a number that equal ones share. */
  readonly word: (term: number, weight: number) => void;
  /** Two words, the weight being their mean; not told where both are light, for those stand everywhere. */
  readonly run: (run: number, weight: number) => void;
}

/**
 * Tells the words and runs of a stretch of a text, in order. In scripts without spaces two characters are
 * both a word and a run. One loop on purpose: it reads every character of a collection.
 */
export function readRuns(text: string, from: number, to: number, reader: RunReader): void {
  let last = 0;
  let lastWeight = 0;
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) {
      const start = at++;
      while (at < to && (isLetter(text.charCodeAt(at)) || isInside(text, at, to))) at++;
      const { number, weight } = knownWord(text.slice(start, at));
      if (!weight) continue;
      reader.word(number, weight);
      const mean = (weight + lastWeight) / 2;
      if (last && mean > lightest) reader.run(Math.imul(last, 0x9e3779b1) ^ (number << 1), mean);
      last = number;
      lastWeight = weight;
    } else if (isUnspaced(code)) {
      const next = at + 1 < to ? text.charCodeAt(at + 1) : 0;
      if (isUnspaced(next) && !(isKana(code) && isKana(next))) {
        const weight = isKana(code) || isKana(next) ? mixed : telling;
        const pair = numberOf(text.slice(at, at + 2));
        reader.word(pair, weight);
        reader.run((pair << 1) | 1, telling);
      }
      last = 0;
      at++;
    } else at++;
  }
}

const lightest = 0.25;
/** Two characters of which both, or one, carry a meaning of their own. */
export const telling = 0.5;
export const mixed = 0.2;

const isUnspaced = (code: number): boolean =>
  (code >= 0x3041 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff) || code === 0x3005;

const isKana = (code: number): boolean => code >= 0x3041 && code <= 0x309f;

const isLetter = (code: number): boolean =>
  code < 128
    ? (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58)
    : code >= 0xc0 && code < 0x2000;

/** A dot or an apostrophe between two letters: `U.S`, `Council's`. */
function isInside(text: string, at: number, to: number): boolean {
  const code = text.charCodeAt(at);
  const joins = code === 46 || code === 39 || code === 0x2019;
  return joins && at + 1 < to && isLetter(text.charCodeAt(at + 1));
}
