import type { Span } from '../text.ts';

/** A stretch of a text with its cuts: sorted, disjoint spans that are no source. */
export interface Source {
  readonly text: string;
  readonly to: number;
  readonly cuts: readonly Span[];
}

/** Words further apart than this, signs included, do not belong together. */
const farthest = 400;

/** The source between two offsets; undefined where they are far apart. */
export function sourceBetween(
  { text, cuts }: Source,
  from: number,
  to: number,
): string | undefined {
  if (to - from > farthest) return undefined;
  let between = '';
  let at = from;
  for (let i = firstBehind(cuts, from); at < to; i++) {
    const cut = cuts[i];
    if (!cut || cut.from >= to) return between + text.slice(at, to);
    between += text.slice(at, Math.max(at, cut.from));
    at = Math.max(at, cut.to);
  }
  return between;
}

/** The index of the first span that ends behind an offset. */
function firstBehind(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).to <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How far those spans reach that begin at or before an offset; the spans are in order of their start. */
export function reach(spans: readonly Span[]): (offset: number) => number {
  if (!spans.length) return () => -1;
  let most = -1;
  const ends = spans.map(({ to }) => {
    most = Math.max(most, to);
    return most;
  });
  return (offset) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle] as Span).from <= offset) low = middle + 1;
      else high = middle;
    }
    return ends[low - 1] ?? -1;
  };
}

const heading = /^#{1,6}[ \t]+\S/;

/** The lines of a paragraph that are headings: 1 to 6 `#`, a blank and words. */
export function headingsIn(text: string, { from, to }: Span): Span[] {
  const lines: Span[] = [];
  const words = text.slice(from, to);
  if (!words.includes('#')) return lines;
  for (const { index, 0: line } of words.matchAll(/[^\r\n]+/g)) {
    const start = from + index;
    if (heading.test(line)) lines.push({ from: start, to: start + line.length });
  }
  return lines;
}
