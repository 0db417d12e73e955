import type { Runs } from './runs.ts';

/** A bit for each term that counts as much, of 32: a bit that is not there rules its terms out. */
export function bitsOf({ words, terms, weights }: Runs, least: number): number {
  let bits = 0;
  for (let i = 0; i < words; i++) {
    if ((weights[i] as number) >= least)
      bits |= 1 << (Math.imul(terms[i] as number, golden) >>> 27);
  }
  return bits;
}

/** How many bits of 32 are set. */
export function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Spreads numbers that lie side by side: 2 to the power of 32 by the golden ratio. */
const golden = 0x9e3779b1;
