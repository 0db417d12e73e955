import { longer } from '../numbers.ts';
import {
  halfPacked,
  longWord,
  mostPacked,
  packedWord,
  packedWords,
  sixBits,
  twentieths,
} from './packed-words.ts';
import { termAt } from './vocabulary.ts';

/**
 * The words of a stretch of a text that count, and its runs: two of them, one after the other, with what only joins
 * left out between them. In order, by the numbers of their terms.
 */
export interface Runs {
  words: number;
  terms: Int32Array;
  weights: Float64Array;
  runs: number;
  firsts: Int32Array;
  /** `alone` where two characters are a run by themselves. */
  seconds: Int32Array;
  /** The mean of both weights. Runs of two light words are left out, for those stand everywhere. */
  strengths: Float64Array;
}

/** In place of the second term of a run. */
export const alone = -1;

/** Two characters of which both, or one, carry a meaning of their own. */
export const telling = 0.5;
export const mixed = 0.2;

const lightest = 0.25;

/** For reading one stretch after the other. */
export const emptyRuns = (): Runs => ({
  ...{ words: 0, terms: new Int32Array(256), weights: new Float64Array(256), runs: 0 },
  ...{ firsts: new Int32Array(256), seconds: new Int32Array(256) },
  strengths: new Float64Array(256),
});

/**
 * Reads the words and runs of a stretch of a text. In scripts without spaces two characters are both a word
 * and a run. One loop on purpose: it reads every character of a collection.
 */
export function readRuns(text: string, from: number, to: number, into: Runs): void {
  let { terms, weights, firsts, seconds, strengths } = into;
  let words = 0;
  let runs = 0;
  let last = alone;
  let lastWeight = 0;
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (words === terms.length) {
      lengthen(into);
      ({ terms, weights, firsts, seconds, strengths } = into);
    }
    const kind = kinds[code];
    if (kind === letter) {
      const start = at;
      let low = 0;
      let high = 0;
      let isOdd = false;
      let next = code;
      for (;;) {
        const six = sixBits[next] as number;
        if (!six) isOdd = true;
        if (at - start < halfPacked) low = (low << 6) | six;
        else high = (high << 6) | six;
        if (++at === to) break;
        next = text.charCodeAt(at);
        if (kinds[next] === letter) continue;
        if (kinds[next] !== joining || at + 1 === to) break;
        if (kinds[text.charCodeAt(at + 1)] !== letter) break;
      }
      let term: number;
      let weight: number;
      if (isOdd || at - start > mostPacked) {
        const known = longWord(text, start, at);
        term = known.term;
        weight = known.weight;
      } else {
        const word = packedWord(low, high, text, start, at);
        term = packedWords[word + 2] as number;
        weight = (packedWords[word + 3] as number) / twentieths;
      }
      if (!weight) continue;
      terms[words] = term;
      weights[words++] = weight;
      const mean = (weight + lastWeight) / 2;
      if (last !== alone && mean > lightest) {
        firsts[runs] = last;
        seconds[runs] = term;
        strengths[runs++] = mean;
      }
      last = term;
      lastWeight = weight;
    } else if (kind === unspaced) {
      const next = at + 1 < to ? text.charCodeAt(at + 1) : 0;
      if (kinds[next] === unspaced && !(isKana(code) && isKana(next))) {
        const pair = termAt(text, at, at + 2);
        terms[words] = pair;
        weights[words++] = isKana(code) || isKana(next) ? mixed : telling;
        firsts[runs] = pair;
        seconds[runs] = alone;
        strengths[runs++] = telling;
      }
      last = alone;
      at++;
    } else at++;
  }
  into.words = words;
  into.runs = runs;
}

function lengthen(runs: Runs): void {
  const { terms, weights, firsts, seconds, strengths } = runs;
  runs.terms = longer(terms);
  runs.weights = longer(weights);
  runs.firsts = longer(firsts);
  runs.seconds = longer(seconds);
  runs.strengths = longer(strengths);
}

const isKana = (code: number): boolean => code >= 0x3041 && code <= 0x309f;

/** What a UTF-16 unit is; 0 for what stands between words. */
const kinds = new Uint8Array(1 << 16);
const letter = 1;
/** A dot or an apostrophe, as between two letters: `U.S`, `Council's`. */
const joining = 2;
const unspaced = 3;
for (const [from, to, kind] of [
  ...[[0x30, 0x39, letter] as const, [0x41, 0x5a, letter] as const, [0x61, 0x7a, letter] as const],
  [0xc0, 0x1fff, letter] as const,
  ...[0x2e, 0x27, 0x2019].map((code) => [code, code, joining] as const),
  ...[[0x3041, 0x30ff, unspaced] as const, [0x3400, 0x9fff, unspaced] as const],
  [0x3005, 0x3005, unspaced] as const,
]) {
  kinds.fill(kind, from, to + 1);
}
