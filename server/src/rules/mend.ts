import type { Document, Mark } from '../core/document.ts';
import { t } from '../core/language.ts';
import { braceSearch, isClosed } from '../core/reading/braces.ts';
import { firstThat } from '../core/search.ts';
import { overlaps, type Span, moved as shift } from '../core/text.ts';
import { applyEdits, type Edit, insertion } from '../core/writing/edit.ts';
import { lineEndOf } from '../core/writing/import.ts';
import { doubledBackslash, escapedBrace } from '../core/writing/insert.ts';
import { isCutIn, openingOf, paragraphOf } from './brackets.ts';
import type { Fix } from './rule.ts';

export const replacement = ({ from, to }: Span, text: string): Edit => ({
  span: { from, to },
  text,
});

export const removal = (span: Span): Edit => replacement(span, '');

/** A backslash before each of these signs: they are words of the source. */
export const escapes = (...places: number[]): Edit[] => places.map((at) => insertion(at, '\\'));

/** Makes a `]`, the bracket it closes and so whatever follows them words of the source. */
export function keepBrackets(document: Document, close: number): Fix {
  const open = openingOf(document, close);
  const edits = escapes(...(open === undefined ? [] : [open]), close);
  return { title: t`Keep these signs as words of the source`, edits };
}

/** Makes a `---` where the body begins words of the source: an empty front matter stands before it. */
export function keepDashes({ text, body }: Document): Fix {
  const eol = lineEndOf(text);
  const edits = [insertion(body, `---${eol}---${eol}${eol}`)];
  return { title: t`Keep “---” as words of the source`, edits };
}

/** Opens a bracket: a sign or backslash of the source before it is kept from joining it. */
export function opening(document: Document, at: number): Edit[] {
  const from = paragraphOf(document, at)?.from ?? 0;
  const sign = at > from ? document.text[at - 1] : undefined;
  const joins = (sign === '!' || sign === '^') && !isEscaped(document, at - 1);
  return [...(joins ? escapes(at - 1) : doubledBackslash(document, at, from)), insertion(at, '[')];
}

/** Closes a bracket with `signs`: the source on both sides is kept from joining them. */
export const closing = (document: Document, at: number, signs: string): Edit[] => [
  ...doubledBackslash(document, at, paragraphOf(document, at)?.from ?? 0),
  insertion(at, signs),
  ...escapedBrace(document, at),
];

const isEscaped = (document: Document, at: number): boolean =>
  document.text[at - 1] === '\\' &&
  !!paragraphOf(document, at)?.passage.cuts.some((cut) => cut.to === at && cut.from === at - 1);

/** Whether something else begins or ends among signs, or is broken off: mending them would swallow it. */
export function isTangled(document: Document, { from, to }: Span): boolean {
  const { constructs } = document;
  const next = constructs[firstThat(constructs, ({ span }) => from <= span.from)];
  return (
    (next && next.span.from < to) ||
    isCutIn(document, { from, to }) ||
    brokenTargets(document).some((one) => overlaps(one, { from, to }))
  );
}

const broken = new WeakMap<Document, readonly Span[]>();

function brokenTargets(document: Document): readonly Span[] {
  const spans =
    broken.get(document) ?? document.issues.filter(({ code }) => code === 'unclosed-reference');
  broken.set(document, spans);
  return spans;
}

const byBraces = new WeakMap<Document, readonly Mark[]>();

/** The mark in whose braces this place lies. */
export function markAt(document: Document, { from, to }: Span): Mark | undefined {
  const marks =
    byBraces.get(document) ?? document.marks.toSorted((a, b) => a.braces.from - b.braces.from);
  byBraces.set(document, marks);
  const mark = marks[firstThat(marks, ({ braces }) => from <= braces.from) - 1];
  return mark && to < mark.braces.to ? mark : undefined;
}

/** Takes an item out of the braces of its mark, with the blanks that set it apart. */
export function withoutItem({ text }: Document, item: Span): Edit {
  const { from, to } = item;
  const before = /[ \t\r\n]*$/.exec(text.slice(Math.max(0, from - 100), from))?.[0].length ?? 0;
  if (text[from - before - 1] !== '{') return removal({ from: from - before, to });
  const after = /^[ \t\r\n]*/.exec(text.slice(to, to + 100))?.[0].length ?? 0;
  return removal({ from, to: to + after });
}

/**
 * Whether the braces that hold this place still end where they ended, once the edits are made. An odd
 * quote elsewhere in them may have been what kept them together.
 */
export function keepsBraces(document: Document, place: Span, edits: readonly Edit[]): boolean {
  const mark = markAt(document, place);
  if (!mark) return true;
  const { from, to } = mark.braces;
  const own = edits.filter(({ span }) => from <= span.from && span.to <= to);
  const moved = own.map(({ span, text }) => replacement(shift(span, -from), text));
  return areBraces(applyEdits(document.text.slice(from, to), moved));
}

/** Whether a text is one pair of braces with what is in them. */
export function areBraces(text: string): boolean {
  const end = braceSearch(text, 0, text.length)(0);
  return isClosed(end) && end === text.length - 1;
}

/** What stands between the braces of a mark, without blanks at its edges. */
export const innerOf = ({ text }: Document, { from, to }: Span): string =>
  text.slice(from + 1, to - 1).replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
