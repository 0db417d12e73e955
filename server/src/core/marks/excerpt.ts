import type { Document } from '../document.ts';
import { type FrontMatter, findFrontMatter, readFrontMatter } from '../front/matter.ts';
import { passageReader } from '../reading/passage.ts';
import type { Entry } from '../snapshot/snapshot.ts';
import type { Span } from '../text.ts';
import { type Quotation, sentences } from '../verbs/mark-verb.ts';

/**
 * A document as far as its front matter and the paragraph around `offset` go: all of an open one, of a
 * closed one only these, because reading whole documents for a hover would make the reader wait. Offsets
 * are those of the whole text.
 */
export function excerptOf(entry: Entry, offset: number): Document {
  if (entry.document) return entry.document;
  const { front, body } = readFrontMatter(entry.text);
  return paragraphOf(entry.text, front, body, offset);
}

/** The same without what the front matter says, for who asks for words alone. */
export const passageOf = (entry: Entry, offset: number): Document =>
  entry.document ?? paragraphOf(entry.text, undefined, findFrontMatter(entry.text).body, offset);

function paragraphOf(
  text: string,
  front: FrontMatter | undefined,
  body: number,
  offset: number,
): Document {
  const span = paragraphAround(text, body, offset);
  const passage = passageReader(text.slice(0, span.to))(span.from, span.to);
  const { constructs, issues } = passage;
  return {
    text,
    front,
    body,
    paragraphs: [{ ...span, passage }],
    constructs,
    marks: constructs.filter((one) => one.type === 'mark'),
    references: constructs.filter((one) => one.type === 'reference'),
    notes: constructs.filter((one) => one.type === 'note'),
    issues,
  };
}

/** The sentence, or the sentences, that hold a span of the document. */
export const sentenceAround = (document: Document, span: Span): Quotation =>
  sentences(document)(span);

const blank = /^[ \t]*$/;

/** The run of lines of the body that are not blank around `offset`. */
function paragraphAround(text: string, body: number, offset: number): Span {
  let from = Math.max(body, lineStart(text, offset));
  while (from > body) {
    const end = text[from - 1] === '\n' && text[from - 2] === '\r' ? from - 2 : from - 1;
    const start = Math.max(body, lineStart(text, end));
    if (blank.test(text.slice(start, end))) break;
    from = start;
  }
  let to = lineEnd(text, offset);
  while (to < text.length) {
    const start = text[to] === '\r' && text[to + 1] === '\n' ? to + 2 : to + 1;
    const end = lineEnd(text, start);
    if (blank.test(text.slice(start, end))) break;
    to = end;
  }
  return { from, to };
}

const isLineEnd = (code: number): boolean => code === 10 || code === 13;

function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineEnd(text.charCodeAt(at - 1))) at--;
  return at;
}

function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
  return at;
}
