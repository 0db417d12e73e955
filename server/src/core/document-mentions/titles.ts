import type { Span } from '../text.ts';
import { shortestTitle, type TitleIndex } from './title-index.ts';

/** No title of more words is looked for. */
const longestTitle = 40;

/** The words of a title, compounds in their parts, without what is between them, as titles are compared. */
export function wordsOf(title: string): readonly string[] {
  const words: string[] = [];
  for (let at = 0; at < title.length; ) {
    const word = wordAt(title, at, title.length);
    if (word) words.push(word.folded);
    at = word ? word.end : at + 1;
  }
  return words;
}

/** Words that are the title of something. UTF-16 offsets. */
export interface Titled<T> extends Span {
  /** All that has this title. */
  readonly all: readonly T[];
}

/**
 * Where titles stand in a stretch of a text from end to end with the capitals of titles, the longest of those
 * that begin at one place; none overlap. Nearly every word is passed over for what it begins with.
 */
export function titlesIn<T>(
  text: string,
  { from, to }: Span,
  index: TitleIndex<T>,
): readonly Titled<T>[] {
  let found: Titled<T>[] | undefined;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    // Small letters and blanks, as nearly all are.
    if ((code > 96 && code < 128) || code < 48) continue;
    if (!isCapital(text, at) || (at > from && beginsWord(text, at - 1))) continue;
    const first = wordAt(text, at, to);
    if (!first) continue;
    const one = index.mayBegin(first.folded) ? titleAt(text, at, to, index) : undefined;
    at = Math.max(at, (one?.to ?? first.end) - 1);
    if (!one) continue;
    found ??= [];
    found.push(one);
  }
  return found ?? none;
}

const none: readonly never[] = [];

function titleAt<T>(
  text: string,
  from: number,
  limit: number,
  index: TitleIndex<T>,
): Titled<T> | undefined {
  const words: string[] = [];
  const ends: number[] = [];
  for (let at = from; at >= 0 && words.length < longestTitle; ) {
    const word = wordAt(text, at, limit);
    if (!word || !hasCapitals(text, at, word)) break;
    words.push(word.folded);
    ends.push(word.to);
    if (words.length === shortestTitle && !index.mayGoOn(words)) return undefined;
    at = endsSentence(text, at, word) ? -1 : nextWord(text, word.end);
  }
  for (; words.length >= shortestTitle; words.pop(), ends.pop()) {
    const all = index.get(words);
    if (all.length) return { from, to: ends.at(-1) as number, all };
  }
  return undefined;
}

interface Word {
  readonly folded: string;
  /** Behind it without a possessive or a stop, and with them. */
  readonly to: number;
  readonly end: number;
}

/** The word that begins at a place; undefined where none does. */
function wordAt(text: string, start: number, limit: number): Word | undefined {
  if (start >= limit || !beginsWord(text, start)) return undefined;
  let end = start;
  while (end < limit && isAsciiWord(text.charCodeAt(end))) end++;
  // Letters and figures alone, as nearly all are.
  if (end === limit || !isInWord(text, end))
    return { folded: text.slice(start, end).toLowerCase(), to: end, end };
  while (end < limit && isInWord(text, end)) end++;
  const raw = text.slice(start, end);
  const folded = raw
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/'s$|[.']+$/g, '');
  return { folded, to: start + raw.replace(behindWord, '').length, end };
}

/** A possessive, and what closes a quotation or a sentence. */
const behindWord = /(?<!\.\p{L})(?:['’]s|[.'’]+)$/u;

/** Whether a stop behind a word is more than that of an initial. */
const endsSentence = (text: string, at: number, { to, end }: Word): boolean =>
  text.charAt(end - 1) === '.' && to < end && to - at > 1;

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

function beginsWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? isAsciiWord(code) : /[\p{L}\p{N}]/u.test(text.charAt(at));
}

function isInWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return isAsciiWord(code) || code === 46 || code === 39 || code === 43;
  return /[\p{L}\p{M}\p{N}’]/u.test(text.charAt(at));
}
