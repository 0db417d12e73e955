import { matchesOf } from '../../core/matches.ts';
import { fold } from '../../core/names/fold.ts';

/**
 * A word as it is looked for, folded. Scripts that write no spaces between words (Chinese, Japanese,
 * Thai …) have runs instead of words.
 */
export interface Word {
  readonly text: string;
  /** A run of such a script: whatever stands in it can be looked for. */
  readonly wide: boolean;
}

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々〆]/u;
const parts = new RegExp(
  `(${unspaced.source}[${unspaced.source.slice(1, -1)}\\p{M}]*)|(?:(?!${unspaced.source})[\\p{L}\\p{N}\\p{M}])+`,
  'gu',
);

/** The words of a text, folded, in their order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of matchesOf(parts, fold(text))) {
    words.push({ text: match[0], wide: match[1] !== undefined });
  }
  return words;
}

/** Whether every one of `sought` begins one of `words`, or stands in a run of a script without spaces. */
export const matches = (words: readonly Word[], sought: readonly Word[]): boolean =>
  sought.every(({ text, wide }) =>
    words.some((word) => (wide ? word.text.includes(text) : word.text.startsWith(text))),
  );
