import type { Snapshot } from './snapshot.ts';

const indexes = new WeakMap<object, ReadonlyMap<string, readonly string[]>>();

/**
 * The URIs of the documents whose key is this one or differs from it by case only, sorted. The first
 * of them counts as the owner of the key.
 */
export const sameKey = ({ keys }: Pick<Snapshot, 'keys'>, key: string): readonly string[] =>
  indexOf(keys).get(key.toLowerCase()) ?? [];

function indexOf(keys: Snapshot['keys']): ReadonlyMap<string, readonly string[]> {
  // Snapshots share these layers until a document comes, goes or is renamed.
  const known = indexes.get(keys.layers);
  if (known) return known;
  const index = new Map<string, string[]>();
  for (const [key, uris] of keys.entries()) {
    const folded = key.toLowerCase();
    const same = index.get(folded);
    if (same) same.push(...uris);
    else index.set(folded, [...uris]);
  }
  for (const uris of index.values()) uris.sort();
  indexes.set(keys.layers, index);
  return index;
}
