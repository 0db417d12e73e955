import type { Edit } from '../../core/writing/edit.ts';

/** A stretch of the first text, or text that came in later. */
type Piece = { readonly from: number; readonly to: number } | { readonly text: string };

/**
 * Several lists of edits, each made in the text that the one before leaves, as one list for the first
 * text of `length` UTF-16 units.
 */
export function composed(length: number, lists: readonly (readonly Edit[])[]): Edit[] {
  let pieces: readonly Piece[] = length ? [{ from: 0, to: length }] : [];
  for (const edits of lists) pieces = edited(pieces, edits);
  const result: Edit[] = [];
  let at = 0;
  let text = '';
  const close = (to: number) => {
    if (text || at < to) result.push({ span: { from: at, to }, text });
    text = '';
  };
  for (const piece of pieces) {
    if ('text' in piece) {
      text += piece.text;
      continue;
    }
    close(piece.from);
    at = piece.to;
  }
  close(length);
  return result;
}

function edited(pieces: readonly Piece[], edits: readonly Edit[]): Piece[] {
  const sorted = [...edits].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
  const result: Piece[] = [];
  let at = 0;
  for (const { span, text } of sorted) {
    result.push(...between(pieces, at, span.from));
    if (text) result.push({ text });
    at = span.to;
  }
  result.push(...between(pieces, at, Number.POSITIVE_INFINITY));
  return result;
}

/** What the pieces hold between two offsets of the text they make up. */
function between(pieces: readonly Piece[], from: number, to: number): Piece[] {
  const result: Piece[] = [];
  let start = 0;
  for (const piece of pieces) {
    const length = 'text' in piece ? piece.text.length : piece.to - piece.from;
    const head = Math.max(0, from - start);
    const tail = Math.min(length, to - start);
    start += length;
    if (head >= tail) continue;
    if ('text' in piece) result.push({ text: piece.text.slice(head, tail) });
    else result.push({ from: piece.from + head, to: piece.from + tail });
  }
  return result;
}
