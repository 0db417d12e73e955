import type { Entity } from '../codebook/codebook.ts';
import { definitionNamed } from './packed-summary.ts';
import type { Entry, Snapshot } from './snapshot.ts';
import { type Definition, idOf, ownOf, targetName } from './summary.ts';

/** What a name or a target means in a collection. */
export type Resolution =
  | { readonly to: 'mark'; readonly found: readonly FoundMark[] }
  | { readonly to: 'document'; readonly found: readonly Entry[] }
  | { readonly to: 'entity'; readonly entity: Entity }
  | { readonly to: 'nothing'; readonly missing: 'document' | 'mark' | 'name' };

/** A mark with the document it stands in. */
export interface FoundMark {
  readonly entry: Entry;
  readonly definition: Definition;
}

/** What a name means (`key#id`, `key#`, `#id`; see `summary.ts`). With a duplicate key, all are found. */
export const resolveName = (snapshot: Snapshot, name: string): Resolution =>
  ownOf(name) ? inDocuments(snapshot, ownOf(name), idOf(name)) : entityNamed(snapshot, idOf(name));

/** What a target means where it stands in `entry`; the same as its name does, found with less work. */
export function resolve(
  snapshot: Snapshot,
  entry: Entry,
  { key, id }: { readonly key: string; readonly id: string },
): Resolution {
  if (key) return inDocuments(snapshot, key, id);
  return definitionOf(entry, id)
    ? inDocuments(snapshot, entry.summary.own, id)
    : entityNamed(snapshot, id);
}

function entityNamed({ codebook }: Snapshot, id: string): Resolution {
  const entity = codebook.entities.get(id);
  return entity ? { to: 'entity', entity } : { to: 'nothing', missing: 'name' };
}

function inDocuments(snapshot: Snapshot, own: string, id: string): Resolution {
  const found = entriesOf(snapshot, own);
  if (!found.length) return { to: 'nothing', missing: 'document' };
  if (!id) return { to: 'document', found };
  const marks: FoundMark[] = [];
  for (const entry of found) {
    const definition = definitionOf(entry, id);
    if (definition) marks.push({ entry, definition });
  }
  return marks.length ? { to: 'mark', found: marks } : { to: 'nothing', missing: 'mark' };
}

/** The name of a target where it stands in `entry`. */
export const nameOf = (
  entry: Entry,
  target: { readonly key: string; readonly id: string },
): string =>
  targetName({ ...target, from: 0, to: 0 }, entry.summary.own, (id) => !!definitionOf(entry, id));

/** The documents of a key, or the one that has no key and goes by its URI. */
export function entriesOf(snapshot: Snapshot, own: string): Entry[] {
  const entries: Entry[] = [];
  for (const uri of snapshot.keys.get(own) ?? [own]) {
    const entry = snapshot.entries.get(uri);
    if (entry) entries.push(entry);
  }
  return entries;
}

/** The mark of this id in the document; of equal ids the first. */
export const definitionOf = (entry: Entry, id: string): Definition | undefined =>
  definitionNamed(entry.summary, id);
