import type { Span } from '../text.ts';
import { beginsWord, endsWord, hasCapitals, type Source } from './fold-edges.ts';
import {
  advance,
  advancePlainly,
  lastUnit,
  type Reader,
  readerAt,
  spaceBetween,
  stopAt,
} from './fold-reader.ts';
import { other, space } from './fold-signs.ts';
import type { IndexedName, NameIndex } from './name-index.ts';
import { slotHigh, slotLow } from './word-table.ts';

/** A place where a name stands. */
export interface Hit<T> extends Span {
  /** Of the folded spelling. */
  readonly length: number;
  readonly of: readonly T[];
}

/** A search under way: where, and which spellings still fit what has been read. */
export interface Search<T> extends Source, Range {
  readonly index: NameIndex<T>;
  /** Made for the first word that may begin a name: most paragraphs have none. */
  reader: Reader | undefined;
  hits: Hit<T>[] | undefined;
}

/** The hits of a search that found nothing. */
export const none: readonly never[] = Object.freeze([]);

/** A search in `[from, to)` of a text. */
export const searchIn = <T>(
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

/** Looks from `at` for the spellings of a slot; `cut` is the first cut behind `at`. */
export function followSlot(
  search: Search<unknown>,
  at: number,
  cut: number,
  slots: Int32Array,
  slot: number,
): void {
  follow(search, at, cut, slots[slot + slotLow] as number, slots[slot + slotHigh] as number);
}

/** Looks from `at` for all spellings. */
export const followAny = (search: Search<unknown>, at: number, cut: number): void =>
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
    if (!narrowAll(index, search, reader)) return;
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
