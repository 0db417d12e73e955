import type { Line } from '../lines.ts';
import { isWide } from './rows.ts';
import { endOf, type Row } from './run.ts';
import { goingOn, type Knows } from './words.ts';

/** A paragraph of a column: its words, and how large they are. */
export interface Paragraph {
  readonly text: string;
  readonly size: number;
  /** How it is set off from the one before it. */
  readonly gap: Line['gap'];
  readonly first: Row;
  readonly last: Row;
}

/** What is usual in a text. */
export interface Usual {
  /** The size of most of its letters. */
  readonly size: number;
  /** From one line of that size to the next. */
  readonly leading: number;
}

const BULLET = /^[•‣▪◦●○∙■□]\s*/u;
const ITEM =
  /^(?:[•‣▪◦●○∙■□]|[–—-] |(?:\d{1,3}(?:\.\d{1,3})*[.)]|\((?:\d{1,3}|\p{L}|[ivxlc]{1,6})\)|\p{L}\)|[ivx]{1,5}[.)]) ?(?=\S))/u;

/** The size of most letters and the distance of most lines. */
export function usualOf(parts: readonly (readonly Row[])[]): Usual {
  const letters = new Map<number, number>();
  for (const { size, text } of parts.flat()) add(letters, Math.round(size * 2) / 2, text.length);
  const size = mostOf(letters) ?? 10;
  const steps = new Map<number, number>();
  for (const rows of parts) {
    for (const [at, row] of rows.entries()) {
      const step = row.y - (rows[at - 1]?.y ?? row.y);
      if (step > 0.8 * size && step < 3 * size && isNear(row.size, size)) {
        add(steps, Math.round(step * 2) / 2, row.width);
      }
    }
  }
  return { size, leading: mostOf(steps) ?? 1.2 * size };
}

const add = (counts: Map<number, number>, key: number, count: number): void =>
  void counts.set(key, (counts.get(key) ?? 0) + count);

const mostOf = (counts: ReadonlyMap<number, number>): number | undefined =>
  [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];

export const isNear = (one: number, other: number): boolean => Math.abs(one - other) < 0.07 * other;

/** The paragraphs of a column: they end where there is more room, where a line ends early, and where one is set in. */
export function paragraphsOf(rows: readonly Row[], usual: Usual, knows: Knows): Paragraph[] {
  const right = rightOf(rows);
  const paragraphs: Paragraph[] = [];
  let open: Row[] = [];
  let text = '';
  let gap: Line['gap'] = 2;
  const close = (): void => {
    const [first, last] = [open[0], open.at(-1)];
    if (first && last)
      paragraphs.push({ text: itemised(text), size: first.size, gap, first, last });
  };
  for (const row of rows) {
    const begins = open.length ? beginning(open, row, usual, right) : 2;
    if (begins) {
      close();
      [open, text, gap] = [[row], row.text, begins];
    } else {
      open.push(row);
      text = goingOn(text, row.text, knows);
    }
  }
  close();
  return paragraphs;
}

/** Where most lines of a column end. */
function rightOf(rows: readonly Row[]): number {
  const ends = rows.map(endOf).sort((one, other) => one - other);
  return ends[Math.floor(0.9 * ends.length)] ?? 0;
}

/** How a row is set off as a new paragraph; 0 where it goes on with the open one. */
function beginning(open: readonly Row[], row: Row, usual: Usual, right: number): 0 | 1 | 2 {
  const before = open.at(-1) as Row;
  const step = row.y - before.y;
  // Cells of one line, or what a file has put elsewhere.
  if (step < 0.3 * row.size) return 1;
  if (!isNear(row.size, before.size) || row.sign) return 2;
  const leading = (usual.leading / usual.size) * row.size;
  if (step > 1.3 * leading || step > 2.2 * row.size) return 2;
  const isItem = ITEM.test(row.text);
  const ended = isEarly(before, row, right);
  if (isItem && (ended || hasEnded(before))) return 1;
  const set = row.x - before.x;
  const hangs = open.length === 1 && (ITEM.test(before.text) || before.sign !== undefined);
  // A first line that is set in; the sentence before must have come to its end.
  if (set > 0.8 * row.size && !hangs && hasEnded(before) && !isCentred(before, row)) return 2;
  if (set < -0.8 * row.size && open.length > 1 && hasEnded(before)) return 2;
  return ended && hasEnded(before) ? 1 : 0;
}

const hasEnded = ({ text }: Row): boolean =>
  /[.!?:;。．！？：；…][\p{Pf}\p{Pe}"'\]\d[]*$/u.test(text);

const isCentred = (one: Row, other: Row): boolean =>
  Math.abs(one.x + one.width / 2 - other.x - other.width / 2) < 0.5 * other.size;

/** Whether a line ends although the first word of the next would have fitted on it. */
function isEarly(before: Row, next: Row, right: number): boolean {
  const letter = next.width / Math.max(1, next.text.length);
  const first = isWide(next.text[0]) ? 2 : (/^\S+/.exec(next.text)?.[0].length ?? 1);
  return endOf(before) + (first + 2) * letter < right;
}

const itemised = (text: string): string => (BULLET.test(text) ? text.replace(BULLET, '- ') : text);
