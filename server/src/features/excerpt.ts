import type { Document } from '../core/document.ts';
import { passageReader } from '../core/passage.ts';
import type { Entry } from '../core/snapshot.ts';
import { stripSpan } from '../core/strip.ts';
import type { Span } from '../core/text.ts';

/**
 * A document as far as the paragraph around `offset` goes: all of an open one, of a closed one this
 * paragraph alone, because reading whole documents for a hover would make the reader wait. Offsets are
 * those of the whole text.
 */
export function excerptOf(entry: Entry, offset: number): Document {
  if (entry.document) return entry.document;
  const { text } = entry;
  const span = paragraphAround(text, offset);
  const passage = passageReader(text.slice(0, span.to))(span.from, span.to);
  const { constructs, issues } = passage;
  return {
    text,
    front: undefined,
    body: 0,
    paragraphs: [{ ...span, passage }],
    constructs,
    marks: constructs.filter((one) => one.type === 'mark'),
    references: constructs.filter((one) => one.type === 'reference'),
    notes: constructs.filter((one) => one.type === 'note'),
    issues,
  };
}

/** The words of a span as the government issued them, on one line. */
export const wordsAt = (entry: Entry, span: Span): string =>
  onOneLine(stripSpan(excerptOf(entry, span.from), span));

/** Runs of white space, line ends among them, as one space. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** At most `most` characters, cut before a word where words are told apart by spaces. */
export function shortened(text: string, most: number): string {
  const characters = [...text];
  if (characters.length <= most) return text;
  const head = characters.slice(0, most).join('');
  const space = head.lastIndexOf(' ');
  const cut = space > head.length * 0.6 ? head.slice(0, space) : head;
  return `${cut.replace(/[\s,;:.、。，]+$/, '')}…`;
}

const blankOrFence = /^(?:---)?[ \t]*$/;

/** The run of lines that are not blank around `offset`, a front matter above it left out. */
function paragraphAround(text: string, offset: number): Span {
  let from = lineStart(text, offset);
  while (from > 0) {
    const end = text[from - 1] === '\n' && text[from - 2] === '\r' ? from - 2 : from - 1;
    const start = lineStart(text, end);
    if (blankOrFence.test(text.slice(start, end))) break;
    from = start;
  }
  let to = lineEnd(text, offset);
  while (to < text.length) {
    const start = text[to] === '\r' && text[to + 1] === '\n' ? to + 2 : to + 1;
    const end = lineEnd(text, start);
    if (/^[ \t]*$/.test(text.slice(start, end))) break;
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
