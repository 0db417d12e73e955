import type { Entity } from './codebook.ts';
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
export function resolveName(snapshot: Snapshot, name: string): Resolution {
  const own = ownOf(name);
  const id = idOf(name);
  if (!own) {
    const entity = snapshot.codebook.entities.get(id);
    return entity ? { to: 'entity', entity } : { to: 'nothing', missing: 'name' };
  }
  const found = entriesOf(snapshot, own);
  if (!found.length) return { to: 'nothing', missing: 'document' };
  if (!id) return { to: 'document', found };
  const marks = found.flatMap((entry) => {
    const definition = definitionOf(entry, id);
    return definition ? [{ entry, definition }] : [];
  });
  return marks.length ? { to: 'mark', found: marks } : { to: 'nothing', missing: 'mark' };
}

/** What a target means where it stands in `entry`. */
export const resolve = (
  snapshot: Snapshot,
  entry: Entry,
  target: { readonly key: string; readonly id: string },
): Resolution => resolveName(snapshot, nameOf(entry, target));

/** The name of a target where it stands in `entry`. */
export const nameOf = (
  entry: Entry,
  target: { readonly key: string; readonly id: string },
): string =>
  targetName({ ...target, from: 0, to: 0 }, entry.summary.own, (id) => !!definitionOf(entry, id));

/** The documents of a key, or the one that has no key and goes by its URI. */
export function entriesOf(snapshot: Snapshot, own: string): Entry[] {
  const uris = snapshot.keys.get(own) ?? [own];
  return uris.flatMap((uri) => snapshot.entries.get(uri) ?? []);
}

/** The mark of this id in the document; of equal ids the first. */
export const definitionOf = (entry: Entry, id: string): Definition | undefined =>
  definitionNamed(entry.summary, id);
