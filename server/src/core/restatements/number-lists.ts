import { longer } from '../numbers.ts';

/**
 * Many lists of numbers in one array, for lists that are mostly short. A list has room for a power of two,
 * and moves when it outgrows it; room that is free again is given to the next one that needs as much.
 */
export interface NumberLists {
  /** Where the numbers of all lists stand; another array once a list has grown. */
  readonly all: () => Int32Array;
  /** Where a list begins in `all`, and how long it is. */
  readonly startOf: (list: number) => number;
  readonly lengthOf: (list: number) => number;
  /** The place of a number in a list, or -1. */
  readonly placeOf: (list: number, number: number) => number;
  /** Puts a number at a place of a list. */
  readonly insert: (list: number, at: number, number: number) => void;
  /** Takes out what stands at a place of a list. */
  readonly remove: (list: number, at: number) => void;
  /** Makes a list empty. */
  readonly clear: (list: number) => void;
}

export function numberLists(): NumberLists {
  let all = new Int32Array(1 << 8);
  let end = 0;
  let starts = new Int32Array(1 << 6);
  let lengths = new Int32Array(1 << 6);
  /** Where there is free room for two to the power of the index. */
  const free: number[][] = [];

  function room(power: number): number {
    const known = free[power]?.pop();
    if (known !== undefined) return known;
    const start = end;
    end += 2 ** power;
    while (end > all.length) all = longer(all);
    return start;
  }

  function give(start: number, power: number): void {
    const same = free[power] ?? [];
    free[power] = same;
    same.push(start);
  }

  function placeOf(list: number, number: number): number {
    const start = starts[list] ?? 0;
    const length = lengths[list] ?? 0;
    for (let at = 0; at < length; at++) if (all[start + at] === number) return at;
    return -1;
  }

  function insert(list: number, at: number, number: number): void {
    while (list >= starts.length) {
      starts = longer(starts);
      lengths = longer(lengths);
    }
    const length = lengths[list] as number;
    if (length === 0) starts[list] = room(0);
    else if (isPowerOfTwo(length)) {
      const old = starts[list] as number;
      const start = room(powerOf(length) + 1);
      all.copyWithin(start, old, old + length);
      give(old, powerOf(length));
      starts[list] = start;
    }
    const place = (starts[list] as number) + at;
    all.copyWithin(place + 1, place, (starts[list] as number) + length);
    all[place] = number;
    lengths[list] = length + 1;
  }

  function remove(list: number, at: number): void {
    const start = starts[list] as number;
    const length = (lengths[list] as number) - 1;
    all.copyWithin(start + at, start + at + 1, start + length + 1);
    lengths[list] = length;
    // The rest has room in the first half.
    if (length === 0) give(start, 0);
    else if (isPowerOfTwo(length)) give(start + length, powerOf(length));
  }

  function clear(list: number): void {
    const length = lengths[list] ?? 0;
    if (length) give(starts[list] as number, powerAbove(length));
    if (length) lengths[list] = 0;
  }

  return {
    all: () => all,
    startOf: (list) => starts[list] ?? 0,
    lengthOf: (list) => lengths[list] ?? 0,
    placeOf,
    insert,
    remove,
    clear,
  };
}

const isPowerOfTwo = (number: number): boolean => (number & (number - 1)) === 0;

const powerOf = (number: number): number => 31 - Math.clz32(number);

/** The least power of two that has room for so many. */
const powerAbove = (number: number): number => 32 - Math.clz32(number - 1);
