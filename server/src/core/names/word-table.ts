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

/** Ranges by the hash of their words. */
export interface WordTable {
  /** A bit for each hash, to rule out most words of a text at little cost. */
  readonly filter: Uint8Array;
  /** Open addressing; four numbers a slot, so that a look costs one line of memory. See `slotHash` and so on. */
  readonly slots: Int32Array;
}

const slotHash = 0;
export const slotLow = 1;
/** 0 where the slot is empty. */
export const slotHigh = 2;
export const slotNow = 3;
/** In the same number as `slotNow`, shifted by this. */
export const pairsShift = 4;

/** The hash of a word of folded units; `findNames` makes the same while it reads. */
export function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = ((hash << 5) - hash + word.charCodeAt(at)) | 0;
  return hash;
}

/** The hash of two words with one unit between them. */
export const paired = (first: number, unit: number, second: number): number =>
  Math.imul((first + unit) ^ (second >>> 7) ^ (second << 9), 0x9e3779b1);

const mixed = (hash: number): number => hash ^ (hash >>> 15);

/** A table of ranges. Of `all` spellings every one is followed where two hashes happen to be equal. */
export function wordTable(ranges: Iterable<WordRange>, all: number): WordTable {
  const byHash = new Map<number, WordRange>();
  for (const range of ranges) {
    const { hash } = range;
    const whole = { hash, low: 0, high: all, now: afterAny, pairs: 0 };
    byHash.set(hash, byHash.has(hash) ? whole : range);
  }
  let size = 64;
  while (size < byHash.size * 2) size *= 2;
  const filter = new Uint8Array(size);
  const slots = new Int32Array(size * 4);
  for (const { hash, low, high, now, pairs } of byHash.values()) {
    const place = mixed(hash);
    const byte = (place >>> 3) & (size - 1);
    filter[byte] = (filter[byte] as number) | (1 << (place & 7));
    let slot = (place & (size - 1)) * 4;
    while (slots[slot + slotHigh] !== 0) slot = (slot + 4) & (slots.length - 1);
    slots[slot + slotHash] = hash;
    slots[slot + slotLow] = low;
    slots[slot + slotHigh] = high;
    slots[slot + slotNow] = now | (pairs << pairsShift);
  }
  return { filter, slots };
}

/** Where the slot of a hash begins, or -1. */
export function slotOf({ filter, slots }: WordTable, hash: number): number {
  const place = mixed(hash);
  const byte = filter[(place >>> 3) & (filter.length - 1)] as number;
  if ((byte & (1 << (place & 7))) === 0) return -1;
  let slot = (place & (filter.length - 1)) * 4;
  while (slots[slot + slotHigh] !== 0) {
    if (slots[slot + slotHash] === hash) return slot;
    slot = (slot + 4) & (slots.length - 1);
  }
  return -1;
}
