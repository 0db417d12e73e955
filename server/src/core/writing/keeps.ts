import type { Document, Paragraph, Passage } from '../document.ts';
import { paragraphSpans, parse } from '../reading/parse.ts';
import { passageReader } from '../reading/passage.ts';
import { paragraphAt, strip } from '../reading/strip.ts';
import { firstThat } from '../search.ts';
import { moved, type Span } from '../text.ts';
import { applyEdits, type Edit } from './edit.ts';

/** What is not to change: with `brackets` also those that are open where a paragraph ends, or close nothing in it. */
type Kept = 'source' | 'brackets';

/**
 * Whether edits leave the source of a document as it is. A change in the braces of a mark can close a bracket
 * that somebody forgot to close before it, and what was words of the source would be signs. Only what stands
 * round each edit is read again, so that hundreds of edits in a paragraph cost little more than the paragraph;
 * where that does not settle it, the whole paragraph is.
 */
export function keepsSource(
  document: Document,
  edits: readonly Edit[],
  keeps: Kept = 'source',
): boolean {
  if (mayOpenFront(document, edits)) return keepsWhole(document, edits, keeps);
  const byParagraph = new Map<Paragraph, Edit[]>();
  for (const edit of edits) {
    const { from, to } = edit.span;
    const paragraph = document.paragraphs[paragraphAt(document, from)];
    if (!paragraph || from < paragraph.from || paragraph.to < to)
      return keepsWhole(document, edits, keeps);
    const some = byParagraph.get(paragraph);
    if (some) some.push(edit);
    else byParagraph.set(paragraph, [edit]);
  }
  for (const [paragraph, some] of byParagraph) {
    if (keepsPieces(document.text, paragraph, some)) continue;
    if (leavesBlankLine(document.text, paragraph, some)) return keepsWhole(document, edits, keeps);
    if (!keepsPiece(document.text, paragraph, some, keeps)) return false;
  }
  return true;
}

/** Whether what begins as front matter could be closed, or something could begin as one. */
const mayOpenFront = ({ front, body, text }: Document, edits: readonly Edit[]): boolean =>
  !front && (text.startsWith('---', body) || edits.some(({ span }) => span.from < body + 3));

function keepsWhole(document: Document, edits: readonly Edit[], keeps: Kept): boolean {
  const after = parse(applyEdits(document.text, edits));
  if (strip(after) !== strip(document)) return false;
  return keeps === 'source' || waitingIn(after) === waitingIn(document);
}

const waitingIn = ({ paragraphs }: Document): string =>
  paragraphs.map(({ passage }) => shapeOf(passage)).join('\n');

/** Whether the surroundings of each edit, read by themselves, show that all of a paragraph stays. */
function keepsPieces(text: string, paragraph: Paragraph, edits: readonly Edit[]): boolean {
  return piecesOf(text, paragraph, edits).every(
    ({ edits: some, ...piece }) =>
      beginsApart(text, piece.from, paragraph) &&
      keepsPiece(text, piece, some, 'brackets') &&
      (piece.to === paragraph.to || staysApart(text, piece, some)) &&
      !leavesBlankLine(text, lineRound(text, piece, paragraph), some),
  );
}

interface Piece extends Span {
  readonly edits: readonly Edit[];
}

/** The surroundings of edits, those that share some together. */
function piecesOf(text: string, paragraph: Paragraph, edits: readonly Edit[]): Piece[] {
  const sorted = edits.toSorted((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
  const pieces: { from: number; to: number; edits: Edit[] }[] = [];
  for (const edit of sorted) {
    const { from, to } = surroundings(text, paragraph, edit.span);
    const last = pieces.at(-1);
    if (last && from <= last.to) {
      last.to = Math.max(last.to, to);
      last.edits.push(edit);
    } else pieces.push({ from, to, edits: [edit] });
  }
  return pieces;
}

/**
 * Where reading can begin and end so that the rest of the paragraph reads as before, as long as the piece
 * leaves the same brackets open and closes the same: round whole constructs and faults, where no sign takes
 * in what stands next to it.
 */
function surroundings(text: string, paragraph: Paragraph, span: Span): Span {
  const knots = knotsOf(paragraph);
  let { from, to } = span;
  let first = firstThat(knots, (knot) => span.from <= knot.to);
  let next = first;
  for (let knot = knots[next]; knot && knot.from <= span.to; knot = knots[++next]) {
    from = Math.min(from, knot.from);
    to = Math.max(to, knot.to);
  }
  while (from > paragraph.from && !isApart(text, from)) {
    from--;
    const knot = knots[first - 1];
    if (knot && from < knot.to) {
      from = knot.from;
      first--;
    }
  }
  while (to < paragraph.to && !isApart(text, to)) {
    to++;
    const knot = knots[next];
    if (knot && knot.from < to) {
      to = knot.to;
      next++;
    }
  }
  return { from, to };
}

/** Whether nothing before a place takes in what stands behind it: between words, or round a whole construct. */
function isApart(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const behind = text.charCodeAt(at);
  if (before === 13 && behind === 10) return false;
  return (!isSign(before) || ends.has(before)) && (!isSign(behind) || behind === opening);
}

const codes = (all: string): ReadonlySet<number> =>
  new Set([...all].map((sign) => sign.charCodeAt(0)));
const signs = codes('[]{}()^!\\"#［］｛｝');
const ends = codes('})');
const joining = codes('\\^!');
const opening = 91;
const isSign = (code: number): boolean => signs.has(code);

const known = new WeakMap<Passage, readonly Span[]>();

/** What of a paragraph is read as one, sorted and disjoint: whole constructs, and how far a fault reaches. */
function knotsOf({ to, passage }: Paragraph): readonly Span[] {
  const old = known.get(passage);
  if (old) return old;
  const spans: Span[] = passage.constructs.map(({ span }) => span);
  for (const { code, from, to: end, about } of passage.issues) {
    // Whether braces or a target are closed is looked for as far as the paragraph goes.
    spans.push({ from, to: code.startsWith('unclosed') ? to : end });
    if (about) spans.push(about);
  }
  for (const { at, form } of passage.closings) if (form !== 'bracket') spans.push({ from: at, to });
  spans.sort((a, b) => a.from - b.from);
  const knots: { from: number; to: number }[] = [];
  for (const span of spans) {
    const last = knots.at(-1);
    if (last && span.from < last.to) last.to = Math.max(last.to, span.to);
    else knots.push({ ...span });
  }
  known.set(passage, knots);
  return knots;
}

/** Whether a piece of a text has the same source after the edits, and if wanted the same brackets that are open. */
function keepsPiece(
  text: string,
  { from, to }: Span,
  edits: readonly Edit[],
  keeps: Kept,
): boolean {
  const before = text.slice(from, to);
  const after = edited(text, { from, to }, edits);
  const was = passageReader(before)(0, before.length);
  const is = passageReader(after)(0, after.length);
  if (sourceOf(before, was) !== sourceOf(after, is)) return false;
  return keeps === 'source' || shapeOf(was) === shapeOf(is);
}

/** What becomes a target once its end stands behind it: `](key`. */
const begunTarget = /\]\([\w.#-]*$/;

/** Whether nothing before a piece begins a target that might end in it, or behind it. */
function beginsApart(text: string, from: number, paragraph: Paragraph): boolean {
  const begun = targetsIn(text, paragraph);
  const next = begun[firstThat(begun, (one) => from <= one.to)];
  return !next || from <= next.from;
}

const targets = new WeakMap<Passage, readonly Span[]>();

/** Where something stands in a paragraph that is a target, or would be one with its end behind it. */
function targetsIn(text: string, { from, to, passage }: Paragraph): readonly Span[] {
  const old = targets.get(passage);
  if (old) return old;
  const spans: Span[] = [];
  for (const { 0: sign, index } of text.slice(from, to).matchAll(/\]\([\w.#-]*/g))
    spans.push({ from: from + index + 1, to: from + index + sign.length });
  targets.set(passage, spans);
  return spans;
}

/** Whether nothing in a piece, after the edits, takes in what stands behind it or looks there for its end. */
function staysApart(text: string, { from, to }: Span, edits: readonly Edit[]): boolean {
  const after = edited(text, { from, to }, edits);
  if (begunTarget.test(after)) return false;
  if (text.charCodeAt(to) === opening && joining.has(after.charCodeAt(after.length - 1)))
    return false;
  const { issues } = passageReader(after)(0, after.length);
  return !issues.some(({ code }) => code.startsWith('unclosed'));
}

const edited = (text: string, { from, to }: Span, edits: readonly Edit[]): string =>
  applyEdits(
    text.slice(from, to),
    edits.map((edit) => ({ ...edit, span: moved(edit.span, -from) })),
  );

/** What strip leaves of a text of one paragraph. */
function sourceOf(text: string, { cuts }: Passage): string {
  let source = '';
  let at = 0;
  for (const cut of cuts) {
    source += text.slice(at, cut.from);
    at = cut.to;
  }
  return source + text.slice(at);
}

/** The brackets that wait for another paragraph. */
const shapeOf = ({ open, closings }: Passage): string =>
  [...open.map(({ note }) => (note ? '^[' : '[')), ...closings.map(({ form }) => form)].join(' ');

/** Whether a blank line stands in a stretch of lines after the edits: the paragraph would be two. */
function leavesBlankLine(text: string, lines: Span, edits: readonly Edit[]): boolean {
  const after = edited(text, lines, edits);
  const [first] = paragraphSpans(after, 0);
  return first?.from !== 0 || first.to !== after.length;
}

/** A piece widened so that its first and last line hold something beside it, or are whole. */
function lineRound(text: string, { from, to }: Span, paragraph: Span): Span {
  let start = from;
  let end = to;
  while (start > paragraph.from && isBlank(text.charCodeAt(start - 1))) start--;
  if (start > paragraph.from && !isLineEnd(text.charCodeAt(start - 1))) start--;
  while (end < paragraph.to && isBlank(text.charCodeAt(end))) end++;
  if (end < paragraph.to && !isLineEnd(text.charCodeAt(end))) end++;
  return { from: start, to: end };
}

const isBlank = (code: number): boolean => code === 32 || code === 9;
const isLineEnd = (code: number): boolean => code === 10 || code === 13;
