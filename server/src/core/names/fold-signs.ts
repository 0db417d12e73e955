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

/** Kind and folded form of a character. */
export function characterOf(codePoint: number): Character {
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
