import type { Document, Mark } from '../../core/document.ts';
import { continuationOf, headsOf } from '../../core/reading/parse.ts';
import { nameOf } from '../../core/snapshot/resolve.ts';
import { documentOf, type Entry, type Snapshot } from '../../core/snapshot/snapshot.ts';
import type { Cursor } from './cursor.ts';

/**
 * What a place speaks of, whichever way it is written there. A `thing` goes by its name in the
 * collection (`key#id` a mark, `key#` a document, `#id` an entity; see core/snapshot/summary.ts), whether it
 * exists or not; a `mark` is one without a name.
 */
export type Subject =
  | { readonly is: 'thing'; readonly name: string }
  | { readonly is: 'mark'; readonly mark: Mark }
  | { readonly is: 'kind' | 'relation' | 'attribute' | 'series'; readonly name: string };

/** What the cursor at a place of `uri` speaks of; undefined where it names nothing. */
export function subjectOf(snapshot: Snapshot, uri: string, cursor: Cursor): Subject | undefined {
  const entry = snapshot.entries.get(uri);
  if (entry) {
    const own = subjectInReadout(entry, cursor);
    if (own) return own;
  }
  switch (cursor.on) {
    case 'kind':
    case 'relation':
    case 'attribute':
    case 'series':
      return { is: cursor.on, name: cursor.text };
    case 'entity':
      return thing(`#${cursor.text}`);
    case 'name':
      return thing(`#${cursor.entity}`);
    case 'document':
      return thing(`${cursor.text}#`);
    case 'front-value':
      return isActorText(cursor.key) && snapshot.codebook.entities.has(cursor.text)
        ? thing(`#${cursor.text}`)
        : undefined;
    default:
      return undefined;
  }
}

function subjectInReadout(entry: Entry, cursor: Cursor): Subject | undefined {
  switch (cursor.on) {
    case 'mark':
    case 'mark-id':
      return markSubject(entry, cursor.mark);
    case 'reference':
      return thing(nameOf(entry, cursor.reference.target));
    case 'target':
      return thing(nameOf(entry, cursor.target));
    default:
      return undefined;
  }
}

/** Front matter keys whose value is a text or the id of an entity. */
export const isActorText = (key: string): boolean => key === 'issuer' || key === 'place';

const thing = (name: string): Subject => ({ is: 'thing', name });

/** A mark by the name of its head, where it has one; of equal ids only the first has the name. */
function markSubject(entry: Entry, mark: Mark): Subject {
  const document = documentOf(entry);
  const head = headOf(document, mark);
  const id = head.id?.text;
  // A closed document is read anew each time, so its marks are told apart by their place.
  const isNamed = id !== undefined && headsIn(document).get(id)?.span.from === head.span.from;
  return isNamed ? thing(`${entry.summary.own}#${id}`) : { is: 'mark', mark: head };
}

/** The head mark of a fragment; any other mark is its own. */
export function headOf(document: Document, mark: Mark): Mark {
  const continued = continuationOf(mark)?.value.text;
  return (continued && headsIn(document).get(continued)) || mark;
}

const heads = new WeakMap<Document, ReadonlyMap<string, Mark>>();

/** The named marks of a document, looked for once. */
export function headsIn(document: Document): ReadonlyMap<string, Mark> {
  const known = heads.get(document) ?? headsOf(document.marks);
  heads.set(document, known);
  return known;
}
