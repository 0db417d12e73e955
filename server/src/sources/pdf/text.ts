import type { Line } from '../lines.ts';
import { columnsOf } from './columns.ts';
import { isNear, type Paragraph, paragraphsOf, type Usual, usualOf } from './paragraphs.ts';
import { rowsOf } from './rows.ts';
import type { Page, Row } from './run.ts';
import { withoutRunning } from './running.ts';
import { wordsOf } from './words.ts';

/** Two paragraphs that the end of a page may have broken, as one; undefined where it has not. */
export type Mend = (before: string, after: string) => string | undefined;

/** A note at the foot of a page: its sign stands first. */
const NOTE = /^(?:\[\d{1,3}\]|\d{1,3}(?=[\s\p{L}\p{Pi}\p{Ps}])|[*†‡§]{1,3})\s*(?=\S)/u;
const LONGEST_HEADING = 200;

/**
 * The lines of text of these pages in the order in which they are read: what is set larger as lines of `#`, notes at
 * the foot of pages at the end, without what stands on every page. Sentences go on over the ends of lines, columns and
 * pages.
 */
export function textOf(pages: readonly Page[], mend: Mend): Line[] {
  const rows = withoutRunning(pages.map(rowsOf));
  const parts = rows.map(columnsOf);
  const usual = usualOf(parts.flat());
  const knows = wordsOf(rows.flat().map(({ text }) => text));
  const notes: Paragraph[] = [];
  const text: Paragraph[] = [];
  for (const page of parts) {
    for (const part of page) {
      const foot = footOf(part, usual);
      const found = paragraphsOf(part.slice(0, foot), usual, knows);
      // The first of a part may be the end of what the last one has begun.
      for (const [at, one] of found.entries()) put(text, one, at === 0 ? mend : undefined);
      notes.push(...paragraphsOf(part.slice(foot), usual, knows));
    }
  }
  return [...headed(text, usual), ...notes.map(noted)];
}

function put(text: Paragraph[], next: Paragraph, mend: Mend | undefined): void {
  const before = text.at(-1);
  const whole = before && isNear(next.size, before.size) && mend?.(before.text, next.text);
  if (before && whole) text[text.length - 1] = { ...before, text: whole, last: next.last };
  else text.push(next);
}

/** Where the notes at the foot begin: small letters down to the end, and a sign before the first of them. */
function footOf(rows: readonly Row[], { size }: Usual): number {
  let from = rows.length;
  for (let at = rows.length - 1; at >= 0 && (rows[at] as Row).size < 0.93 * size; at--) {
    const row = rows[at] as Row;
    if (row.sign || NOTE.test(row.text)) from = at;
  }
  return from;
}

function headed(paragraphs: readonly Paragraph[], { size }: Usual): Line[] {
  const isHeading = (one: Paragraph): boolean =>
    one.size > 1.12 * size && one.text.length <= LONGEST_HEADING && /\p{L}/u.test(one.text);
  const sizes = new Set(paragraphs.filter(isHeading).map((one) => Math.round(one.size)));
  const levels = [...sizes].sort((one, other) => other - one);
  return paragraphs.map((one) => {
    if (!isHeading(one)) return { text: one.text, gap: one.gap };
    const level = Math.min(6, levels.indexOf(Math.round(one.size)) + 1);
    return { text: `${'#'.repeat(level)} ${one.text}`, gap: 2 };
  });
}

const noted = ({ text }: Paragraph): Line => ({
  text: text
    .replace(/^(\d{1,3})(?=[\s\p{L}\p{Pi}\p{Ps}])\s*/u, '[$1] ')
    .replace(/^(\[\d{1,3}\])\s*/, '$1 '),
  gap: 2,
});
