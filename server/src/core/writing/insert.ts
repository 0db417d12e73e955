import type { Construct, Document } from '../document.ts';
import { t } from '../language.ts';
import { braceSearch, isClosed } from '../reading/braces.ts';
import { readsAsAttributes } from '../reading/items.ts';
import { isEscape } from '../reading/signs.ts';
import { paragraphAt } from '../reading/strip.ts';
import type { Span } from '../text.ts';
import { asOne, type Edit, insertion } from './edit.ts';
import { keepsSource } from './keeps.ts';

/** Edits that annotate, or why they cannot be made, as a sentence for the analyst. */
export type Insertion = { readonly edits: readonly Edit[] } | { readonly refused: string };

/** What stands in the braces of a new mark. `rest` is written as it is, e.g. `by=japan`. */
export interface NewMark {
  readonly id?: string | undefined;
  readonly kind: string;
  readonly rest?: string | undefined;
}

/**
 * Marks the words of a span (language.md, section 2, *Inserting*): brackets are escaped where they
 * need to be, blank edges are trimmed, words over a blank line or across another mark's edge become a
 * head and fragments. For fragments the mark needs an `id`. Refuses where nothing but blanks is
 * selected, or where the source would not stay the same.
 */
export function wrapMark(document: Document, span: Span, mark: NewMark): Insertion {
  const pieces = piecesOf(document, span);
  if (!pieces.length) {
    return inFront(document, span)
      ? {
          refused: t`These words stand in the front matter, which is not part of the source, so nothing in it can be marked.`,
        }
      : { refused: t`Nothing but blanks is selected, so there are no words to mark.` };
  }
  if (pieces.some((piece) => inNote(document, piece))) {
    return {
      refused: t`These words stand in a note. A note is not part of the source, so nothing in it can be marked.`,
    };
  }
  if (pieces.length > 1 && !mark.id) {
    return {
      refused: t`These words are cut in two by a blank line or another mark, so the mark needs an id that its parts can name.`,
    };
  }
  const items = [mark.id && `#${mark.id}`, `.${mark.kind}`, mark.rest].filter(Boolean).join(' ');
  const edits = pieces.flatMap((piece, index) =>
    wrap(document, piece, index === 0 ? `{${items}}` : `{continues=${mark.id}}`),
  );
  return checked(document, edits);
}

/** Whether marking this span needs an id, because the mark will have fragments. */
export const needsFragments = (document: Document, span: Span): boolean =>
  piecesOf(document, span).length > 1;

/** Makes the words of a span a reference to `target` (`#id`, `key#id` or `key#`). */
export function wrapReference(document: Document, span: Span, target: string): Insertion {
  const insertion = referenceTo(document, span, target);
  return 'refused' in insertion ? insertion : checked(document, insertion.edits);
}

/**
 * The same for several spans, which do not overlap, with one look whether the source stays the same.
 * Words that cannot be linked are left as they are; refuses where none can.
 */
export function wrapReferences(
  document: Document,
  spans: readonly Span[],
  target: string,
): Insertion {
  const made = spans.map((span) => referenceTo(document, span, target));
  const edits = made.flatMap((insertion) => ('refused' in insertion ? [] : insertion.edits));
  const refused = made.find((insertion) => 'refused' in insertion);
  return edits.length || !refused ? checked(document, edits) : refused;
}

/**
 * The same with one edit for each span, in their order, so that any of them can be made without the others;
 * undefined where the words cannot be linked.
 */
export function wrapEach(
  document: Document,
  spans: readonly Span[],
  target: string,
): readonly (Edit | undefined)[] {
  const made = spans.map((span) => {
    const insertion = referenceTo(document, span, target);
    const edit = 'refused' in insertion ? undefined : asOne(document.text, insertion.edits);
    return edit && keepsSource(document, [edit]) ? edit : undefined;
  });
  const all = made.filter((edit) => edit !== undefined);
  return keepsSource(document, all) ? made : spans.map(() => undefined);
}

function referenceTo(document: Document, span: Span, target: string): Insertion {
  const pieces = piecesOf(document, span);
  const piece = pieces[0];
  if (!piece) {
    return inFront(document, span)
      ? {
          refused: t`These words stand in the front matter, where an id is written without brackets. Link words below it.`,
        }
      : { refused: t`Nothing but blanks is selected, so there are no words to link.` };
  }
  if (pieces.length > 1) {
    return {
      refused: t`A reference cannot go over a blank line or across the edge of a mark. Link a shorter run of words.`,
    };
  }
  const around = document.references.find(
    ({ span: other }) => other.from < piece.to && piece.from < other.to,
  );
  if (around) {
    return {
      refused: t`One of these words is linked already, and a reference cannot hold another.`,
    };
  }
  return { edits: wrap(document, piece, `(${target})`) };
}

/** Puts a note at an offset; the text of the note gets its brackets balanced by escapes. */
export function insertNote(document: Document, offset: number, text: string): Insertion {
  if (document.front && offset < document.body) {
    return { refused: t`This place is in the front matter, and a note belongs to words below it.` };
  }
  const at = outward(document, Math.max(offset, document.body), 'to');
  if (inNote(document, { from: at, to: at })) {
    return { refused: t`This place is in a note already, and a note cannot hold another.` };
  }
  const words = text.replace(/\s*\n\s*\n\s*/g, ' ').replace(/[\\[\]^]/g, '\\$&');
  return checked(document, [
    ...doubledBackslash(document, at, document.body),
    insertion(at, `^[${words}]`),
    ...escapedBrace(document, at),
  ]);
}

/** Gives the edits only if strip stays exact: broken signs nearby could pair with new ones. */
function checked(document: Document, edits: readonly Edit[]): Insertion {
  if (keepsSource(document, edits)) return { edits };
  return {
    refused: t`A bracket or brace that is not closed stands in this paragraph, and a new annotation would change the source there. Mend the errors in this paragraph first.`,
  };
}

/** The span cut where a construct or a paragraph ends, each piece trimmed of blanks; empty ones left out. */
function piecesOf(document: Document, span: Span): Span[] {
  const from = outward(document, Math.max(span.from, document.body), 'from');
  const to = outward(document, Math.max(span.to, document.body), 'to');
  const gaps: Span[] = [];
  for (const { span: whole, words } of document.constructs) {
    const opens = from <= whole.from && whole.from < to;
    const closes = from < whole.to && whole.to <= to;
    if (opens && !closes) gaps.push({ from: whole.from, to: words.from });
    if (closes && !opens) gaps.push({ from: words.to, to: whole.to });
  }
  const pieces: Span[] = [];
  for (let i = paragraphAt(document, from); i < document.paragraphs.length; i++) {
    const paragraph = document.paragraphs[i];
    if (!paragraph || paragraph.from >= to) break;
    let at = Math.max(from, paragraph.from);
    const end = Math.min(to, paragraph.to);
    for (const gap of gaps.sort((a, b) => a.from - b.from)) {
      if (gap.from < at || gap.from >= end) continue;
      pieces.push({ from: at, to: gap.from });
      at = gap.to;
    }
    pieces.push({ from: at, to: end });
  }
  return pieces.flatMap((piece) => trimmed(document.text, piece) ?? []);
}

/** Moves an offset that lies inside an escape, a note or the signs of a construct to their outer edge. */
function outward(document: Document, offset: number, edge: 'from' | 'to'): number {
  for (const { type, span, words } of document.constructs) {
    if (offset <= span.from || offset >= span.to) continue;
    const inSigns = offset < words.from || (offset > words.to && offset < span.to);
    if (inSigns && !(type === 'note' && offset > words.to)) return span[edge];
  }
  if (offset > document.body && isEscaped(document, offset))
    return edge === 'from' ? offset - 1 : offset + 1;
  return offset;
}

const isEscaped = (document: Document, offset: number): boolean =>
  isEscape(document.text, offset - 1) && escapesAt(document, offset - 1);

/** Whether an escape of the source begins at `offset`: its backslash is left out by strip. */
export function escapesAt(document: Document, offset: number): boolean {
  const paragraph = document.paragraphs[paragraphAt(document, offset)];
  return !!paragraph?.passage.cuts.some(
    (cut) => cut.from === offset && cut.to === offset + 1 && document.text[offset] === '\\',
  );
}

/** Whether a span holds words of the front matter. */
const inFront = ({ front, body, text }: Document, { from, to }: Span): boolean =>
  front !== undefined && text.slice(from, Math.min(to, body)).trim() !== '';

const inNote = (document: Document, piece: Span): boolean =>
  document.notes.some(({ span }) => span.from < piece.from && piece.to < span.to);

function trimmed(text: string, { from, to }: Span): Span | undefined {
  const words = text.slice(from, to);
  const start = from + words.length - words.trimStart().length;
  const end = to - (words.length - words.trimEnd().length);
  return start < end ? { from: start, to: end } : undefined;
}

/** The edits that put brackets round one piece within one paragraph, with `suffix` behind them. */
function wrap(document: Document, piece: Span, suffix: string): Edit[] {
  const { text } = document;
  const before = text[piece.from - 1];
  const bare = piece.from > document.body && !isEscaped(document, piece.from - 1);
  const paragraph = document.paragraphs[paragraphAt(document, piece.from)];
  const inside =
    piece.from - 1 >= (paragraph?.from ?? 0) && bare && !endsConstruct(document, piece.from);
  const edits: Edit[] = [];
  if (inside && (before === '!' || before === '^')) edits.push(insertion(piece.from - 1, '\\'));
  edits.push(...doubledBackslash(document, piece.from, paragraph?.from ?? 0));
  edits.push(insertion(piece.from, '['));
  for (const bracket of unbalanced(document, piece)) edits.push(insertion(bracket, '\\'));
  edits.push(...doubledBackslash(document, piece.to, piece.from));
  edits.push(insertion(piece.to, `]${suffix}`));
  edits.push(...escapedBrace(document, piece.to));
  return edits;
}

const endsConstruct = (document: Document, offset: number): boolean =>
  document.constructs.some(({ span }) => span.to === offset);

/** A lone backslash directly before an inserted bracket would escape it, so it becomes two. */
export function doubledBackslash(document: Document, offset: number, from: number): Edit[] {
  const at = offset - 1;
  if (at < from || document.text[at] !== '\\' || isEscaped(document, at)) return [];
  return escapesAt(document, at) ? [] : [insertion(at, '\\')];
}

/** Braces of the source that would read as attributes of what is inserted before them get a backslash. */
export function escapedBrace(document: Document, at: number): Edit[] {
  const { text } = document;
  if (text[at] !== '{') return [];
  const end = document.paragraphs[paragraphAt(document, at)]?.to ?? text.length;
  const closing = braceSearch(text, at, end)(at);
  const reads = isClosed(closing) && readsAsAttributes(text.slice(at + 1, closing));
  return reads ? [insertion(at, '\\')] : [];
}

/** The source brackets among the words that have no partner there, in order. */
function unbalanced(document: Document, piece: Span): number[] {
  const open: number[] = [];
  const lone: number[] = [];
  const inner = document.constructs.filter(
    ({ span }) => piece.from <= span.from && span.to <= piece.to,
  );
  let next = 0;
  for (let at = piece.from; at < piece.to; at++) {
    const construct = skipTo(inner, next, at);
    next = construct.next;
    if (construct.at > at) {
      at = construct.at - 1;
      continue;
    }
    const sign = document.text[at];
    if (sign === '\\' && escapesAt(document, at)) at++;
    else if (sign === '[') open.push(at);
    else if (sign === ']' && open.pop() === undefined) lone.push(at);
  }
  return [...lone, ...open].sort((a, b) => a - b);
}

/** If an outermost construct begins at `at`, where it ends; constructs inside it are passed over. */
function skipTo(
  constructs: readonly Construct[],
  next: number,
  at: number,
): { next: number; at: number } {
  let index = next;
  while (index < constructs.length && (constructs[index]?.span.from ?? 0) < at) index++;
  const construct = constructs[index];
  return construct?.span.from === at
    ? { next: index + 1, at: construct.span.to }
    : { next: index, at };
}
