import type { Span } from './text.ts';

/**
 * Folding: the form in which names and texts are compared (language.md, section 8.1). Case, NFKC, Latin
 * diacritics, kinds of white space, hyphens and quotes fall together; soft hyphens and other invisible
 * characters fall away. Every character has one of the kinds below.
 */
export const word = 0;
/** A letter of a script that sets no space between words. */
export const free = 1;
export const other = 2;
export const space = 3;
export const line = 4;
export const silent = 5;
/** It changes the character before it: accents, voicing marks, variation selectors, jamo of a syllable. */
export const mark = 6;
/** Known by its code point only: a surrogate, or a character that folds to several or to none. */
export const odd = 7;

/** A Korean syllable: words end at a space, but particles are written on to them. */
export const syllable = 8;

const unknown = 9 << 16;

/** Kind and folded form of each UTF-16 unit, `kind << 16 | folded unit`, filled in as units come up. */
const signs = new Int32Array(0x10000).fill(unknown);

interface Character {
  readonly kind: number;
  readonly folded: string;
}

const characters = new Map<number, Character>();

/** Kind and folded form of a unit as one number: the kind is in the upper half. */
export const signOf = (unit: number): number => {
  const sign = signs[unit] as number;
  return sign === unknown ? learn(unit) : sign;
};

/** The table behind `signOf` for loops that cannot afford a call: an entry of `signUnknown` is not filled in yet. */
export const signTable: Int32Array = signs;
export const signUnknown = unknown;

/** Signs below this are letters of words that fold to one unit: that unit. */
export const simpleWords: number = free << 16;

function learn(unit: number): number {
  const { kind, folded } = characterOf(unit);
  const plain = folded.length === 1 && !(kind === other && isWordLike(folded));
  const isSurrogate = unit >= 0xd800 && unit < 0xe000;
  const simple = kind === space || kind === line || kind === silent || kind === mark;
  const sign =
    isSurrogate || !(plain || simple)
      ? odd << 16
      : (kind << 16) | (plain ? folded.charCodeAt(0) : 0);
  signs[unit] = sign;
  return sign;
}

const isWordLike = (folded: string): boolean => /[\p{L}\p{N}]/u.test(folded);

/** The kind of a character that the table does not tell. */
export const kindOfCodePoint = (codePoint: number): number => characterOf(codePoint).kind;

function characterOf(codePoint: number): Character {
  const known = characters.get(codePoint);
  if (known) return known;
  const text = String.fromCodePoint(codePoint);
  const character = { kind: kindOf(text), folded: foldCluster(text) };
  characters.set(codePoint, character);
  return character;
}

const selectors = /[\u{180b}-\u{180d}\u{180f}\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/u;
const marks = /[\p{M}\u{ff9e}\u{ff9f}\u{1161}-\u{11ff}\u{d7b0}-\u{d7fb}]/u;
const ignorable = /\p{Default_Ignorable_Code_Point}/u;
const letters = /[\p{L}\p{Nd}\p{Nl}]/u;
const withoutSpaces =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Yiii}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u;

function kindOf(character: string): number {
  if (selectors.test(character)) return mark;
  if (ignorable.test(character)) return silent;
  if (character === '\n' || character === '\r') return line;
  if (/[\s\u0085]/.test(character)) return space;
  if (marks.test(character)) return mark;
  if (!letters.test(character) || !isWordLike(foldCluster(character))) return other;
  if (/\p{Script=Hangul}/u.test(character)) return syllable;
  return withoutSpaces.test(character) ? free : word;
}

/** Latin letters that Unicode does not take apart into a letter and a sign. */
const wholeLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ς: 'σ',
};

/** The folded form of one character with the marks that follow it. */
export function foldCluster(cluster: string): string {
  const visible = cluster.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  const composed = evenSigns(visible).normalize('NFKC');
  const plain = /\p{Script=Latin}/u.test(composed)
    ? composed.normalize('NFKD').replace(/\p{Mn}/gu, '')
    : composed;
  return evenSigns(plain.toLowerCase().replace(/[ßæœøłđħŧıς]/g, (it) => wholeLetters[it] ?? it));
}

/** One hyphen and one quote of each sort. The dash that divides clauses (U+2014) is no hyphen. */
const evenSigns = (text: string): string =>
  text
    .replace(/[\u2010-\u2013\u2212\ufe58\ufe63\uff0d]/g, '-')
    .replace(/[\u2018-\u201b\u2032\u0060\u00b4\u02bc\u02b9\uff07]/g, "'")
    .replace(/[\u201c-\u201f\u2033\u00ab\u00bb\uff02]/g, '"');

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
  const sign = signs[text.charCodeAt(at)] as number;
  const ahead = signs[text.charCodeAt(at + 1)] as number;
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

/** The folded form of a text without its outer white space. */
export function fold(text: string): string {
  const reader = readerAt(text, 0, text.length, []);
  let folded = '';
  let kind = -1;
  let unit = 0;
  let lines = -1;
  while (advance(reader)) {
    if (reader.kind === space) {
      lines = reader.unit;
      continue;
    }
    const between = kind >= 0 && lines >= 0 ? spaceBetween(kind, unit, lines, reader.kind) : 0;
    if (between) folded += String.fromCharCode(between);
    folded += reader.units ?? String.fromCharCode(reader.unit);
    kind = reader.kind;
    unit = lastUnit(reader);
    lines = -1;
  }
  return folded;
}

/** The last folded unit of the character just read. */
export const lastUnit = ({ unit, units }: Reader): number =>
  units ? units.charCodeAt(units.length - 1) : unit;
