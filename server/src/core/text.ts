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

/** Runs of white space, line ends among them, as one space. Most text has none that is not one already. */
export const singleSpaced = (text: string): string =>
  /[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text;

/** The same without any at its ends. */
export const onOneLine = (text: string): string => singleSpaced(text).trim();

/** At most `most` characters, cut before a word where words are told apart by spaces. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = unitsOf(text, most);
  if (end >= text.length) return text;
  const head = text.slice(0, end);
  const space = head.lastIndexOf(' ');
  const cut = space > head.length * 0.6 ? head.slice(0, space) : head;
  return `${cut.replace(/[\s,;:.、。，]+$/, '')}…`;
}

/** How many UTF-16 units the first characters of a text take: a pair of units may be one character. */
function unitsOf(text: string, characters: number): number {
  if (!hasPairs(text.slice(0, characters))) return Math.min(characters, text.length);
  let at = 0;
  for (let i = 0; i < characters && at < text.length; i++) at += isPair(text, at) ? 2 : 1;
  return at;
}

/** The last characters of a text, at most so many. */
export function ending(text: string, most: number): string {
  const end = text.slice(Math.max(0, text.length - most));
  if (!hasPairs(end)) return end;
  let at = text.length;
  for (let i = 0; i < most && at > 0; i++) at -= isPair(text, at - 2) ? 2 : 1;
  return text.slice(at);
}

/** Whether any character of a text takes two UTF-16 units. */
const hasPairs = (text: string): boolean => /[\ud800-\udfff]/.test(text);

/** Whether two UTF-16 units make one character. */
const isPair = (text: string, at: number): boolean => (text.codePointAt(at) ?? 0) > 0xffff;

/** How many characters two texts share at their beginning and, beyond that, at their end. */
export function commonEnds(a: string, b: string): { head: number; tail: number } {
  const most = Math.min(a.length, b.length);
  const head = sharedRun(most, (from, to) => a.slice(from, to) === b.slice(from, to));
  const tail = sharedRun(
    most - head,
    (from, to) =>
      a.slice(a.length - to, a.length - from) === b.slice(b.length - to, b.length - from),
  );
  return { head, tail };
}

/** How far `same` holds, counted in characters from 0 to at most `most`: in long strides, then by halves. */
function sharedRun(most: number, same: (from: number, to: number) => boolean): number {
  const stride = 8192;
  let at = 0;
  while (at + stride <= most && same(at, at + stride)) at += stride;
  let left = Math.min(stride, most - at);
  while (left > 0) {
    const half = (left + 1) >> 1;
    if (same(at, at + half)) {
      at += half;
      left -= half;
    } else left = half - 1;
  }
  return at;
}
