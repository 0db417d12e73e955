import type { Span } from '../text.ts';

/** A title of fewer words is no name. */
export const shortestTitle = 3;
/** No title of more words is looked for. */
const longestTitle = 40;

/** The words of a title, compounds in their parts, without what is between them, as titles are compared. */
export function wordsOf(title: string): readonly string[] {
  const words: string[] = [];
  for (let at = 0; at < title.length; ) {
    const word = wordAt(title, at);
    if (word) words.push(word.folded);
    at = word ? word.end : at + 1;
  }
  return words;
}

/** The words of a title as one. */
export const joined = (words: readonly string[]): string => words.join(' ');

/** The titles that are looked for, as they are compared. */
export interface Titles {
  readonly byFirstWord: { has(word: string): boolean };
  /** By as many words as every title has. */
  readonly byStart: { has(words: string): boolean };
  readonly byTitle: { has(words: string): boolean };
}

export interface TitleFound extends Span {
  readonly title: string;
}

/**
 * Where titles stand in a text from end to end with the capitals of titles, the longest of those that begin at
 * one place; none overlap. Nearly every word is passed over for what it begins with. UTF-16 offsets.
 */
export function titlesIn(text: string, titles: Titles): readonly TitleFound[] {
  let found: TitleFound[] | undefined;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Small letters and blanks, as nearly all are.
    if ((code > 96 && code < 128) || code < 48) continue;
    if (!isCapital(text, at) || (at > 0 && begins(text, at - 1))) continue;
    const first = wordAt(text, at);
    if (!first) continue;
    const one = titles.byFirstWord.has(first.folded) ? titleAt(text, at, titles) : undefined;
    at = Math.max(at, (one?.to ?? first.end) - 1);
    if (!one) continue;
    found ??= [];
    found.push(one);
  }
  return found ?? none;
}

const none: readonly never[] = [];

function titleAt(text: string, from: number, titles: Titles): TitleFound | undefined {
  const words: Word[] = [];
  for (let at = from; words.length < longestTitle; ) {
    const word = wordAt(text, at);
    if (!word || !hasCapitals(text, at, word)) break;
    words.push(word);
    if (words.length === shortestTitle && !titles.byStart.has(titleOf(words))) return undefined;
    const next = nextWord(text, word.end);
    if (next < 0) break;
    at = next;
  }
  for (let end = words.length; end >= shortestTitle; end--) {
    const row = words.slice(0, end);
    const title = titleOf(row);
    if (titles.byTitle.has(title)) return { from, to: (row.at(-1) as Word).to, title };
  }
  return undefined;
}

interface Word {
  readonly folded: string;
  /** Behind it without a possessive or a stop, and with them. */
  readonly to: number;
  readonly end: number;
}

const titleOf = (words: readonly Word[]): string => joined(words.map(({ folded }) => folded));

/** The word that begins at a place; undefined where none does. */
function wordAt(text: string, start: number): Word | undefined {
  if (!begins(text, start)) return undefined;
  let end = start;
  while (isAsciiWord(text.charCodeAt(end))) end++;
  // Letters and figures alone, as nearly all are.
  if (!goesOn(text, end)) return { folded: text.slice(start, end).toLowerCase(), to: end, end };
  while (goesOn(text, end)) end++;
  const raw = text.slice(start, end);
  const folded = raw
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/'s$|[.']+$/g, '');
  return { folded, to: start + raw.replace(behindWord, '').length, end };
}

/** A possessive, and what closes a quotation or a sentence. */
const behindWord = /(?<!\.\p{L})(?:['’]s|[.'’]+)$/u;

/** What may stand between two words of a title. */
const between = /[\s,:“”"()\u2010-\u2014-]{1,3}/y;

/** Where the word behind a place begins; -1 where something ends before. */
function nextWord(text: string, at: number): number {
  between.lastIndex = at;
  return between.test(text) ? between.lastIndex : -1;
}

const small = /^(?:of|on|the|and|for|in|to|with|between|an?|from|by|at|or|as)$/;

const hasCapitals = (text: string, at: number, { folded }: Word): boolean =>
  isCapital(text, at) || small.test(folded);

const isAsciiWord = (code: number): boolean =>
  (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);

/** Whether a letter with a capital, or a figure, stands at a place. */
function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code > 64 && code < 91) || (code > 47 && code < 58);
  return /[\p{Lu}\p{N}]/u.test(text.charAt(at));
}

function begins(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? isAsciiWord(code) : /[\p{L}\p{N}]/u.test(text.charAt(at));
}

function goesOn(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return isAsciiWord(code) || code === 46 || code === 39 || code === 43;
  return /[\p{L}\p{M}\p{N}’]/u.test(text.charAt(at));
}
