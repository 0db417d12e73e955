import type { Document } from '../core/document.ts';
import { t } from '../core/language.ts';
import { type Revision, revise } from '../core/revision/revise.ts';
import { documentOf, type Snapshot } from '../core/snapshot/snapshot.ts';
import { commonEnds } from '../core/text.ts';
import type { Edit } from '../core/writing/edit.ts';
import { lineEndOf } from '../core/writing/import.ts';
import { notAReadout } from './actions/annotate.ts';

/** An open document under a revised source: the edit that makes it, and what becomes of its annotations. */
export interface Revised {
  readonly edit: Edit;
  readonly revision: Revision;
}

/**
 * Takes over a revised source into an open document, on the day it was fetched (`YYYY-MM-DD`, for a `retrieved`
 * that is there). The source gets the line ends of the document and a byte order mark only where that has one,
 * because an editor has one kind of each.
 */
export function revised(
  snapshot: Snapshot,
  uri: string,
  source: string,
  retrieved?: string,
): Revised | { readonly refused: string } {
  const entry = snapshot.entries.get(uri);
  if (!entry) return notAReadout();
  const document = documentOf(entry);
  const revision = revise(document, asIn(document, source), { retrieved });
  if (!revision) return { refused: t`This text could not be taken over without changing it.` };
  const edit = lineEdit(document.text, revision.text);
  if (!edit)
    return { refused: t`This is the source as it stands here, so there is nothing to do.` };
  return { edit, revision };
}

function asIn({ text }: Document, source: string): string {
  const bare = source.replace(/^\uFEFF/, '');
  const sameMark = text.startsWith('\uFEFF') ? `\uFEFF${bare}` : bare;
  // Lone ones are not of an editor's making, and the text may mix them.
  if (/\r(?!\n)/.test(text)) return sameMark;
  return sameMark.replace(/\r\n?|\n/g, lineEndOf(text));
}

/** What makes one text of another, in whole lines where they end in LF; undefined for the same text. */
export function lineEdit(before: string, after: string): Edit | undefined {
  if (before === after) return undefined;
  const { head, tail } = commonEnds(before, after);
  const from = before.slice(0, head).lastIndexOf('\n') + 1;
  const to = before.indexOf('\n', before.length - tail) + 1 || before.length;
  return { span: { from, to }, text: after.slice(from, after.length - before.length + to) };
}
