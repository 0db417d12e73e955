import type { Document } from '../../core/document.ts';
import { paragraphAt, stripped } from '../../core/reading/strip.ts';
import type { Span } from '../../core/text.ts';
import { sentenceAt } from '../../core/verbs/sentences.ts';

/** A selection without the blanks at its edges; undefined where it holds nothing else. */
export function selectedWords({ text }: Document, { from, to }: Span): Span | undefined {
  const words = text.slice(from, to);
  const start = from + words.length - words.trimStart().length;
  const end = to - (words.length - words.trimEnd().length);
  return start < end ? { from: start, to: end } : undefined;
}

/** The sentence of the source around an offset, constructs that end with it included. */
export function sentenceUnder(document: Document, offset: number): Span | undefined {
  const paragraph = document.paragraphs[paragraphAt(document, offset)];
  if (!paragraph || offset < paragraph.from) return undefined;
  const source = stripped(document, paragraph);
  const { from, to } = sentenceAt(source.text, source.indexOf(offset));
  if (from === to) return undefined;
  return outermost(document, { from: source.offsetOf(from), to: source.offsetOf(to - 1) + 1 });
}

/** The span with the signs of the constructs whose words begin or end where it does. */
function outermost({ constructs }: Document, span: Span): Span {
  let { from, to } = span;
  for (const construct of [...constructs].reverse()) {
    const { words, span: whole } = construct;
    if (construct.type === 'note' || words.to < from || words.from > to) continue;
    const isInside = from <= words.from && words.to <= to;
    if (isInside && words.from === from) from = whole.from;
    if (isInside && words.to === to) to = whole.to;
  }
  return { from, to };
}
