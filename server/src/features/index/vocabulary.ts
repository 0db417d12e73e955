/** Words by number, in the order they came, and in the order of the alphabet. */
export interface Vocabulary {
  readonly size: () => number;
  /** The number of a word, a new one for a new word. */
  readonly numberOf: (word: string) => number;
  readonly known: (word: string) => number | undefined;
  /** Puts new words in the order of the alphabet now, so that the next `beginning` does not have to. */
  readonly settle: () => void;
  /** The words that begin with `prefix`: a stretch of `sorted`. */
  readonly beginning: (prefix: string) => { readonly from: number; readonly to: number };
  /** The numbers of the words in the order of the alphabet, as `beginning` last saw them. */
  readonly sorted: () => readonly number[];
}

export function vocabulary(): Vocabulary {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  let sorted: number[] = [];

  const wordOf = (number: number | undefined): string => words[number ?? -1] ?? '';

  function numberOf(word: string): number {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, words.length);
    return words.push(word) - 1;
  }

  /** Puts the words that came since the last time among the others. */
  function order(): void {
    if (sorted.length === words.length) return;
    const fresh = words.map((_, number) => number).slice(sorted.length);
    fresh.sort((a, b) => (wordOf(a) < wordOf(b) ? -1 : 1));
    const merged: number[] = [];
    let old = 0;
    for (const number of fresh) {
      while (old < sorted.length && wordOf(sorted[old]) < wordOf(number)) {
        merged.push(sorted[old++] as number);
      }
      merged.push(number);
    }
    for (; old < sorted.length; old++) merged.push(sorted[old] as number);
    sorted = merged;
  }

  function firstAtOrAfter(word: string): number {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (wordOf(sorted[middle]) < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    size: () => words.length,
    numberOf,
    known: (word) => numbers.get(word),
    settle: order,
    beginning: (prefix) => {
      order();
      return { from: firstAtOrAfter(prefix), to: firstAtOrAfter(`${prefix}\uffff`) };
    },
    sorted: () => sorted,
  };
}
