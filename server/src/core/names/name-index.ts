import { fold } from './fold.ts';
import { signOf, simpleWords } from './fold-signs.ts';
import { writings } from './fold-spellings.ts';
import {
  afterAny,
  afterUnit,
  hashOf,
  paired,
  type WordRange,
  type WordTable,
  wordTable,
} from './word-table.ts';

/**
 * Names ready to be looked for. Their folded spellings stand sorted in one array, so that those that
 * begin alike are neighbours, and a name is followed through the text by making the range of possible
 * ones narrower. Where that is worth while is told by the hashes of the first word and of the first two
 * words, so that most words of a text cost one look into a small table.
 */
export interface NameIndex<T> {
  /** All spellings one after the other, and where each begins; one more entry where the last one ends. */
  readonly units: Uint16Array;
  readonly starts: Int32Array;
  /** The names of each spelling. */
  readonly names: readonly (readonly IndexedName<T>[])[];
  /** Ranges of spellings by their first word, and by their first two with the sign between them. */
  readonly firsts: WordTable;
  readonly pairs: WordTable;
  /** First units of the spellings that begin with no word: of scripts without spaces, and with a sign. */
  readonly openings: ReadonlySet<number>;
}

/** A name of a spelling. */
export interface IndexedName<T> {
  readonly of: T;
  /** Its letters, where those that are capitals must be so in the text: `US` and not `us`. */
  readonly capitals: string | undefined;
}

/** Makes names ready to be looked for. Names that fold to nothing are left out. */
export function indexNames<T>(
  names: Iterable<{ readonly text: string; readonly of: T }>,
): NameIndex<T> {
  const found = new Map<string, IndexedName<T>[]>();
  for (const { text, of } of names) {
    for (const { text: written, capitals } of writings(text)) {
      const folded = fold(written);
      if (!folded) continue;
      const same = found.get(folded);
      if (!same) found.set(folded, [{ of, capitals }]);
      else if (!same.some((name) => name.of === of && name.capitals === capitals)) {
        same.push({ of, capitals });
      }
    }
  }
  const sorted = [...found.keys()].sort();
  const starts = new Int32Array(sorted.length + 1);
  for (const [i, key] of sorted.entries()) starts[i + 1] = (starts[i] as number) + key.length;
  const units = new Uint16Array(starts[sorted.length] as number);
  for (const [i, key] of sorted.entries()) {
    const start = starts[i] as number;
    for (let at = 0; at < key.length; at++) units[start + at] = key.charCodeAt(at);
  }
  return {
    units,
    starts,
    names: sorted.map((key) => found.get(key) as IndexedName<T>[]),
    ...firstWords(sorted),
  };
}

/** First words and first two words with the ranges of the spellings that begin so. */
function firstWords(
  sorted: readonly string[],
): Pick<NameIndex<never>, 'firsts' | 'pairs' | 'openings'> {
  const openings = new Set<number>();
  const firsts = new Map<string, WordRange>();
  const pairs = new Map<string, WordRange>();
  for (const [i, key] of sorted.entries()) {
    const first = wordAt(key, 0);
    if (!first) {
      openings.add(key.charCodeAt(0));
      continue;
    }
    const range = firsts.get(first) ?? { hash: hashOf(first), low: i, high: i, now: 0, pairs: 0 };
    firsts.set(first, range);
    if (key === first) {
      range.now = afterAny;
      continue;
    }
    const sign = key.charCodeAt(first.length);
    const second = wordAt(key, first.length + 1);
    if (!second) {
      range.now |= afterUnit(sign);
      continue;
    }
    range.pairs |= afterUnit(sign);
    const both = key.slice(0, first.length + 1 + second.length);
    if (pairs.has(both)) continue;
    const hash = paired(range.hash, sign, hashOf(second));
    pairs.set(both, { hash, low: i, high: i, now: afterAny, pairs: 0 });
  }
  for (const [words, range] of [...firsts, ...pairs]) {
    while (range.high < sorted.length && sorted[range.high]?.startsWith(words)) range.high++;
  }
  return {
    firsts: wordTable(firsts.values(), sorted.length),
    pairs: wordTable(pairs.values(), sorted.length),
    openings,
  };
}

/** The letters and digits of scripts with spaces that stand at this place of a folded name. */
function wordAt(key: string, from: number): string {
  let end = from;
  while (end < key.length && signOf(key.charCodeAt(end)) < simpleWords) end++;
  return key.slice(from, end);
}
