import type { Range, TextEditor } from 'vscode';

/** Lines from the first to the last, the last one left out. */
export interface LineSpan {
  readonly from: number;
  readonly to: number;
}

type Lines = { readonly start: { readonly line: number }; readonly end: { readonly line: number } };

/**
 * How many lines above and below what is seen are drawn along. Drawing a line costs the editor as much
 * whether it is seen or not, at every key; so many lines are there before one has scrolled to them.
 */
const margin = 150;

/** The lines of a document that are worth drawing: those its editors show, with a margin around. */
export function linesToDraw(editors: readonly TextEditor[]): LineSpan {
  const ranges: readonly Range[] = editors.flatMap(({ visibleRanges, selection }) =>
    // An editor that has just come up does not know yet what it shows.
    visibleRanges.length ? visibleRanges : [selection],
  );
  return around(ranges);
}

/** The lines that the ranges reach over, and a margin. */
export function around(ranges: readonly Lines[]): LineSpan {
  const first = ranges.reduce((line, { start }) => Math.min(line, start.line), Infinity);
  const last = ranges.reduce((line, { end }) => Math.max(line, end.line), 0);
  return { from: Math.max(0, Math.min(first, last) - margin), to: last + 1 + margin };
}

/** Whether what is seen lies well within the lines that are drawn. */
export function isDrawn(drawn: LineSpan, seen: readonly Lines[], lineCount: number): boolean {
  const near = margin / 3;
  return seen.every(
    ({ start, end }) =>
      (drawn.from === 0 || drawn.from + near <= start.line) &&
      (drawn.to >= lineCount || end.line + near < drawn.to),
  );
}
