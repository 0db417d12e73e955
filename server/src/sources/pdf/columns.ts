import { endOf, type Row } from './run.ts';

// Fewer lines beside one another are the cells of a table, or a date beside a place.
const FEWEST = 4;

/** The rows as they are read, in parts: of two columns first the left one, then the right one. */
export function columnsOf(rows: readonly Row[]): Row[][] {
  const gutter = gutterOf(rows);
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

/** Where the blank between two columns lies; undefined where there is but one. */
function gutterOf(rows: readonly Row[]): number | undefined {
  const [from, to] = [Math.min(...rows.map(({ x }) => x)), Math.max(...rows.map(endOf))];
  let best: { readonly at: number; readonly lines: number } | undefined;
  for (let part = 0.3; part <= 0.7; part += 0.02) {
    const at = from + part * (to - from);
    const lefts = rows.filter((row) => endOf(row) <= at);
    const rights = rows.filter((row) => row.x >= at);
    const across = rows.length - lefts.length - rights.length;
    const lines = Math.min(prose(lefts, from, at), prose(rights, at, to));
    if (lines < FEWEST || across > lines) continue;
    if (!best || lines > best.lines) best = { at, lines };
  }
  return best?.at;
}

/** How many of the rows are lines of prose: they fill most of what there is between these two. */
const prose = (rows: readonly Row[], from: number, to: number): number =>
  rows.filter(({ width }) => width > 0.6 * (to - from)).length;
