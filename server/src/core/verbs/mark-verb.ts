import type { Codebook } from '../codebook/codebook.ts';
import type { Document, Mark } from '../document.ts';
import { paragraphAt, type Stripped, stripped } from '../reading/strip.ts';
import type { Span } from '../text.ts';
import { sentenceAt } from './sentences.ts';
import { type Verb, verbOf } from './verbs.ts';

/** A sentence as issued, and where in it the words stand that were asked about. */
export interface Quotation extends Span {
  readonly text: string;
}

/**
 * A reader of the sentence, or the sentences, that hold a span of the document. It remembers the
 * paragraph it read last, so spans are best asked for in order.
 */
export function sentences(document: Document): (span: Span) => Quotation {
  let index = -1;
  let source: Stripped | undefined;
  return (span) => {
    const at = paragraphAt(document, span.from);
    if (at !== index || !source) source = stripped(document, document.paragraphs[at] ?? span);
    index = at;
    const from = source.indexOf(span.from);
    const to = Math.max(from, source.indexOf(span.to));
    const first = sentenceAt(source.text, from);
    const last = to > first.to ? sentenceAt(source.text, to - 1) : first;
    const start = Math.min(first.from, from);
    const text = source.text.slice(start, Math.max(last.to, to));
    return { text, from: from - start, to: to - start };
  };
}

/** The verb of a mark: what its `verb=` says, else as its sentence has it. */
export function verbOfMark(
  codebook: Codebook,
  sentence: (span: Span) => Quotation,
  mark: Mark,
): Verb | undefined {
  const { text, from, to } = sentence(mark.words);
  const given = mark.attributes.find(({ key }) => key.text === 'verb')?.value.text;
  return verbOf(text, { from, to }, codebook, given);
}
