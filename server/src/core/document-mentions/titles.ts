import { matchesOf } from '../matches.ts';
import type { Span } from '../text.ts';

/** Words in a row that titles could be made of, with their places. UTF-16 offsets. */
export interface TitleRun extends Span {
  readonly words: readonly TitleWord[];
}

export interface TitleWord extends Span {
  /** As titles are compared; see `foldedWord`. */
  readonly word: string;
}

const capital = "[\\p{Lu}\\p{N}][\\p{L}\\p{M}\\p{N}.'’+-]{0,40}";
const small = 'of|on|the|and|for|in|to|with|between|an?|from|by|at';

/** Words with a capital, no more than a small word apart. Each pattern is linear on any text. */
const run = new RegExp(
  `${capital}(?:[\\s,:“”"–—]{1,3}(?:(?:${small})\\s{1,3}){0,3}${capital}){1,30}`,
  'gu',
);

/** A shorter title, or one of words that every title has, is no name. */
export const shortestTitle = 3;

/** The runs of a text that are long enough for a title. */
export function titleRunsIn(text: string): readonly TitleRun[] {
  const runs: TitleRun[] = [];
  for (const { 0: found, index } of matchesOf(run, text)) {
    const words = wordsAt(found, index);
    if (words.length >= shortestTitle) runs.push({ from: index, to: index + found.length, words });
  }
  return runs;
}

/** The words of a title or of a text, compounds in their parts, without what is between them. */
const aWord = /[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’+]*/gu;

const wordsAt = (text: string, at: number): TitleWord[] =>
  Array.from(matchesOf(aWord, text), ({ 0: word, index }) => ({
    from: at + index,
    to: at + index + word.replace(behindWord, '').length,
    word: foldedWord(word),
  }));

/** A possessive, and what closes a quotation or a sentence. */
const behindWord = /(?<!\.\p{L})(?:['’]s|[.'’]+)$/u;

/** The words of a title as they are compared. */
export const wordsOf = (title: string): string[] => wordsAt(title, 0).map(({ word }) => word);

/** In small letters, without a possessive or a stop at its end. */
const foldedWord = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/'s$|[.']+$/g, '');

/** Where a title stands in a run that begins with its first word at `at`; undefined where it does not. */
export function titleAt(
  { words }: TitleRun,
  at: number,
  title: readonly string[],
): Span | undefined {
  const last = words[at + title.length - 1];
  if (!last || !title.every((word, i) => words[at + i]?.word === word)) return undefined;
  return { from: (words[at] as TitleWord).from, to: last.to };
}
