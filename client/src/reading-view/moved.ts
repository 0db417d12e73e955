import type { Place } from './messages.ts';

type Range = Place['range'];

/** A range so many lines further down. */
export const moved = ({ start, end }: Range, lines: number): Range => ({
  start: { line: start.line + lines, character: start.character },
  end: { line: end.line + lines, character: end.character },
});
