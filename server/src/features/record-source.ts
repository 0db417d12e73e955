import type { Document } from '../core/document.ts';
import { putFront } from '../core/front/edit.ts';
import { fieldsOf } from '../core/front/fields.ts';
import { t } from '../core/language.ts';
import { parse } from '../core/reading/parse.ts';
import { documentOf, type Snapshot } from '../core/snapshot/snapshot.ts';
import { applyEdits, type Edit } from '../core/writing/edit.ts';
import { sourceHash, sourceHashOf } from '../core/writing/source.ts';
import { notAReadout } from './actions/annotate.ts';
import { lineEdit } from './revised.ts';

export interface RecordedSource {
  readonly edit: Edit;
  /** Whether the text of the file that it is said to come from is another. */
  readonly differs: boolean;
}

/**
 * Records in the front matter of a document where its source was taken from (an address or the name of a file; what
 * stands there stays without one) and the hash of the source as it is now. `text` is that of the file, where there is one.
 */
export function recordSource(
  snapshot: Snapshot,
  uri: string,
  from?: string,
  text?: string,
): RecordedSource | { readonly refused: string } {
  const entry = snapshot.entries.get(uri);
  if (!entry) return notAReadout();
  const document = documentOf(entry);
  const hash = sourceHashOf(document);
  const named = from?.trim() ? put(document, 'source', from.trim()) : document;
  const recorded = named && put(named, 'sha256', hash);
  if (!recorded) {
    return {
      refused: t`The front matter of this text cannot be read, so nothing was recorded. Mend it first.`,
    };
  }
  const edit = lineEdit(document.text, recorded.text);
  if (!edit) return { refused: t`The source is recorded already, as it stands here.` };
  return { edit, differs: text !== undefined && sourceHash(text) !== hash };
}

/** The document with a value in its front matter; undefined where that cannot be put there. */
function put(document: Document, key: 'source' | 'sha256', value: string): Document | undefined {
  if (fieldsOf(document.front)[key]?.text === value) return document;
  const edit = putFront(document, [key], value);
  return edit && parse(applyEdits(document.text, [edit]));
}
