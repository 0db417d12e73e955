/** Picks the best of many, without keeping or sorting them all. */
export interface Best<T> {
  /** Takes one into account; a higher rank is better, equal ranks are told apart by `order`. */
  readonly offer: (rank: number, item: T) => void;
  /** The best so far, best first. */
  readonly taken: () => T[];
  /** How many were offered. */
  readonly count: () => number;
}

/** At most `most` items; `order` is negative where the first comes before the second. */
export function best<T>(most: number, order: (a: T, b: T) => number): Best<T> {
  // A heap with the worst of those kept on top.
  const ranks: number[] = [];
  const items: T[] = [];
  let count = 0;

  const worse = (a: number, b: number): boolean => {
    const rank = (ranks[a] as number) - (ranks[b] as number);
    return rank !== 0 ? rank < 0 : order(items[a] as T, items[b] as T) > 0;
  };
  const swap = (a: number, b: number): void => {
    [ranks[a], ranks[b]] = [ranks[b] as number, ranks[a] as number];
    [items[a], items[b]] = [items[b] as T, items[a] as T];
  };
  const rise = (from: number): void => {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!worse(at, above)) return;
      swap(at, above);
      at = above;
    }
  };
  const sink = (): void => {
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= ranks.length) return;
      const right = left + 1;
      const below = right < ranks.length && worse(right, left) ? right : left;
      if (!worse(below, at)) return;
      swap(at, below);
      at = below;
    }
  };

  function offer(rank: number, item: T): void {
    count++;
    if (ranks.length < most) {
      ranks.push(rank);
      items.push(item);
      rise(ranks.length - 1);
      return;
    }
    const top = ranks[0] as number;
    if (rank < top || (rank === top && order(item, items[0] as T) >= 0)) return;
    ranks[0] = rank;
    items[0] = item;
    sink();
  }

  const taken = (): T[] =>
    items
      .map((item, i) => ({ item, rank: ranks[i] as number }))
      .sort((a, b) => b.rank - a.rank || order(a.item, b.item))
      .map(({ item }) => item);

  return { offer, taken, count: () => count };
}

/** Ranks are counted by their higher and their lower half. */
const half = 12;
const halves = 1 << half;

/**
 * The least of the `most` highest of `count` ranks, which are whole numbers below 2^24; -1 where there are
 * no more than `most`. Negative ranks do not count. It looks at each rank twice and sorts none.
 */
export function leastOfBest(ranks: Int32Array, count: number, most: number): number {
  if (count <= most) return -1;
  const sizes = new Int32Array(halves);
  for (let i = 0; i < count; i++) {
    const rank = ranks[i] as number;
    if (rank >= 0) sizes[rank >> half] = (sizes[rank >> half] as number) + 1;
  }
  const high = lastNeeded(sizes, most);
  if (!high) return -1;
  sizes.fill(0);
  for (let i = 0; i < count; i++) {
    const rank = ranks[i] as number;
    if (rank >= 0 && rank >> half === high.index) {
      sizes[rank & (halves - 1)] = (sizes[rank & (halves - 1)] as number) + 1;
    }
  }
  const low = lastNeeded(sizes, high.left);
  return low ? (high.index << half) | low.index : -1;
}

/** Going down from the last, where `most` are together, and how many of them are left for it. */
function lastNeeded(sizes: Int32Array, most: number): { index: number; left: number } | undefined {
  let left = most;
  for (let index = sizes.length - 1; index >= 0; index--) {
    const size = sizes[index] as number;
    if (size >= left) return { index, left };
    left -= size;
  }
  return undefined;
}
