import { t } from '../../core/language.ts';
import { isId } from '../../core/reading/items.ts';
import { isKey } from '../../core/snapshot/keys.ts';
import { documentOf, type Entry, type Snapshot } from '../../core/snapshot/snapshot.ts';
import { idOf, ownOf } from '../../core/snapshot/summary.ts';
import type { Span } from '../../core/text.ts';
import type { Cursor } from '../cursor/cursor.ts';
import { cursorAt } from '../cursor/cursor-at.ts';
import { headOf, subjectOf } from '../cursor/subject.ts';

/**
 * Something that has a name and can get another. Names are as in core/snapshot/summary.ts: `key#id` for a
 * mark, `key#` for a document, `#id` for an entity.
 */
export type Named =
  | { readonly is: 'mark' | 'document' | 'entity'; readonly name: string }
  | { readonly is: 'kind' | 'relation' | 'series'; readonly name: string };

/** What is named at a place, with the words that would be edited there. */
export interface NamedHere extends Span {
  readonly named: Named;
}

/** Why something gets no new name: a sentence or two for the reader. */
export interface Refusal {
  readonly refused: string;
}

/** What the name of a place belongs to; undefined where nothing is named. */
export function namedAt(
  snapshot: Snapshot,
  uri: string,
  offset: number,
): NamedHere | Refusal | undefined {
  const cursor = cursorAt(snapshot, uri, offset);
  if (!cursor) return undefined;
  if (cursor.on === 'attribute' && cursor.text !== 'continues') {
    return { refused: t`“${cursor.text}” is built in: every collection calls it so.` };
  }
  const subject = subjectOf(snapshot, uri, cursor);
  if (!subject) return undefined;
  if (subject.is === 'mark') return namelessAt(snapshot, uri, cursor);
  if (subject.is === 'attribute') return undefined;
  const span = { from: cursor.from, to: cursor.to };
  if (subject.is !== 'thing') return { ...span, named: { is: subject.is, name: subject.name } };
  return { ...span, named: namedBy(isKeyOf(cursor) ? `${ownOf(subject.name)}#` : subject.name) };
}

/** Whether the cursor is on the key of `key#id`. */
const isKeyOf = (cursor: Cursor): boolean => cursor.on === 'target' && cursor.part === 'key';

export function namedBy(name: string): Named {
  if (!ownOf(name)) return { is: 'entity', name };
  return { is: idOf(name) ? 'mark' : 'document', name };
}

function namelessAt(snapshot: Snapshot, uri: string, cursor: Cursor): Refusal | undefined {
  const entry = snapshot.entries.get(uri) as Entry;
  const mark = cursor.on === 'mark' || cursor.on === 'mark-id' ? cursor.mark : undefined;
  if (!mark) return undefined;
  return headOf(documentOf(entry), mark).id
    ? { refused: t`Another mark of this document has this id already. Mend that first.` }
    : { refused: t`This mark has no id yet. Write one into its braces, such as “#port”.` };
}

/** The name as it is shown to be edited. */
export function shownName({ is, name }: Named): string {
  if (is === 'document') return ownOf(name);
  return is === 'mark' || is === 'entity' ? idOf(name) : name;
}

/** The name that was typed, without the signs and endings that people type along with it. */
export function typedName({ is }: Named, typed: string): string {
  const name = typed.trim();
  if (is === 'document') return name.replace(/#$/, '').replace(/\.readout(\.md)?$/i, '');
  return is === 'kind' ? name.replace(/^\./, '') : name.replace(/^#/, '');
}

const smallName = /^[a-z][a-z0-9-]*$/;

/** Why a name of this sort cannot be so; undefined where it can. */
export function unsoundName({ is }: Named, name: string): string | undefined {
  switch (is) {
    case 'document':
      return isKey(name)
        ? undefined
        : t`“${name}” can be no name of a document: begin with a letter or a number and use only A–Z, a–z, 0–9, “-”, “_” and “.”, and do not end like a web page or another file (.html, .pdf …).`;
    case 'mark':
    case 'entity':
      return isId(name)
        ? undefined
        : t`“${name}” can be no id: begin with a letter and use only A–Z, a–z, 0–9, “-” and “_”.`;
    case 'series':
      return isKey(name)
        ? undefined
        : t`“${name}” can name no series: use only A–Z, a–z, 0–9, “-”, “_” and “.”.`;
    default:
      return smallName.test(name)
        ? undefined
        : t`“${name}” can name no ${t(is)}: begin with a small letter and use only a–z, 0–9 and “-”.`;
  }
}
