import { endOf, type Row, type Run } from './run.ts';

// Fewer lines beside one another are the cells of a table, or a date beside a place.
const FEWEST = 4;
// Lines of prose fill most of their column.
const PROSE = 0.6;
// In sizes of the letters: a blank between words is narrower, but where a line is stretched.
const NARROWEST = 0.45;

/** The rows as they are read, in parts: of two columns first the left one, then the right one. */
export function columnsOf(rows: readonly Row[]): Row[][] {
  const gutter = gutterOf(linesOf(rows));
  if (gutter === undefined) return rows.length ? [[...rows]] : [];
  const parts: Row[][] = [];
  let [left, right, across]: [Row[], Row[], Row[]] = [[], [], []];
  const close = (): void => {
    for (const part of [across, left, right]) if (part.length) parts.push(part);
    [left, right, across] = [[], [], []];
  };
  for (const row of rows) {
    if (row.x < gutter && endOf(row) > gutter) {
      if (left.length || right.length) close();
      across.push(row);
    } else (row.x < gutter ? left : right).push(row);
  }
  close();
  return parts;
}

/** The rows of each line. */
function linesOf(rows: readonly Row[]): Row[][] {
  const lines = new Map<number, Row[]>();
  for (const row of rows) {
    const others = lines.get(row.y);
    if (others) others.push(row);
    else lines.set(row.y, [row]);
  }
  return [...lines.values()];
}

/** What stands beside one another on a line: runs before they are put together, or rows. */
type Beside = readonly Pick<Run, 'x' | 'width' | 'size'>[];

/** Where a right column begins; undefined where there is but one column. */
export function gutterOf(lines: readonly Beside[]): number | undefined {
  const all = lines.flat();
  const left = Math.min(...all.map(({ x }) => x));
  const right = Math.max(...all.map((one) => one.x + one.width));
  const size = Math.max(...all.map((one) => one.size));
  const within = (part: number): number => left + part * (right - left);
  let best: { readonly at: number; readonly lines: number } | undefined;
  // In whole points: the lines of a column begin at one place.
  for (const at of new Set(all.map(({ x }) => Math.floor(x)))) {
    if (at < within(0.3) || at > within(0.7)) continue;
    const parts = lines.map((line) => partsOf(line, at, size));
    const whole = parts.filter(({ isAcross }) => !isAcross);
    const found = Math.min(
      whole.filter(({ before }) => spanOf(before) > PROSE * (at - left)).length,
      whole.filter(({ behind }) => spanOf(behind) > PROSE * (right - at)).length,
    );
    const across = parts.length - whole.length;
    if (found >= FEWEST && found >= across && found > (best?.lines ?? 0)) {
      best = { at, lines: found };
    }
  }
  return best?.at;
}

/** A line by where a column may begin; `isAcross` where it goes on over that, or comes too close. */
function partsOf(
  line: Beside,
  at: number,
  size: number,
): { readonly before: Beside; readonly behind: Beside; readonly isAcross: boolean } {
  const before = line.filter(({ x }) => x < at);
  const behind = line.filter(({ x }) => x >= at);
  const isAcross = before.some(({ x, width }) => x + width > at - NARROWEST * size);
  return { before, behind, isAcross };
}

const spanOf = (part: Beside): number =>
  Math.max(0, ...part.map(({ x, width }) => x + width)) - Math.min(...part.map(({ x }) => x));
