import type { Codebook } from '../codebook/codebook.ts';
import type { Document, Mark } from '../document.ts';
import { paragraphAt, type Stripped, stripped } from '../reading/strip.ts';
import type { Piece, Span } from '../text.ts';
import { longest, sentenceAt } from './sentences.ts';
import { type Verb, verbOf } from './verbs.ts';

/** A sentence as issued, and where in it the words stand that were asked about. */
export interface Quotation extends Span {
  readonly text: string;
}

/** What of a source holds a span. */
interface Held extends Piece {
  /** Whether it is one sentence, and so the same for all that stands in it. */
  readonly isOne: boolean;
}

type Sentences = (span: Span) => Quotation;

const readers = new WeakMap<Document, Sentences>();

/**
 * The reader of the sentence, or the sentences, that hold a span of the document. It remembers the
 * paragraph and the sentence it read last, so spans are best asked for in order; the answer is the same in any.
 */
export function sentences(document: Document): Sentences {
  const reader = readers.get(document) ?? sentenceReader(document);
  readers.set(document, reader);
  return reader;
}

function sentenceReader(document: Document): Sentences {
  let index = -1;
  let source: Stripped | undefined;
  let latest: Held | undefined;
  return (span) => {
    const at = paragraphAt(document, span.from);
    if (at !== index || !source) {
      source = stripped(document, document.paragraphs[at] ?? span);
      latest = undefined;
    }
    index = at;
    const from = source.indexOf(span.from);
    const to = Math.max(from, source.indexOf(span.to));
    if (!latest?.isOne || from < latest.from || to >= latest.to) latest = holding(source, from, to);
    return { text: latest.text, from: from - latest.from, to: to - latest.from };
  };
}

function holding({ text }: Stripped, from: number, to: number): Held {
  const first = sentenceAt(text, from);
  const last = to > first.to ? sentenceAt(text, to - 1) : first;
  const start = Math.min(first.from, from);
  const end = Math.max(last.to, to);
  const isOne = start === first.from && end === first.to && end - start < longest;
  return { text: text.slice(start, end), from: start, to: end, isOne };
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
