import { keeping } from '../../core/snapshot/kept.ts';
import type { Entry } from '../../core/snapshot/snapshot.ts';
import { dateNumber } from './sheet.ts';
import { type Fit, wordIndex } from './word-index.ts';
import type { Word } from './words.ts';

/** The documents of a collection that have a key, to be looked for. */
export interface DocumentIndex {
  /** Offers every document that has all these words in its key or title. */
  readonly find: (words: readonly Word[], offer: (document: Listed, fit: Fit) => void) => void;
  /** All of them, the oldest first; those without a date before the others. */
  readonly byDate: () => readonly Listed[];
}

export interface Listed {
  readonly key: string;
  /** Its last day, by `dateNumber`. */
  readonly date: number;
  readonly entry: Entry;
}

/** The index of a collection, true to this snapshot. */
export const documentIndex = keeping({
  begin: () => listing(),
  change: (index, before, after) => index.change(before, after),
});

interface Listing extends DocumentIndex {
  readonly change: (before: Entry | undefined, after: Entry | undefined) => void;
}

function listing(): Listing {
  let words = wordIndex();
  let items: ((Listed & { entry: Entry }) | undefined)[] = [];
  const numbers = new Map<string, number>();
  let byDate: readonly Listed[] | undefined;

  /** Typing changes neither key, title nor date of a document, so its place in the index stays. */
  function change(before: Entry | undefined, after: Entry | undefined): void {
    const number = before && numbers.get(before.uri);
    const item = number === undefined ? undefined : items[number];
    if (item && after && saysTheSame(item.entry, after)) {
      item.entry = after;
      return;
    }
    if (before && number !== undefined) {
      items[number] = undefined;
      numbers.delete(before.uri);
    }
    if (after?.key !== undefined) enter(after, after.key);
    byDate = undefined;
    if (items.length > 1000 && items.length > 2 * numbers.size) tidy();
  }

  function enter(entry: Entry, key: string): void {
    const number = items.push({ key, entry, date: dateNumber(entry.summary.date) }) - 1;
    numbers.set(entry.uri, number);
    words.add(number, 'id', key, 0, key.length);
    const title = (entry.summary.title ?? '').replace(/[[\]{}^\\]/g, ' ');
    words.add(number, 'words', title, 0, title.length);
  }

  function tidy(): void {
    const kept = items.filter((item) => item !== undefined);
    items = [];
    words = wordIndex();
    for (const { entry, key } of kept) enter(entry, key);
  }

  return {
    change,
    find: (sought, offer) => {
      const { count, items: hits, fits } = words.find(sought);
      for (let i = count - 1; i >= 0; i--) {
        const item = items[hits[i] as number];
        if (item) offer(item, fits[i] as Fit);
      }
    },
    byDate: () => {
      byDate ??= items
        .filter((item) => item !== undefined)
        .sort((a, b) => a.date - b.date || (a.key < b.key ? -1 : 1));
      return byDate;
    },
  };
}

const saysTheSame = (a: Entry, b: Entry): boolean =>
  a.key === b.key && a.summary.title === b.summary.title && a.summary.date === b.summary.date;

/** The documents in order of how near their date is to `date`; without one the newest first. */
export function* nearestFirst(byDate: readonly Listed[], date: number): Generator<Listed> {
  let later = date ? firstAtOrAfter(byDate, date) : byDate.length;
  let earlier = later - 1;
  for (;;) {
    const before = byDate[earlier];
    const after = byDate[later];
    if (!before && !after) return;
    // Of two that are as near the earlier one: texts refer to what came before.
    const isBefore =
      before && (!after || distance(before.date, date) <= distance(after.date, date));
    yield (isBefore ? before : after) as Listed;
    if (isBefore) earlier--;
    else later++;
  }
}

/** How far apart two dates are, about in days; far more where one of them is missing. */
export const distance = (a: number, b: number): number => (a && b ? Math.abs(a - b) : 1e8);

function firstAtOrAfter(byDate: readonly Listed[], date: number): number {
  let low = 0;
  let high = byDate.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((byDate[middle] as Listed).date < date) low = middle + 1;
    else high = middle;
  }
  return low;
}
