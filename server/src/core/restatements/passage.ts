import { findNames, type NameIndex } from '../names/automaton.ts';
import { longer } from '../numbers.ts';
import { hashedOn } from '../snapshot/name-table.ts';
import { mixed, telling } from './runs.ts';
import { type Known, keyOfTerm, termAt, termNumber, wordAt } from './vocabulary.ts';

/**
 * A passage read for comparing: its words, or two characters of a script without spaces, or names, each a token.
 * Tokens are numbers in one array, because a check reads a hundred thousand passages.
 */
export interface Passage {
  readonly text: string;
  readonly length: number;
  readonly tokens: Int32Array;
}

/** How many numbers a token is: its term, where it begins and ends in the text (UTF-16), and what it is. */
const width = 4;

/** The number of the term, which equal words share; see `keyOfTerm`. */
export const termOf = ({ tokens }: Passage, at: number): number => tokens[width * at] as number;
export const fromOf = ({ tokens }: Passage, at: number): number => tokens[width * at + 1] as number;
export const toOf = ({ tokens }: Passage, at: number): number => tokens[width * at + 2] as number;

// What a token is, as bits above its weight in twentieths.
const twentieths = 20;
const weightBits = 0xff;
const nameBit = 0x100;
const speakingBit = 0x200;
const knownBit = 0x400;

/** How much it counts, 0 to 1. */
export const weightOf = ({ tokens }: Passage, at: number): number =>
  ((tokens[width * at + 3] as number) & weightBits) / twentieths;
/** Written as a name is: an entity or state, or a capital where no sentence begins. */
export const isName = ({ tokens }: Passage, at: number): boolean =>
  ((tokens[width * at + 3] as number) & nameBit) !== 0;
/** Said of who speaks, or a light word of speaking itself. */
export const isSpeaking = ({ tokens }: Passage, at: number): boolean =>
  ((tokens[width * at + 3] as number) & speakingBit) !== 0;
/** Whether it is an entity or a well-known state or body. */
export const isKnown = ({ tokens }: Passage, at: number): boolean =>
  ((tokens[width * at + 3] as number) & knownBit) !== 0;

// The passage that is being read.
let tokens = new Int32Array(width << 8);
let length = 0;

function push(term: number, from: number, to: number, is: number): void {
  if (width * length === tokens.length) tokens = longer(tokens);
  const at = width * length++;
  tokens[at] = term;
  tokens[at + 1] = from;
  tokens[at + 2] = to;
  tokens[at + 3] = is;
}

/** Reads a text; names of entities and states count as one token, whatever they are called. */
export function readPassage(text: string, names: NameIndex<number>): Passage {
  length = 0;
  let at = 0;
  for (const { from, to, term } of longestNames(text, names)) {
    readWords(text, at, from);
    // States and bodies are parties: they say who, and little of what.
    push(term, from, to, (twentieths / 2) | nameBit | knownBit);
    at = to;
  }
  readWords(text, at, text.length);
  nameSubject();
  lightenPersons();
  return { text, length, tokens: tokens.slice(0, width * length) };
}

function longestNames(text: string, names: NameIndex<number>) {
  const found: { from: number; to: number; term: number }[] = [];
  for (const { from, to, of } of findNames(names, text, { from: 0, to: text.length }, [])) {
    const last = found[found.length - 1];
    if (last && from < last.to) {
      if (from > last.from || to <= last.to) continue;
      found.pop();
    }
    found.push({ from, to, term: of[0] as number });
  }
  return found;
}

// What a UTF-16 unit is; 0 where nobody has asked yet.
const other = 1;
const letter = 2;
const joining = 3;
const unspaced = 4;
/** 々 alone is a word. */
const again = 5;
const surrogate = 6;
const kinds = new Uint8Array(1 << 16);

function kindAt(text: string, at: number): number {
  const known = kinds[text.charCodeAt(at)] as number;
  return known && known !== surrogate ? known : kindAsked(text, at);
}

function kindAsked(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const kind = kindOf(code);
  kinds[code] = kind;
  return kind === surrogate ? kindOfPair(text, at) : kind;
}

function kindOf(code: number): number {
  if (code >= 0xd800 && code < 0xe000) return surrogate;
  if ((code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff)) return unspaced;
  if (code === 0x3005) return again;
  if (code === 46 || code === 39 || code === 0x2019) return joining;
  return /[\p{L}\p{N}]/u.test(String.fromCharCode(code)) ? letter : other;
}

/** Both halves of a letter beyond the first plane are letters. */
function kindOfPair(text: string, at: number): number {
  const isSecond = text.charCodeAt(at) >= 0xdc00;
  const first = isSecond ? at - 1 : at;
  const point = first < 0 ? 0 : (text.codePointAt(first) as number);
  return point > 0xffff && /[\p{L}\p{N}]/u.test(String.fromCodePoint(point)) ? letter : other;
}

function readWords(text: string, from: number, to: number): void {
  let at = from;
  while (at < to) {
    const kind = kindAt(text, at);
    if (kind === letter) at = readWord(text, at, to);
    else if (kind === unspaced || kind === again) at = readUnspaced(text, at, to);
    else at++;
  }
}

/** Letters and figures, and signs between two of them: `U.S`, `Council's`. Returns where the word ends. */
function readWord(text: string, from: number, to: number): number {
  let hash = 0;
  let at = from;
  while (at < to) {
    const kind = kindAt(text, at);
    if (kind !== letter) {
      if (kind !== joining || at + 1 >= to || kindAt(text, at + 1) !== letter) break;
    }
    hash = hashedOn(hash, text.charCodeAt(at++));
  }
  pushWord(wordAt(text, from, at, hash), from, at);
  return at;
}

function pushWord({ term, weight, capital, speaking }: Known, from: number, to: number): void {
  const name = capital && length > 0 ? nameBit : 0;
  push(term, from, to, inTwentieths(weight) | name | (speaking ? speakingBit : 0));
}

const inTwentieths = (weight: number): number => Math.round(twentieths * weight);

/** Two characters at a time. Kana alone are mostly grammar. Returns where the run ends. */
function readUnspaced(text: string, from: number, to: number): number {
  let end = from;
  let isWord = true;
  for (; end < to; end++) {
    const kind = kindAt(text, end);
    if (kind !== unspaced && kind !== again) break;
    if (kind === unspaced) isWord = false;
  }
  if (isWord) {
    let hash = 0;
    for (let at = from; at < end; at++) hash = hashedOn(hash, text.charCodeAt(at));
    pushWord(wordAt(text, from, end, hash), from, end);
    return end;
  }
  const last = Math.max(from + 1, end - 1);
  for (let at = from; at < last; at++) {
    const pairEnd = Math.min(at + 2, end);
    let kana = 0;
    for (let i = at; i < pairEnd; i++) if (isKana(text.charCodeAt(i))) kana++;
    const weight = kana === 0 ? telling : kana < pairEnd - at ? mixed : 0;
    push(termAt(text, at, pairEnd), at, pairEnd, inTwentieths(weight));
  }
  return end;
}

const isKana = (code: number): boolean => code >= 0x3040 && code <= 0x309f;

/** Behind the subject of a sentence that is one word. */
const afterSubject: ReadonlySet<number> = new Set(
  ['will', 'shall', 'has', 'have', 'is', 'are', 'would', 'should', 'may', 'can', 'must'].map(
    termNumber,
  ),
);

/** A capital tells nothing where a sentence begins, but one word that does or says something is a name. */
function nameSubject(): void {
  if (length < 2) return;
  const first = tokens[3] as number;
  if ((first & weightBits) < twentieths || first & nameBit) return;
  const isFollowed =
    (tokens[width + 3] as number) & speakingBit || afterSubject.has(tokens[width] as number);
  if (isFollowed) tokens[3] = first | nameBit;
}

const office = 4;

/** Whoever holds an office speaks for the same state: names behind an office count like the office. */
function lightenPersons(): void {
  let person = false;
  let end = -1;
  for (let i = 0; i < length; i++) {
    const at = width * i;
    const follows = (tokens[at + 1] as number) - end <= 2;
    end = tokens[at + 2] as number;
    const is = tokens[at + 3] as number;
    const isOffice = is & speakingBit && (is & nameBit || i === 0);
    if (isOffice) person = true;
    else if (person && is & nameBit && follows && !(is & knownBit)) {
      tokens[at + 3] = (is & ~weightBits) | office | speakingBit;
    } else person = false;
  }
}

/** The key of a token's term. */
export const keyAt = (passage: Passage, at: number): string => keyOfTerm(termOf(passage, at));
