/** Numbers by chance, the same for the same seed: a history that fails can be walked again. */
export interface Random {
  /** A whole number from 0 up to, and without, `below`. */
  readonly number: (below: number) => number;
  readonly of: <T>(list: readonly T[]) => T;
  /** Whether something happens that happens once in `times`. */
  readonly once: (times: number) => boolean;
}

export function randomFrom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const number = (below: number): number => Math.floor(next() * below);
  return {
    number,
    of: (list) => list[number(list.length)] as (typeof list)[number],
    once: (times) => number(times) === 0,
  };
}
