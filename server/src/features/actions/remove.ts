import type { Construct, Document } from '../../core/document.ts';
import { t } from '../../core/language.ts';
import { partsOf } from '../../core/marks/parts.ts';
import { documentOf, type Snapshot } from '../../core/snapshot/snapshot.ts';
import { contains, type Span } from '../../core/text.ts';
import type { Edit } from '../../core/writing/edit.ts';
import type { Insertion } from '../../core/writing/insert.ts';
import { keepsSource } from '../../core/writing/keeps.ts';
import { constructAt } from '../cursor/cursor-at.ts';
import { headOf } from '../cursor/subject.ts';
import { notAReadout } from './annotate.ts';

/**
 * The edits that take away the innermost annotation around a selection: of a mark and its fragments, and of a
 * reference, the signs; a note whole. What stands in it, annotations too, stays.
 */
export function removeAnnotation(snapshot: Snapshot, uri: string, selection: Span): Insertion {
  const entry = snapshot.entries.get(uri);
  if (!entry) return notAReadout();
  const document = documentOf(entry);
  const construct = constructAt(document, selection.from);
  if (!construct || !contains(construct.span, selection)) {
    return { refused: t`There is no annotation here. Put the cursor into one.` };
  }
  const edits = signsOf(document, construct).map((span): Edit => ({ span, text: '' }));
  if (keepsSource(document, edits)) return { edits };
  return {
    refused: t`Without this annotation a bracket or brace beside it would be read as another. Mend the errors in this paragraph first.`,
  };
}

function signsOf(document: Document, construct: Construct): Span[] {
  if (construct.type === 'note') return [construct.span];
  const parts =
    construct.type === 'mark' ? partsOf(document, headOf(document, construct)) : [construct];
  return parts.flatMap(({ span, words }) => [
    { from: span.from, to: words.from },
    { from: words.to, to: span.to },
  ]);
}
