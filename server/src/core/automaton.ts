import {
  advance,
  advancePlainly,
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
  simpleWords,
  space,
  spaceBetween,
  stopAt,
  word,
} from './fold.ts';
import { beginsWord, endsWord, hasCapitals, type Source } from './fold-edges.ts';
import type { IndexedName, NameIndex } from './name-index.ts';
import type { Span } from './text.ts';
import { afterUnit, paired, pairsShift, slotHigh, slotLow, slotNow, slotOf } from './word-table.ts';

export { indexNames, type NameIndex } from './name-index.ts';

/** A place where a name stands. */
export interface Hit<T> extends Span {
  /** Of the folded spelling. */
  readonly length: number;
  readonly of: readonly T[];
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
  const { firsts, pairs, openings } = index;
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
          if (unsure || isOdd) {
            if (first >= 0) followAny(search, first, firstCut);
            followAny(search, start, startCut);
            first = -1;
          } else {
            if (first >= 0) {
              const pair = slotOf(pairs, paired(firstHash, firstSign, hash));
              if (pair >= 0) followSlot(search, first, firstCut, pairs.slots, pair);
              first = -1;
            }
            const slot = slotOf(firsts, hash);
            if (slot >= 0) {
              const sign32 = kind === line || kind === space ? 32 : sign & 0xffff;
              const after = afterUnit(sign32);
              const bits = firsts.slots[slot + slotNow] as number;
              const goesOn =
                at + 1 < stop && (table[text.charCodeAt(at + 1)] as number) < simpleWords;
              if (bits & after || (!goesOn && (bits >> pairsShift) & after)) {
                followSlot(search, start, startCut, firsts.slots, slot);
              } else if ((bits >> pairsShift) & after) {
                first = start;
                firstCut = startCut;
                firstHash = hash;
                firstSign = sign32;
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

function followSlot(
  search: Search<unknown>,
  at: number,
  cut: number,
  slots: Int32Array,
  slot: number,
): void {
  follow(search, at, cut, slots[slot + slotLow] as number, slots[slot + slotHigh] as number);
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
  while (advancePlainly(reader) || advance(reader)) {
    if (reader.kind === space) {
      lines = reader.unit;
      continue;
    }
    if (lines >= 0) {
      const between = spaceBetween(kind, unit, lines, reader.kind);
      if (between && !narrow(index, search, between)) return;
      lines = -1;
    }
    const { units } = reader;
    if (
      !(units === undefined ? narrow(index, search, reader.unit) : narrowAll(index, search, units))
    )
      return;
    kind = reader.kind;
    unit = lastUnit(reader);
    if (firstKind < 0) firstKind = kind;
    if (isWhole(index, search) && endsWord(reader)) {
      if (!beginsWord(search, place, placeCut, firstKind)) return;
      add(search, place, reader.end, placeCut);
    }
  }
}

/** Adds the spelling that has been read, as far as its capitals are right. */
function add<T>(search: Search<T>, from: number, to: number, cut: number): void {
  const names = search.index.names[search.low] as readonly IndexedName<T>[];
  const of: T[] = [];
  for (const name of names) {
    if (!name.capitals || hasCapitals(search, from, to, cut, name.capitals)) of.push(name.of);
  }
  if (!of.length) return;
  search.hits ??= [];
  search.hits.push({ from, to, length: search.depth, of });
}

function narrowAll(index: NameIndex<unknown>, range: Range, units: string): boolean {
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
