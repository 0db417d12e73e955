import { termOf } from './words.ts';

/** A word of any text, ready to be joined to runs. */
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
  let number = numbers.get(key);
  if (number === undefined) {
    number = numbers.size + 1;
    numbers.set(key, number);
  }
  const made = { number, weight };
  known.set(word, made);
  return made;
}

/** A run: two words that count, one after the other, with what only joins left out between them. */
export type Visit = (run: number, weight: number) => void;

/**
 * Gives the runs of a stretch of a text to `visit`: a number that equal runs share, and the weight of the
 * run, that of its two words on average. In scripts without spaces a run is two characters. Light runs,
 * of nothing but words of speaking, are left out: they stand everywhere. One loop on purpose: it reads
 * every character of a collection.
 */
export function visitRuns(text: string, from: number, to: number, visit: Visit): void {
  let last = 0;
  let lastWeight = 0;
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (isUnspaced(code)) {
      const next = text.charCodeAt(at + 1);
      if (at + 1 < to && isUnspaced(next) && !(isKana(code) && isKana(next))) {
        visit((Math.imul(code, 65599) + next) | 1, 0.5);
      }
      last = 0;
      at++;
      continue;
    }
    if (!isLetter(code)) {
      at++;
      continue;
    }
    const start = at++;
    while (at < to && (isLetter(text.charCodeAt(at)) || isInside(text, at, to))) at++;
    const { number, weight } = knownWord(text.slice(start, at));
    if (!weight) continue;
    if (last) {
      const mean = (weight + lastWeight) / 2;
      if (mean > lightest) visit(Math.imul(last, 0x9e3779b1) ^ (number << 1), mean);
    }
    last = number;
    lastWeight = weight;
  }
}

const lightest = 0.25;

const isUnspaced = (code: number): boolean =>
  code >= 0x3005 &&
  ((code >= 0x3041 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff) || code === 0x3005);

const isKana = (code: number): boolean => code >= 0x3041 && code <= 0x309f;

const isLetter = (code: number): boolean =>
  code < 128
    ? (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58)
    : code >= 0xc0 && code < 0x2000;

/** A dot or an apostrophe between two letters: `U.S`, `Council's`. */
function isInside(text: string, at: number, to: number): boolean {
  const code = text.charCodeAt(at);
  return (
    (code === 46 || code === 39 || code === 0x2019) &&
    at + 1 < to &&
    isLetter(text.charCodeAt(at + 1))
  );
}
