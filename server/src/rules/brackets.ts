import type { Document, Paragraph, Passage } from '../core/document.ts';
import { type Brace, braceSearch, isClosed } from '../core/reading/braces.ts';
import { isEscape } from '../core/reading/signs.ts';
import { paragraphAt } from '../core/reading/strip.ts';
import { readsAsTarget } from '../core/reading/target-signs.ts';

/** A `[` or `^[` of a paragraph with what closes it. */
export interface Bracket {
  readonly at: number;
  readonly note: boolean;
  /** Where its `]` stands; undefined where it is open at the paragraph's end. */
  readonly close: number | undefined;
  /** Where what it makes ends: behind its `]`, attributes or target. */
  readonly end: number;
}

const known = new WeakMap<Passage, readonly Bracket[]>();

/** The paragraph that holds this offset. */
export const paragraphOf = (document: Document, offset: number): Paragraph | undefined =>
  document.paragraphs[paragraphAt(document, offset)];

/** All brackets of the paragraph round an offset, in order of their `]`, those left open last. */
export function bracketsAt(document: Document, offset: number): readonly Bracket[] {
  const paragraph = paragraphOf(document, offset);
  if (!paragraph) return [];
  const { from, to, passage } = paragraph;
  const brackets = known.get(passage) ?? pair(document.text, from, to);
  known.set(passage, brackets);
  return brackets;
}

/** Where the bracket opens that this `]` closes; undefined where it closes nothing. */
export const openingOf = (document: Document, close: number): number | undefined =>
  bracketsAt(document, close).find((bracket) => bracket.close === close)?.at;

/** Where the braces end that begin at `brace`: behind the `}`; undefined where they are not closed. */
export function bracesEnd(document: Document, brace: number): number | undefined {
  const paragraph = paragraphOf(document, brace);
  if (!paragraph) return undefined;
  const found = braceSearch(document.text, paragraph.from, paragraph.to)(brace);
  return isClosed(found) ? found + 1 : undefined;
}

function pair(text: string, from: number, to: number): Bracket[] {
  const open: { at: number; note: boolean }[] = [];
  const brackets: Bracket[] = [];
  const braces = braceSearch(text, from, to);
  let at = from;
  while (at < to) {
    const sign = text[at];
    if (isEscape(text, at)) at += 2;
    else if (sign === '[') open.push({ at: at++, note: false });
    else if (sign === '^' && text[at + 1] === '[') {
      open.push({ at, note: true });
      at += 2;
    } else if (sign === ']') {
      const opening = open.pop();
      const end = opening && !opening.note ? endOf(text, at + 1, to, braces) : at + 1;
      if (opening) brackets.push({ ...opening, close: at, end });
      at = end;
    } else at++;
  }
  for (const opening of open) brackets.push({ ...opening, close: undefined, end: to });
  return brackets;
}

/** Where attributes or a target end that follow a `]`. */
function endOf(text: string, at: number, to: number, braces: (brace: number) => Brace): number {
  if (text[at] === '{') {
    const found = braces(at);
    return isClosed(found) ? found + 1 : at;
  }
  if (text[at] !== '(') return at;
  const target = /\((#?)[^\s)]*\)/y;
  target.lastIndex = at;
  const match = target.exec(text);
  return match && (match[1] || readsAsTarget(text, at)) ? Math.min(target.lastIndex, to) : at;
}
