import { type Names, nameTable, noPrefix } from '../../core/snapshot/name-table.ts';

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
  readonly sorted: () => Int32Array;
  /** Some of the words, given by their numbers, as another vocabulary takes them: each is what the one before it is and one. */
  readonly some: (numbers: readonly number[]) => Names;
}

/** Words with their alphabetical order, as numbers. */
export interface OrderedWords {
  readonly words: Names;
  readonly order: Int32Array;
}

/** A vocabulary that has these words already, or none. */
export function vocabulary(begun?: OrderedWords): Vocabulary {
  const table = nameTable(begun?.words);
  let sorted = begun?.order ?? new Int32Array(0);

  const numberOf = (word: string): number => table.enter(noPrefix, word, 0, word.length);

  /** Puts the words that came since the last time among the others. */
  function order(): void {
    const size = table.size();
    if (sorted.length === size) return;
    const fresh = Array.from({ length: size - sorted.length }, (_, at) => sorted.length + at);
    fresh.sort((a, b) => (table.nameOf(a) < table.nameOf(b) ? -1 : 1));
    const merged = new Int32Array(size);
    let old = 0;
    let end = 0;
    for (const number of fresh) {
      const word = table.nameOf(number);
      while (old < sorted.length && table.nameOf(sorted[old] as number) < word) {
        merged[end++] = sorted[old++] as number;
      }
      merged[end++] = number;
    }
    merged.set(sorted.subarray(old), end);
    sorted = merged;
  }

  function firstAtOrAfter(word: string): number {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (table.nameOf(sorted[middle] as number) < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    size: table.size,
    numberOf,
    known: (word) => {
      const number = table.find(noPrefix, word, 0, word.length);
      return number < 0 ? undefined : number;
    },
    settle: order,
    beginning: (prefix) => {
      order();
      return { from: firstAtOrAfter(prefix), to: firstAtOrAfter(`${prefix}\uffff`) };
    },
    sorted: () => sorted,
    some: (numbers) => {
      const own = nameTable();
      for (const number of numbers) table.enterInto(own, number);
      return own.names();
    },
  };
}
