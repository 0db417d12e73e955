import { t } from '../../core/language.ts';
import { documentOf, type Snapshot } from '../../core/snapshot/snapshot.ts';
import type { Span } from '../../core/text.ts';
import { type Insertion, insertNote } from '../../core/writing/insert.ts';
import { notAReadout } from './annotate.ts';

/** The edits that put a note of the analyst behind what is selected, or behind the word under the cursor. */
export function addNote(snapshot: Snapshot, uri: string, selection: Span, note: string): Insertion {
  const entry = snapshot.entries.get(uri);
  if (!entry) return notAReadout();
  if (!note.trim()) return { refused: t`An empty note says nothing. Write some words.` };
  const document = documentOf(entry);
  const isEmpty = selection.from === selection.to;
  const at = isEmpty ? endOfWord(document.text, selection.to) : selection.to;
  return insertNote(document, at, note.trim());
}

function endOfWord(text: string, offset: number): number {
  const [rest = ''] = /^[\p{L}\p{N}\p{M}]*/u.exec(text.slice(offset, offset + 200)) ?? [];
  return /[\p{L}\p{N}\p{M}]$/u.test(text.slice(0, offset).slice(-2))
    ? offset + rest.length
    : offset;
}
