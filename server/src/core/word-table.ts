/**
 * What may follow the first word of a spelling, as bits: where one of them is set in `now`, a name is
 * to be followed at once; in `pairs`, a second word comes after that sign and tells more.
 */
export const afterSpace = 1;
export const afterHyphen = 2;
export const afterDot = 4;
export const afterOther = 8;
export const afterAny = 15;

/** The bit of a folded unit. */
export const afterUnit = (unit: number): number =>
  unit === 32 ? afterSpace : unit === 45 ? afterHyphen : unit === 46 ? afterDot : afterOther;

/** The spellings that begin with a word, or with two and what stands between, as places in the sorted list. */
export interface WordRange {
  readonly hash: number;
  low: number;
  high: number;
  now: number;
  pairs: number;
}

/** Ranges by the hash of their words, in open addressing: a slot with `highs` 0 is empty. */
export interface WordTable {
  /** A bit for the hash of each first word, to rule out most words of a text at little cost. */
  readonly filter: Uint8Array;
  readonly hashes: Int32Array;
  readonly lows: Int32Array;
  readonly highs: Int32Array;
  readonly now: Uint8Array;
  readonly pairs: Uint8Array;
}

/** The hash of a word of folded units; `findNames` makes the same while it reads. */
export function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = ((hash << 5) - hash + word.charCodeAt(at)) | 0;
  return hash;
}

/** The hash of two words with one unit between them. */
export const paired = (first: number, unit: number, second: number): number =>
  Math.imul((first + unit) ^ (second >>> 7) ^ (second << 9), 0x9e3779b1);

const placeOf = (hash: number, size: number): number => (hash ^ (hash >>> 15)) & (size - 1);

/** A table of ranges. Of `all` spellings every one is followed where two hashes happen to be equal. */
export function wordTable(
  firsts: readonly WordRange[],
  pairs: readonly WordRange[],
  all: number,
): WordTable {
  const byHash = new Map<number, WordRange>();
  for (const range of [...firsts, ...pairs]) {
    const { hash } = range;
    const whole = { hash, low: 0, high: all, now: afterAny, pairs: 0 };
    byHash.set(hash, byHash.has(hash) ? whole : range);
  }
  let size = 64;
  while (size < byHash.size * 4) size *= 2;
  const table: WordTable = {
    filter: filterOf(firsts),
    hashes: new Int32Array(size),
    lows: new Int32Array(size),
    highs: new Int32Array(size),
    now: new Uint8Array(size),
    pairs: new Uint8Array(size),
  };
  for (const { hash, low, high, now, pairs } of byHash.values()) {
    let slot = placeOf(hash, size);
    while (table.highs[slot] !== 0) slot = (slot + 1) & (size - 1);
    table.hashes[slot] = hash;
    table.lows[slot] = low;
    table.highs[slot] = high;
    table.now[slot] = now;
    table.pairs[slot] = pairs;
  }
  return table;
}

function filterOf(firsts: readonly WordRange[]): Uint8Array {
  let size = 64;
  while (size < firsts.length * 3) size *= 2;
  const filter = new Uint8Array(size);
  for (const { hash } of firsts) {
    const place = hash ^ (hash >>> 15);
    filter[(place >>> 3) & (size - 1)] =
      (filter[(place >>> 3) & (size - 1)] as number) | (1 << (place & 7));
  }
  return filter;
}

/** The slot of a hash, or -1. */
export function slotOf({ hashes, highs }: WordTable, hash: number): number {
  const last = hashes.length - 1;
  let slot = placeOf(hash, hashes.length);
  while (highs[slot] !== 0) {
    if (hashes[slot] === hash) return slot;
    slot = (slot + 1) & last;
  }
  return -1;
}
