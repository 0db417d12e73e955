import { t } from '../core/language.ts';
import { onOneLine, shortened } from '../core/text.ts';

/** No title or message has more characters of somebody's words. */
const longest = 40;

/** Words for a message or a title: on one line and not too long. */
export const brief = (words: string): string => shortened(onOneLine(words), longest);

/** The same in quotes. */
export const said = (words: string): string => t`“${brief(words)}”`;

/** A short text before and after it is mended, for a rule's page. */
export const instead = (before: string, after: string): string =>
  ['```text', before, '```', '', 'becomes', '', '```text', after, '```'].join('\n');

/** `1 document`, `3 documents`. */
export const documentsOf = (count: number): string =>
  count === 1 ? t`1 document` : t`${count} documents`;

/** So many of something, in English, which the command line speaks: `1 place`, `3 places`. */
export const counted = (number: number, one: string): string =>
  `${number} ${one}${number === 1 ? '' : 's'}`;

/** Several things in a row: `a, b and c`. */
export const listed = (all: readonly string[]): string =>
  all.length < 2 ? all.join('') : t`${all.slice(0, -1).join(t`, `)} and ${all.at(-1) ?? ''}`;
