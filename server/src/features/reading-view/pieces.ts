import type { Construct, Document, Mark, Note, Reference } from '../../core/document.ts';
import { stripSpan } from '../../core/reading/strip.ts';
import type { Block } from './blocks.ts';

/** What a block is made of, in order: words, where marks and references begin and end, where notes stand. */
export type Piece =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'mark'; readonly mark: Mark }
  | { readonly is: 'reference'; readonly reference: Reference }
  /** Ends the innermost that is open. */
  | { readonly is: 'end' }
  | { readonly is: 'note'; readonly note: Note };

/**
 * The pieces of a block, in one walk over its text. All that begins in it also ends in it: what goes on
 * behind a heading begins there anew.
 */
export function piecesOf(document: Document, { from, to, paragraph }: Block): Piece[] {
  const pieces: Piece[] = [];
  /** Where that ends what is open, the innermost last. */
  const open: number[] = [];
  let at = from;
  const readTo = (offset: number) => {
    const text = at < offset ? stripSpan(document, { from: at, to: offset }) : '';
    if (text) pieces.push({ is: 'text', text });
    at = Math.max(at, offset);
  };
  const closeUpTo = (offset: number) => {
    while (open.length && (open.at(-1) as number) <= offset) {
      readTo(open.pop() as number);
      pieces.push({ is: 'end' });
    }
  };
  for (const construct of shownIn(paragraph.passage.constructs)) {
    const { span, words } = construct;
    if (span.to <= from || span.from >= to) continue;
    closeUpTo(span.from);
    if (construct.type === 'note') {
      readTo(span.from);
      pieces.push({ is: 'note', note: construct });
      continue;
    }
    const begin = Math.max(words.from, from);
    const end = Math.min(words.to, to);
    if (begin >= end) continue;
    readTo(begin);
    pieces.push(
      construct.type === 'mark'
        ? { is: 'mark', mark: construct }
        : { is: 'reference', reference: construct },
    );
    open.push(end);
  }
  closeUpTo(to);
  readTo(to);
  return pieces;
}

/** What stands in a note is part of it. */
function* shownIn(constructs: readonly Construct[]): Generator<Construct> {
  let noteEnd = 0;
  for (const construct of constructs) {
    if (construct.span.from < noteEnd) continue;
    if (construct.type === 'note') noteEnd = construct.span.to;
    yield construct;
  }
}
