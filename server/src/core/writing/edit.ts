import type { Span } from '../text.ts';

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

export const insertion = (at: number, text: string): Edit => ({ span: { from: at, to: at }, text });
