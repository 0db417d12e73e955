/** A stretch of a text in UTF-16 offsets, half open: `from` is in it, `to` is not. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A piece of a text with its place. The span may be wider than the words: it takes in a sign such as `#` or `.` before a name. */
export interface Piece extends Span {
  readonly text: string;
}

/** Whether `offset` stands in the span or at one of its two edges, as a text cursor does. */
export const touches = (span: Span, offset: number): boolean =>
  span.from <= offset && offset <= span.to;

/** Whether `inner` lies wholly in `outer`. */
export const contains = (outer: Span, inner: Span): boolean =>
  outer.from <= inner.from && inner.to <= outer.to;

/** Whether the two spans share at least one character. */
export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;

/** The span moved by `delta` characters. */
export const moved = (span: Span, delta: number): Span => ({
  from: span.from + delta,
  to: span.to + delta,
});

/** Runs of white space, line ends among them, as one space. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** At most `most` characters, cut before a word where words are told apart by spaces. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  // A pair of units may be one character, and a long text need not be taken apart.
  const characters = [...text.slice(0, 2 * most + 2)];
  if (characters.length <= most) return text;
  const head = characters.slice(0, most).join('');
  const space = head.lastIndexOf(' ');
  const cut = space > head.length * 0.6 ? head.slice(0, space) : head;
  return `${cut.replace(/[\s,;:.、。，]+$/, '')}…`;
}
