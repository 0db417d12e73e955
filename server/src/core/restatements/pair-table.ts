/** Pairs of numbers, each by a small number of its own; one that was given up is given again. */
export interface PairTable {
  /** The number of a pair, or -1. */
  readonly find: (first: number, second: number) => number;
  readonly enter: (first: number, second: number) => number;
  readonly remove: (first: number, second: number) => void;
}

/** The two numbers, and the number of the pair plus one; a slot is free where that is 0. */
const width = 3;

export function pairTable(): PairTable {
  // A taken slot leads to the next, so that what is sought stands before the first empty one.
  let slots = new Int32Array(width << 8);
  let mask = (1 << 8) - 1;
  let count = 0;
  let numbers = 0;
  const free: number[] = [];

  function slotOf(first: number, second: number): number {
    let slot = hashOf(first, second) & mask;
    for (;;) {
      const at = width * slot;
      if (slots[at + 2] === 0 || (slots[at] === first && slots[at + 1] === second)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  function put(slot: number, first: number, second: number, mark: number): void {
    slots[width * slot] = first;
    slots[width * slot + 1] = second;
    slots[width * slot + 2] = mark;
  }

  function enter(first: number, second: number): number {
    const slot = slotOf(first, second);
    const known = slots[width * slot + 2] as number;
    if (known) return known - 1;
    const number = free.pop() ?? numbers++;
    put(slot, first, second, number + 1);
    if (2 * ++count > mask) widen();
    return number;
  }

  function widen(): void {
    const old = slots;
    slots = new Int32Array(2 * old.length);
    mask = 2 * mask + 1;
    for (let at = 0; at < old.length; at += width) {
      const [first, second, mark] = [old[at], old[at + 1], old[at + 2]] as [number, number, number];
      if (mark) put(slotOf(first, second), first, second, mark);
    }
  }

  function remove(first: number, second: number): void {
    let gap = slotOf(first, second);
    const mark = slots[width * gap + 2] as number;
    if (!mark) return;
    free.push(mark - 1);
    count--;
    // Those behind it that the gap would hide move up.
    for (let slot = (gap + 1) & mask; slots[width * slot + 2]; slot = (slot + 1) & mask) {
      const at = width * slot;
      const home = hashOf(slots[at] as number, slots[at + 1] as number) & mask;
      if (((slot - home) & mask) < ((slot - gap) & mask)) continue;
      slots.copyWithin(width * gap, at, at + width);
      gap = slot;
    }
    put(gap, 0, 0, 0);
  }

  return {
    find: (first, second) => (slots[width * slotOf(first, second) + 2] as number) - 1,
    enter,
    remove,
  };
}

function hashOf(first: number, second: number): number {
  const hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return hash ^ (hash >>> 15);
}
