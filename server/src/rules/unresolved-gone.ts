import { definitionNamed } from '../core/snapshot/packed-summary.ts';
import type { Snapshot } from '../core/snapshot/snapshot.ts';
import { idOf, ownOf } from '../core/snapshot/summary.ts';

const known = new WeakMap<Snapshot, Map<string, string | undefined>>();

/**
 * The key under which a missing document is found now: that of the one document which has every mark that
 * the collection looks for in the missing one. It is told from what the texts say alone, so it holds
 * whoever moved the file, and when; undefined where none, or more than one, fits.
 */
export function newKeyOf(snapshot: Snapshot, key: string): string | undefined {
  const keys = known.get(snapshot) ?? new Map<string, string | undefined>();
  known.set(snapshot, keys);
  if (!keys.has(key)) keys.set(key, found(snapshot, idsWanted(snapshot, key)));
  return keys.get(key);
}

function idsWanted(snapshot: Snapshot, key: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const uri of snapshot.readers.get(key) ?? []) {
    for (const { name } of snapshot.entries.get(uri)?.summary.mentions ?? []) {
      if (ownOf(name) === key && idOf(name)) ids.add(idOf(name));
    }
  }
  return ids;
}

function found(snapshot: Snapshot, ids: ReadonlySet<string>): string | undefined {
  if (!ids.size) return undefined;
  const keys: string[] = [];
  for (const { key, summary } of snapshot.entries.values()) {
    if (key && [...ids].every((id) => definitionNamed(summary, id))) keys.push(key);
    if (keys.length > 1) return undefined;
  }
  return keys[0];
}
