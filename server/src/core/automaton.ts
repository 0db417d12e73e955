import {
  advance,
  fold,
  kindOfCodePoint,
  lastUnit,
  line,
  mark,
  odd,
  other,
  type Reader,
  readerAt,
  signOf,
  signTable,
  signUnknown,
  silent,
  space,
  spaceBetween,
  stopAt,
  word,
} from './fold.ts';
import { beginsWord, endsWord, isCapital, type Source } from './fold-edges.ts';
import { isKeptInCapitals, spellings } from './fold-spellings.ts';
import type { Span } from './text.ts';
import {
  afterAny,
  afterUnit,
  hashOf,
  paired,
  slotOf,
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
  readonly words: WordTable;
  /** First units of the spellings that begin with no word: of scripts without spaces, and with a sign. */
  readonly openings: ReadonlySet<number>;
}

interface IndexedName<T> {
  readonly of: T;
  /** Only its own capitals are the name: `US` and not `us`. */
  readonly capitals: boolean;
}

/** A place where a name stands. */
export interface Hit<T> extends Span {
  /** Of the folded spelling. */
  readonly length: number;
  readonly of: readonly T[];
}

/** Entries of the sign table below this are letters of words that fold to one unit: that unit. */
const simpleWords = 0x10000;

/** Makes names ready to be looked for. Names that fold to nothing are left out. */
export function indexNames<T>(
  names: Iterable<{ readonly text: string; readonly of: T }>,
): NameIndex<T> {
  const found = new Map<string, IndexedName<T>[]>();
  for (const { text, of } of names) {
    const capitals = isKeptInCapitals(text);
    for (const spelling of spellings(text)) {
      const folded = fold(spelling);
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
function firstWords(sorted: readonly string[]): Pick<NameIndex<never>, 'words' | 'openings'> {
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
  return { words: wordTable([...firsts.values()], [...pairs.values()], sorted.length), openings };
}

/** The letters and digits of scripts with spaces that stand at this place of a folded name. */
function wordAt(key: string, from: number): string {
  let end = from;
  while (end < key.length && signOf(key.charCodeAt(end)) < simpleWords) end++;
  return key.slice(from, end);
}

/**
 * All places in `[from, to)` of the text where a name stands as a whole, those inside longer ones too,
 * in order of their start, shorter ones first. `cuts` are sorted, disjoint spans that are no source.
 */
export function findNames<T>(
  index: NameIndex<T>,
  text: string,
  { from, to }: Span,
  cuts: readonly Span[],
): readonly Hit<T>[] {
  const table = signTable;
  const { words, openings } = index;
  const { filter } = words;
  const filterMask = filter.length - 1;
  const search = searchIn(index, text, from, to, cuts);
  let cut = 0;
  let at = from;
  // The word being read: where it begins, its hash, and whether its letters do not tell its hash.
  let start = -1;
  let startCut = 0;
  let hash = 0;
  let unsure = false;
  // The word before it, where the names that begin with it go on with a second word.
  let first = -1;
  let firstCut = 0;
  let firstHash = 0;
  let firstSign = 0;
  // The last character that was no part of a word, as long as a mark may follow it.
  let before = -1;
  let beforeCut = 0;

  for (;;) {
    const stop = stopAt(cuts, cut, to);
    while (at < stop) {
      let sign = table[text.charCodeAt(at)] as number;
      if (sign < simpleWords) {
        if (start < 0) {
          start = at;
          startCut = cut;
          hash = 0;
          unsure = false;
        }
        do {
          hash = ((hash << 5) - hash + sign) | 0;
          at++;
          if (at === stop) break;
          sign = table[text.charCodeAt(at)] as number;
        } while (sign < simpleWords);
        if (at === stop) break;
      }
      if (sign === signUnknown) {
        signOf(text.charCodeAt(at));
        continue;
      }
      let kind = sign >>> 16;
      let width = 1;
      const isOdd = kind === odd;
      if (isOdd) {
        const codePoint = text.codePointAt(at) as number;
        kind = kindOfCodePoint(codePoint);
        if (codePoint > 0xffff) width = 2;
      }
      if (kind === word) {
        if (start < 0) {
          start = at;
          startCut = cut;
        }
        unsure = true;
      } else if (kind === mark) {
        if (start >= 0) unsure = true;
        else if (before >= 0) followAny(search, before, beforeCut);
        before = -1;
      } else if (kind !== silent) {
        if (start >= 0) {
          const place = hash ^ (hash >>> 15);
          const maybe = (filter[(place >>> 3) & filterMask] as number) & (1 << (place & 7));
          if (unsure || isOdd) {
            if (first >= 0) followAny(search, first, firstCut);
            followAny(search, start, startCut);
            first = -1;
          } else if (maybe || first >= 0) {
            if (first >= 0) {
              followSlot(
                search,
                first,
                firstCut,
                slotOf(words, paired(firstHash, firstSign, hash)),
              );
              first = -1;
            }
            const slot = maybe ? slotOf(words, hash) : -1;
            if (slot >= 0) {
              const end = kind === line || kind === space ? 32 : sign & 0xffff;
              const after = afterUnit(end);
              if ((words.now[slot] as number) & after) followSlot(search, start, startCut, slot);
              else if ((words.pairs[slot] as number) & after) {
                if (at + 1 < stop && (table[text.charCodeAt(at + 1)] as number) < simpleWords) {
                  first = start;
                  firstCut = startCut;
                  firstHash = hash;
                  firstSign = end;
                } else followSlot(search, start, startCut, slot);
              }
            }
          }
          start = -1;
        }
        before = -1;
        if (isOdd) followAny(search, at, cut);
        else if (kind !== space && kind !== line) {
          if (openings.has(sign & 0xffff)) followAny(search, at, cut);
          else {
            before = at;
            beforeCut = cut;
          }
        }
      }
      at += width;
    }
    if (stop >= to) break;
    at = Math.max(at, (cuts[cut] as Span).to);
    cut++;
  }
  if (start >= 0) {
    if (first >= 0) followAny(search, first, firstCut);
    followAny(search, start, startCut);
  }
  return search.hits ?? none;
}

/** A search under way: where, and which spellings still fit what has been read. */
interface Search<T> extends Source, Range {
  readonly index: NameIndex<T>;
  /** Made for the first word that may begin a name: most paragraphs have none. */
  reader: Reader | undefined;
  hits: Hit<T>[] | undefined;
}

const none: readonly never[] = Object.freeze([]);

const searchIn = <T>(
  index: NameIndex<T>,
  text: string,
  from: number,
  to: number,
  cuts: readonly Span[],
): Search<T> => ({
  index,
  text,
  from,
  to,
  cuts,
  low: 0,
  high: 0,
  depth: 0,
  reader: undefined,
  hits: undefined,
});

function followSlot(search: Search<unknown>, at: number, cut: number, slot: number): void {
  const { lows, highs } = search.index.words;
  if (slot >= 0) follow(search, at, cut, lows[slot] as number, highs[slot] as number);
}

const followAny = (search: Search<unknown>, at: number, cut: number): void =>
  follow(search, at, cut, 0, search.index.names.length);

function follow(search: Search<unknown>, at: number, cut: number, low: number, high: number): void {
  if (low >= high) return;
  const { text, to, cuts } = search;
  search.reader ??= readerAt(text, at, to, cuts, cut);
  const { reader } = search;
  reader.at = at;
  reader.cut = cut;
  reader.stop = stopAt(cuts, cut, to);
  search.low = low;
  search.high = high;
  search.depth = 0;
  walk(search, reader);
}

/** The spellings from `low` up to `high` begin with the `depth` units that have been read. */
interface Range {
  low: number;
  high: number;
  depth: number;
}

/** Follows the names of the range from where the reader stands and adds those that stand as whole words. */
function walk<T>(search: Search<T>, reader: Reader): void {
  const { index } = search;
  const place = reader.at;
  const placeCut = reader.cut;
  let firstKind = -1;
  let kind = other;
  let unit = 0;
  let lines = -1;
  while (advance(reader)) {
    if (reader.kind === space) {
      lines = reader.unit;
      continue;
    }
    if (lines >= 0) {
      const between = spaceBetween(kind, unit, lines, reader.kind);
      if (between && !narrow(index, search, between)) return;
      lines = -1;
    }
    if (!narrowAll(index, search, reader)) return;
    kind = reader.kind;
    unit = lastUnit(reader);
    if (firstKind < 0) firstKind = kind;
    if (!isWhole(index, search) || !endsWord(reader)) continue;
    const span = { from: place, to: reader.end };
    if (!beginsWord(search, place, placeCut, firstKind)) return;
    const of: T[] = [];
    for (const name of index.names[search.low] as readonly IndexedName<T>[]) {
      if (!name.capitals || isCapital(search, span, placeCut)) of.push(name.of);
    }
    if (!of.length) continue;
    search.hits ??= [];
    search.hits.push({ ...span, length: search.depth, of });
  }
}

function narrowAll(index: NameIndex<unknown>, range: Range, { unit, units }: Reader): boolean {
  if (units === undefined) return narrow(index, range, unit);
  for (let i = 0; i < units.length; i++) {
    if (!narrow(index, range, units.charCodeAt(i))) return false;
  }
  return true;
}

/** Whether the units read so far are a whole spelling: it sorts before those that go on. */
const isWhole = ({ starts }: NameIndex<unknown>, { low, depth }: Range): boolean =>
  (starts[low + 1] as number) - (starts[low] as number) === depth;

/** Keeps the spellings that go on with this unit; false where there are none. */
function narrow(index: NameIndex<unknown>, range: Range, unit: number): boolean {
  const { units, starts } = index;
  const { depth } = range;
  if (isWhole(index, range)) range.low++;
  if (range.low >= range.high) return false;
  const lowest = units[(starts[range.low] as number) + depth] as number;
  const highest = units[(starts[range.high - 1] as number) + depth] as number;
  if (unit < lowest || unit > highest) return false;
  if (unit !== lowest) range.low = bound(index, range, unit);
  if (unit !== highest) range.high = bound(index, range, unit + 1);
  range.depth = depth + 1;
  return range.low < range.high;
}

/** The first spelling of the range whose next unit is not below `unit`. */
function bound(
  { units, starts }: NameIndex<unknown>,
  { low, high, depth }: Range,
  unit: number,
): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((units[(starts[middle] as number) + depth] as number) < unit) from = middle + 1;
    else to = middle;
  }
  return from;
}
