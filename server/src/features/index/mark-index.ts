import type { Codebook } from '../../core/codebook/codebook.ts';
import type { CachedWords } from '../../core/snapshot/cached-words.ts';
import { keeping } from '../../core/snapshot/kept.ts';
import { fragmentsIn, issuedAt } from '../../core/snapshot/mark-words.ts';
import { eachDefinition } from '../../core/snapshot/packed-summary.ts';
import type { Entry, Snapshot } from '../../core/snapshot/snapshot.ts';
import { leastOfBest } from './best.ts';
import { dateNumber, type FoundMark, markOf, newestFirst, type Sheet } from './sheet.ts';
import { type Fit, wordIndex } from './word-index.ts';
import type { Word } from './words.ts';

/** The marks of a collection that people look for: those with an id or of a registered kind, by number. */
export interface MarkIndex {
  /**
   * Offers every mark that has all these words; `date` as in `Sheet`, `named` with an id. Returns how many
   * have them.
   * @param most if given, only those are offered that may be among so many that fit best, of equals the
   * newest: a common word stands in thousands
   */
  readonly find: (
    words: readonly Word[],
    offer: (mark: number, fit: Fit, date: number, named: boolean) => void,
    most?: number,
  ) => number;
  /** As that of a word index. */
  readonly settle: () => Generator<void>;
  /** Copies the words of these documents, in pieces; those of which it has others are left out. */
  readonly copy: (documents: readonly Summed[]) => Generator<void, Omit<CachedWords, 'basis'>>;
  readonly markAt: (mark: number) => FoundMark | undefined;
  /** By document, then by place: negative where `a` comes first. */
  readonly compare: (a: number, b: number) => number;
  /** The documents that hold such marks, the newest first. */
  readonly sheets: () => readonly Sheet[];
}

/** A document as it was summed up. */
export interface Summed {
  readonly uri: string;
  readonly summary: Entry['summary'];
}

/** Words that were kept, with the documents that have them. */
export interface RecalledWords extends CachedWords {
  /** The place of a document among those that were kept, by its summary; -1 for one that was summed up since. */
  readonly placeOf: (summary: Entry['summary']) => number;
}

const nothing: readonly never[] = [];

/** A date by `dateNumber` is below 2^22, for the year 9999 too. */
const dateBits = 22;

/** The index of a collection, true to this snapshot. */
export const markIndex: (snapshot: Snapshot) => MarkIndex = keeping({
  begin: ({ collection, codebook: { kinds } }) => {
    const words = recalled.get(collection);
    recalled.delete(collection);
    return collecting(
      new Set(registeredKinds(kinds)),
      words?.basis === basisOf(kinds) ? words : undefined,
    );
  },
  change: (index, before, after) => {
    if (before) index.remove(before);
    if (after) index.enter(after);
  },
  basis: ({ codebook: { kinds } }) => basisOf(kinds),
});

const recalled = new WeakMap<object, RecalledWords>();

/**
 * The index of a collection, when it is made, begins with these words, which are its own from now on; false
 * where other kinds are registered now.
 */
export function recallMarks({ collection, codebook }: Snapshot, words: RecalledWords): boolean {
  if (words.basis !== basisOf(codebook.kinds)) return false;
  recalled.set(collection, words);
  return true;
}

/** Copies the words of documents for another session, in pieces. */
export function* cacheMarks(
  snapshot: Snapshot,
  documents: readonly Summed[],
): Generator<void, CachedWords> {
  const basis = basisOf(snapshot.codebook.kinds);
  return { basis, ...(yield* markIndex(snapshot).copy(documents)) };
}

const bases = new WeakMap<Codebook['kinds'], string>();

/** The names of the registered kinds: only another set of them changes which marks are looked for. */
function basisOf(kinds: Codebook['kinds']): string {
  const known = bases.get(kinds) ?? registeredKinds(kinds).sort().join(' ');
  bases.set(kinds, known);
  return known;
}

const registeredKinds = (kinds: Codebook['kinds']): string[] =>
  [...kinds.values()].filter((kind) => kind.registered).map(({ name }) => name);

interface Collecting extends MarkIndex {
  readonly enter: (entry: Entry) => void;
  readonly remove: (entry: Entry) => void;
}

function collecting(registered: ReadonlySet<string>, known?: RecalledWords): Collecting {
  const words = wordIndex(known, known?.marks);
  const sheets = new Map<string, Sheet>();
  /** By mark; nothing for those that were kept and have not been taken up yet. */
  let owners: (Sheet | undefined)[] = new Array(known?.marks ?? 0).fill(undefined);
  /** Words whose marks have been taken up by no document yet. */
  let awaited = known && { words: known, marks: known.marks };
  /**
   * By mark, twice the date and 1 for one with an id; -1 for one that is gone. Beside the sheets, so that a
   * search reads few places of memory.
   */
  let dates = new Int32Array(Math.max(1 << 10, 2 * owners.length)).fill(-1);
  let gone = 0;
  let sorted: readonly Sheet[] | undefined;
  // Of a search, by hit: how well it fits, then how new it is; -1 for one that is gone.
  let ranks = new Int32Array(0);

  function enter(entry: Entry): void {
    const { summary } = entry;
    const marks: number[] = [];
    let commitments = 0;
    let count = 0;
    eachDefinition(summary, (index, kind, _from, _to, idFrom) => {
      count++;
      if (idFrom < 0 && !registered.has(kind)) return;
      marks.push(index);
      if (kind === 'commitment') commitments++;
    });
    if (!marks.length) return;
    const date = dateNumber(summary.date);
    const mayHaveParts = marks.length < count;
    const before = awaitedFirst(summary);
    const first = before < 0 ? owners.length : before;
    const sheet: Sheet = { entry, date, first, marks, commitments, mayHaveParts };
    sheets.set(entry.uri, sheet);
    sorted = undefined;
    let mark = first;
    eachDefinition(summary, (index, _kind, _from, _to, idFrom) => {
      if (index !== marks[mark - first]) return;
      owners[mark] = sheet;
      setDate(mark++, 2 * date + (idFrom < 0 ? 0 : 1));
    });
    if (before < 0) addWordsOf(sheet);
  }

  /** The first mark of a document whose words have been kept, once; -1 where they have not. */
  function awaitedFirst(summary: Entry['summary']): number {
    if (!awaited) return -1;
    const first = awaited.words.firsts[awaited.words.placeOf(summary)] ?? -1;
    // The same text may stand there twice under the same name, in two folders.
    return first >= 0 && owners[first] === undefined ? first : -1;
  }

  function addWordsOf({ entry, first, marks, mayHaveParts }: Sheet): void {
    const { summary, text } = entry;
    const fragments = mayHaveParts ? fragmentsIn(entry) : undefined;
    let mark = first;
    eachDefinition(summary, (index, _kind, from, to, idFrom, idTo) => {
      if (index !== marks[mark - first]) return;
      if (idFrom >= 0) words.add(mark, 'id', text, idFrom, idTo);
      addWords(mark, entry, from, to);
      const parts = idFrom < 0 ? undefined : fragments?.get(text.slice(idFrom, idTo));
      for (const part of parts ?? nothing) addWords(mark, entry, part.from, part.to);
      mark++;
    });
  }

  function setDate(mark: number, date: number): void {
    if (mark >= dates.length) {
      const longer = new Int32Array(2 * dates.length);
      longer.set(dates);
      dates = longer;
    }
    dates[mark] = date;
  }

  function addWords(mark: number, entry: Entry, from: number, to: number): void {
    if (words.add(mark, 'words', entry.text, from, to)) return;
    const issued = issuedAt(entry, { from, to }).replace(/[[\]{}^\\]/g, ' ');
    words.add(mark, 'words', issued, 0, issued.length);
  }

  function remove({ uri }: Entry): void {
    const sheet = sheets.get(uri);
    if (!sheet) return;
    sheets.delete(uri);
    sorted = undefined;
    dates.fill(-1, sheet.first, sheet.first + sheet.marks.length);
    gone += sheet.marks.length;
    if (!awaited && gone > 1000 && gone > owners.length / 2) tidy();
  }

  /** Gives the marks that are left new numbers, in the same order. */
  function tidy(): void {
    const numbers = new Int32Array(owners.length).fill(-1);
    const before = dates.slice();
    owners = [];
    for (const [uri, sheet] of sheets) {
      const moved = { ...sheet, first: owners.length };
      sheets.set(uri, moved);
      for (let i = 0; i < sheet.marks.length; i++) {
        const mark = owners.push(moved) - 1;
        numbers[sheet.first + i] = mark;
        setDate(mark, before[sheet.first + i] as number);
      }
    }
    words.keep(numbers);
    sorted = undefined;
    gone = 0;
  }

  const find: MarkIndex['find'] = (sought, offer, most = Number.POSITIVE_INFINITY) => {
    const { count, items, fits } = words.find(sought);
    if (ranks.length < count) ranks = new Int32Array(2 * count);
    let found = 0;
    for (let i = 0; i < count; i++) {
      const date = dates[items[i] as number] as number;
      if (date >= 0) found++;
      ranks[i] = date < 0 ? -1 : ((fits[i] as number) << dateBits) | (date >> 1);
    }
    const least = Math.max(0, leastOfBest(ranks, count, most));
    // Backwards, because collections are mostly read from old to new and the newest are wanted.
    for (let i = count - 1; i >= 0; i--) {
      if ((ranks[i] as number) < least) continue;
      const mark = items[i] as number;
      const date = dates[mark] as number;
      offer(mark, fits[i] as Fit, date >> 1, (date & 1) === 1);
    }
    return found;
  };

  /** All documents have come: what has been taken up by none of them will not be. */
  function* settle(): Generator<void> {
    for (const sheet of awaited ? owners : []) if (!sheet) gone++;
    awaited = undefined;
    yield* words.settle();
  }

  function* copy(documents: readonly Summed[]): ReturnType<MarkIndex['copy']> {
    const numbers = new Int32Array(owners.length).fill(-1);
    let marks = 0;
    const firsts = Int32Array.from(documents, ({ uri, summary }) => {
      const sheet = sheets.get(uri);
      if (sheet?.entry.summary !== summary) return -1;
      for (const at of sheet.marks.keys()) numbers[sheet.first + at] = marks + at;
      marks += sheet.marks.length;
      return marks - sheet.marks.length;
    });
    return { ...(yield* words.copy(numbers)), firsts, marks };
  }

  return {
    enter,
    remove,
    find,
    settle,
    copy,
    markAt: (mark) => {
      const sheet = owners[mark];
      const index = sheet?.marks[mark - sheet.first];
      return sheet && index !== undefined ? markOf(sheet, index) : undefined;
    },
    compare: (a, b) => {
      const first = owners[a];
      const second = owners[b];
      if (first === second || !first || !second) return a - b;
      return first.entry.uri < second.entry.uri ? -1 : 1;
    },
    sheets: () => {
      sorted ??= [...sheets.values()].sort(newestFirst);
      return sorted;
    },
  };
}
