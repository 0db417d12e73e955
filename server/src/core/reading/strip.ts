import type { Document } from '../document.ts';
import { lastAtMost } from '../search.ts';
import type { Span } from '../text.ts';

/** What strip leaves out of a document: sorted, disjoint spans. */
export function* cuts(document: Document): Generator<Span> {
  if (document.front) yield document.front.span;
  for (const { passage } of document.paragraphs) yield* passage.cuts;
}

/**
 * The source: the document without front matter and notes, marks and references reduced to their
 * words, escapes without their backslash, every other character as it is.
 */
export function strip(document: Document): string {
  return stripSpan(document, { from: 0, to: document.text.length });
}

/** The source text of one span of the document; a construct that it cuts through loses only what lies in it. */
export const stripSpan = (document: Document, span: Span): string => stripped(document, span).text;

/** Source text that knows where it came from. */
export interface Stripped {
  readonly text: string;
  /** The document offset of the character at `index`; of the text's length, where the last one ends. */
  readonly offsetOf: (index: number) => number;
  /** The index of the first character at or after this document offset. */
  readonly indexOf: (offset: number) => number;
}

/** The source text of one span with the way back to the document. */
export function stripped(document: Document, span: Span): Stripped {
  const pieces: string[] = [];
  const starts: number[] = [];
  const offsets: number[] = [];
  let length = 0;
  const keep = (from: number, to: number) => {
    if (from >= to) return;
    pieces.push(document.text.slice(from, to));
    starts.push(length);
    offsets.push(from);
    length += to - from;
  };
  let at = span.from;
  for (const cut of cutsWithin(document, span)) {
    keep(at, Math.min(cut.from, span.to));
    at = Math.max(at, cut.to);
  }
  keep(at, span.to);
  const text = pieces.join('');
  const offsetOf = (index: number): number => {
    if (index >= length) {
      const last = pieces.length - 1;
      return last < 0 ? span.from : (offsets[last] as number) + (pieces[last] as string).length;
    }
    const piece = lastAtMost(starts, index);
    return (offsets[piece] as number) + index - (starts[piece] as number);
  };
  const indexOf = (offset: number): number => {
    const piece = lastAtMost(offsets, offset);
    if (piece < 0) return 0;
    const start = starts[piece] as number;
    return start + Math.min(offset - (offsets[piece] as number), (pieces[piece] as string).length);
  };
  return { text, offsetOf, indexOf };
}

function* cutsWithin(document: Document, span: Span): Generator<Span> {
  const { front, paragraphs } = document;
  if (front && front.span.from < span.to && span.from < front.span.to) yield front.span;
  for (let i = paragraphAt(document, span.from); i < paragraphs.length; i++) {
    const paragraph = paragraphs[i];
    if (!paragraph || paragraph.from >= span.to) return;
    const { cuts } = paragraph.passage;
    for (let k = firstBehind(cuts, span.from); k < cuts.length; k++) {
      const cut = cuts[k];
      if (!cut || cut.from >= span.to) break;
      yield cut;
    }
  }
}

/** The index of the first of these sorted, disjoint spans that ends behind `offset`. */
function firstBehind(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.to ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the first paragraph that ends at or after `offset`. */
export function paragraphAt(document: Document, offset: number): number {
  const { paragraphs } = document;
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.to ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
