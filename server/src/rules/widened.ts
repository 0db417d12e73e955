import type { Document } from '../core/document.ts';
import type { Span } from '../core/text.ts';

/** The span with the marks whose words end or begin with it taken in whole, so that no edge is crossed. */
export function widened({ constructs }: Document, { from, to }: Span): Span {
  let start = from;
  let end = to;
  for (const { span, words } of constructs) {
    if (from <= span.from && span.from < to && words.to === to) end = Math.max(end, span.to);
    if (from < span.to && span.to <= to && words.from === from) start = Math.min(start, span.from);
  }
  return { from: start, to: end };
}
