import { moved, type Span } from '../text.ts';

/** Replaces `span` of a text by `text`. Edits of one list do not overlap and all speak of the text before. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** The text after the edits. Of insertions at one place the first in the list comes first. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
  let result = '';
  let at = 0;
  for (const { span, text: inserted } of sorted) {
    result += text.slice(at, span.from) + inserted;
    at = Math.max(at, span.to);
  }
  return result + text.slice(at);
}

/** Where a place of the edited text stood before the edits; what they brought stood where it was put in. */
export function placeBefore(edits: readonly Edit[], at: number): number {
  let longer = 0;
  for (const { span, text } of edits.toSorted((a, b) => a.span.from - b.span.from)) {
    const from = span.from + longer;
    if (from > at) break;
    if (at < from + text.length) return span.from;
    longer += text.length - (span.to - span.from);
  }
  return at - longer;
}

export const insertion = (at: number, text: string): Edit => ({ span: { from: at, to: at }, text });

/** Edits of a text as one that replaces all they reach over; undefined for none. */
export function asOne(text: string, edits: readonly Edit[]): Edit | undefined {
  if (!edits.length) return undefined;
  const from = Math.min(...edits.map(({ span }) => span.from));
  const to = Math.max(...edits.map(({ span }) => span.to));
  const within = edits.map((edit) => ({ ...edit, span: moved(edit.span, -from) }));
  return { span: { from, to }, text: applyEdits(text.slice(from, to), within) };
}
