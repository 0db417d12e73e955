import type { Document, Passage } from '../core/document.ts';
import { passageReader } from '../core/reading/passage.ts';
import { paragraphAt } from '../core/reading/strip.ts';
import { moved } from '../core/text.ts';
import { applyEdits, type Edit } from '../core/writing/edit.ts';
import type { Context, DocumentRule, Finding, Fix } from './rule.ts';

/**
 * The fixes that leave the source as it is. A change in the braces of a mark can close a bracket that
 * somebody forgot to close before it, and what was words of the source would be signs.
 */
export function* sound(fixes: Iterable<Fix>, { document }: Context): Generator<Fix> {
  for (const fix of fixes) if (keepsSource(document, fix.edits)) yield fix;
}

/** A rule's fix, of which only those are offered that leave the source as it is. */
export const soundly =
  (fix: NonNullable<DocumentRule['fix']>) =>
  (finding: Finding, context: Context): Iterable<Fix> =>
    sound(fix(finding, context), context);

function keepsSource(document: Document, edits: readonly Edit[]): boolean {
  const byParagraph = new Map<number, Edit[]>();
  for (const edit of edits) {
    // An insertion at the very start of the body belongs to it.
    if (edit.span.from < document.body && edit.span.to <= document.body) continue;
    const index = paragraphAt(document, edit.span.from);
    byParagraph.set(index, [...(byParagraph.get(index) ?? []), edit]);
  }
  return [...byParagraph].every(([index, some]) => keepsParagraph(document, index, some));
}

/** Whether a paragraph has the same source after the edits, and the same brackets that are open. */
function keepsParagraph({ text, paragraphs }: Document, index: number, edits: Edit[]): boolean {
  const paragraph = paragraphs[index];
  if (!paragraph) return false;
  const { from, to, passage } = paragraph;
  const inside = edits.map((edit) => ({ ...edit, span: moved(edit.span, -from) }));
  const after = applyEdits(text.slice(from, to), inside);
  const read = passageReader(after)(0, after.length);
  return (
    sourceOf(after, read, 0, after.length) === sourceOf(text, passage, from, to) &&
    shapeOf(read) === shapeOf(passage)
  );
}

/** What strip leaves of a paragraph. */
function sourceOf(text: string, { cuts }: Passage, from: number, to: number): string {
  let source = '';
  let at = from;
  for (const cut of cuts) {
    source += text.slice(at, cut.from);
    at = cut.to;
  }
  return source + text.slice(at, to);
}

/** The brackets that wait for another paragraph. */
const shapeOf = ({ open, closings }: Passage): string =>
  [...open.map(({ note }) => (note ? '^[' : '[')), ...closings.map(({ form }) => form)].join(' ');
