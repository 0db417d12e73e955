import { matchesOf } from '../matches.ts';
import type { Span } from '../text.ts';

/** Words in a row that may be the title of a document. UTF-16 offsets. */
export interface TitleLike extends Span {
  /** As titles are compared; see `foldedTitle`. */
  readonly title: string;
}

/** A title of fewer words is no name. */
export const shortestTitle = 3;

const capital = "[\\p{Lu}\\p{N}][\\p{L}\\p{M}\\p{N}.'’+-]{0,40}";
const small = 'of|on|the|and|for|in|to|with|between|an?|from|by|at';

/** Words with a capital, no more than three small words apart. Linear on any text. */
const run = new RegExp(
  `${capital}(?:[\\s,:“”"–—]{1,3}(?:(?:${small})\\s{1,3}){0,3}${capital}){1,30}`,
  'gu',
);

/**
 * All words in a row of a text that have the capitals of a title: of those that begin at one place the longest
 * first.
 */
export function titlesLikeIn(text: string): readonly TitleLike[] {
  const found: TitleLike[] = [];
  for (const { 0: words, index } of matchesOf(run, text)) {
    const all = wordsAt(words, index);
    for (let first = 0; first + shortestTitle <= all.length; first++) {
      for (let end = all.length; end >= first + shortestTitle; end--) {
        const row = all.slice(first, end);
        const { from } = row[0] as TitleWord;
        found.push({ from, to: (row.at(-1) as TitleWord).to, title: joined(row) });
      }
    }
  }
  return found;
}

interface TitleWord extends Span {
  readonly word: string;
}

const aWord = /[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’+]*/gu;
/** A possessive, and what closes a quotation or a sentence. */
const behindWord = /(?<!\.\p{L})(?:['’]s|[.'’]+)$/u;

const wordsAt = (text: string, at: number): TitleWord[] =>
  Array.from(matchesOf(aWord, text), ({ 0: word, index }) => ({
    from: at + index,
    to: at + index + word.replace(behindWord, '').length,
    word: foldedWord(word),
  }));

/** In small letters, without a possessive or a stop at its end. */
const foldedWord = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/'s$|[.']+$/g, '');

const joined = (words: readonly TitleWord[]): string => words.map(({ word }) => word).join(' ');

/** The words of a title, compounds in their parts, without what is between them. */
export const wordsOf = (title: string): string[] => wordsAt(title, 0).map(({ word }) => word);

/** A title as it is compared: its words with a blank between them. */
export const foldedTitle = (title: string): string => joined(wordsAt(title, 0));
