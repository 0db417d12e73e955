import type { Span } from '../text.ts';
import {
  characterOf,
  foldCluster,
  free,
  line,
  mark,
  odd,
  other,
  signOf,
  signTable,
  silent,
  space,
} from './fold-signs.ts';

/**
 * Reads source text character by character in folded form. After `advance` the last four fields tell
 * of what was read. `cuts` are sorted, disjoint spans that are no source.
 */
export interface Reader {
  readonly text: string;
  readonly to: number;
  readonly cuts: readonly Span[];
  /** The next cut that has not been jumped over. */
  cut: number;
  /** Where to read next. */
  at: number;
  /** Where the run of source that `at` is in ends. */
  stop: number;
  /** `word`, `free`, `syllable`, `other`, or `space` for a whole run of white space. */
  kind: number;
  /** The first folded unit; for a run of white space the number of its line ends. */
  unit: number;
  /** All folded units, where they are not just one. */
  units: string | undefined;
  from: number;
  end: number;
}

/** A reader that begins at `from`, which must be no part of a cut; `cut` is the first cut behind it. */
export function readerAt(
  text: string,
  from: number,
  to: number,
  cuts: readonly Span[],
  cut = 0,
): Reader {
  const stop = stopAt(cuts, cut, to);
  return {
    text,
    to,
    cuts,
    cut,
    at: from,
    stop,
    kind: other,
    unit: 0,
    units: undefined,
    from,
    end: from,
  };
}

/** Where the source before the given cut ends. */
export const stopAt = (cuts: readonly Span[], cut: number, to: number): number => {
  const next = cuts[cut];
  return next && next.from < to ? next.from : to;
};

/** Jumps over the cut that `at` has come to; false where the text ends. */
function jump(reader: Reader): boolean {
  if (reader.stop >= reader.to) return false;
  const cut = reader.cuts[reader.cut] as Span;
  reader.at = Math.max(reader.at, cut.to);
  reader.cut++;
  reader.stop = stopAt(reader.cuts, reader.cut, reader.to);
  return true;
}

/** Reads the next character with its marks, or the next run of white space; false at the end. */
export function advance(reader: Reader): boolean {
  for (;;) {
    if (reader.at >= reader.stop) {
      if (!jump(reader)) return false;
      continue;
    }
    const sign = signOf(reader.text.charCodeAt(reader.at));
    const kind = sign >>> 16;
    if (kind === silent) {
      reader.at++;
      continue;
    }
    if (kind === space || kind === line) {
      readSpace(reader);
      return true;
    }
    if (kind !== odd && kind !== mark) {
      reader.from = reader.at;
      reader.kind = kind;
      reader.unit = sign & 0xffff;
      reader.units = undefined;
      reader.end = ++reader.at;
      if (mayBeMark(kindAhead(reader))) readMarks(reader);
      return true;
    }
    if (readOdd(reader)) return true;
  }
}

/**
 * The same as `advance` for a plain character before another, at no more than the cost of two looks into
 * the table; false where it takes more to tell, and then nothing has been read.
 */
export function advancePlainly(reader: Reader): boolean {
  const { at, text } = reader;
  if (at + 1 >= reader.stop) return false;
  const sign = signTable[text.charCodeAt(at)] as number;
  const ahead = signTable[text.charCodeAt(at + 1)] as number;
  const kind = sign >>> 16;
  if (kind > space || ahead >= silent << 16) return false;
  if (kind === space && ahead >= space << 16) return false;
  reader.from = at;
  reader.at = at + 1;
  reader.end = at + 1;
  reader.kind = kind;
  reader.unit = kind === space ? 0 : sign & 0xffff;
  reader.units = undefined;
  return true;
}

/** The kind of the unit that comes next, -1 at the end: a glance, nothing is consumed. */
function kindAhead(reader: Reader): number {
  if (reader.at < reader.stop) return signOf(reader.text.charCodeAt(reader.at)) >>> 16;
  return reader.stop >= reader.to ? -1 : odd;
}

const mayBeMark = (kind: number): boolean => kind === mark || kind === silent || kind === odd;

function readSpace(reader: Reader): void {
  let lines = 0;
  let before = 0;
  reader.from = reader.at;
  for (;;) {
    if (reader.at >= reader.stop) {
      if (jump(reader)) continue;
      break;
    }
    const unit = reader.text.charCodeAt(reader.at);
    const kind = signOf(unit) >>> 16;
    if (kind !== space && kind !== line && kind !== silent) break;
    if (kind === line && !(unit === 10 && before === 13)) lines++;
    before = unit;
    reader.at++;
  }
  reader.end = reader.at;
  reader.kind = space;
  reader.unit = lines;
  reader.units = undefined;
}

/** A character known by its code point; false for one that cannot be seen. */
function readOdd(reader: Reader): boolean {
  const codePoint = reader.text.codePointAt(reader.at) as number;
  const { kind, folded } = characterOf(codePoint);
  reader.from = reader.at;
  reader.at += codePoint > 0xffff ? 2 : 1;
  if (kind === silent) return false;
  reader.end = reader.at;
  // A mark with nothing before it stands for itself.
  reader.kind = kind === mark ? other : kind;
  take(reader, folded);
  if (mayBeMark(kindAhead(reader))) readMarks(reader);
  return true;
}

function take(reader: Reader, folded: string): void {
  reader.unit = folded.length ? folded.charCodeAt(0) : 0;
  reader.units = folded.length === 1 ? undefined : folded;
}

/** Takes in the marks that follow the character just read. Invisible characters between them are passed over. */
function readMarks(reader: Reader): void {
  const { text } = reader;
  let cluster = text.slice(reader.from, reader.end);
  const base = cluster;
  const { at, cut, stop } = reader;
  let rest = { at, cut, stop };
  for (;;) {
    if (reader.at >= reader.stop) {
      if (jump(reader)) continue;
      break;
    }
    const codePoint = text.codePointAt(reader.at) as number;
    const { kind } = characterOf(codePoint);
    if (kind !== mark && kind !== silent) break;
    reader.at += codePoint > 0xffff ? 2 : 1;
    if (kind === silent) continue;
    cluster += String.fromCodePoint(codePoint);
    reader.end = reader.at;
    rest = { at: reader.at, cut: reader.cut, stop: reader.stop };
  }
  Object.assign(reader, rest);
  if (cluster !== base) take(reader, foldCluster(cluster));
}

/**
 * The unit that stands for a run of white space between two characters: a space; 0 for nothing, after a
 * hyphen at a line's end and between letters of scripts without spaces; a line end, which no name holds,
 * where a line is left empty. `kind` and `unit` are the last of the character before.
 */
export function spaceBetween(kind: number, unit: number, lines: number, nextKind: number): number {
  if (lines > 1) return 10;
  if (kind === free && nextKind === free) return 0;
  return lines === 1 && unit === 45 ? 0 : 32;
}

/** The last folded unit of the character just read. */
export const lastUnit = ({ unit, units }: Reader): number =>
  units ? units.charCodeAt(units.length - 1) : unit;
