import type { Document, Paragraph, Passage } from '../core/document.ts';
import { type Brace, braceSearch, isClosed } from '../core/reading/braces.ts';
import { isEscape } from '../core/reading/signs.ts';
import { paragraphAt } from '../core/reading/strip.ts';
import { readsAsTarget } from '../core/reading/target-signs.ts';
import { firstThat } from '../core/search.ts';
import type { Span } from '../core/text.ts';

/** A `[` or `^[` of a paragraph with what closes it. */
export interface Bracket {
  readonly at: number;
  readonly note: boolean;
  /** Where its `]` stands; undefined where it is open at the paragraph's end. */
  readonly close: number | undefined;
  /** Where what it makes ends: behind its `]`, attributes or target. */
  readonly end: number;
}

/** An end of a bracket, or the bracket that waits for one, with the other end. */
interface End {
  readonly at: number;
  readonly other: number | undefined;
}

interface Brackets {
  readonly all: readonly Bracket[];
  /** In order of their place. */
  readonly ends: readonly End[];
}

const none: Brackets = { all: [], ends: [] };
const known = new WeakMap<Passage, Brackets>();

/** The paragraph that holds this offset. */
export const paragraphOf = (document: Document, offset: number): Paragraph | undefined =>
  document.paragraphs[paragraphAt(document, offset)];

/** All brackets of the paragraph round an offset, in order of their `]`, those left open last. */
export const bracketsAt = (document: Document, offset: number): readonly Bracket[] =>
  bracketsIn(document, offset).all;

function bracketsIn(document: Document, offset: number): Brackets {
  const paragraph = paragraphOf(document, offset);
  if (!paragraph) return none;
  const { from, to, passage } = paragraph;
  const brackets = known.get(passage) ?? withEnds(pair(document.text, from, to));
  known.set(passage, brackets);
  return brackets;
}

function withEnds(all: readonly Bracket[]): Brackets {
  const ends = all.flatMap(({ at, close }): End[] =>
    close === undefined
      ? [{ at, other: undefined }]
      : [
          { at, other: close },
          { at: close, other: at },
        ],
  );
  return { all, ends: ends.sort((a, b) => a.at - b.at) };
}

/** Whether a bracket begins or ends in a span of a paragraph, and its other end does not stand there too. */
export function isCutIn(document: Document, { from, to }: Span): boolean {
  const { ends } = bracketsIn(document, from);
  for (let i = firstThat(ends, ({ at }) => from <= at); i < ends.length; i++) {
    const { at, other } = ends[i] as End;
    if (at >= to) return false;
    if (other === undefined || other < from || to <= other) return true;
  }
  return false;
}

/** Where the bracket opens that this `]` closes; undefined where it closes nothing. */
export function openingOf(document: Document, close: number): number | undefined {
  const { ends } = bracketsIn(document, close);
  const end = ends[firstThat(ends, ({ at }) => close <= at)];
  return end?.at === close && end.other !== undefined && end.other < close ? end.other : undefined;
}

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
