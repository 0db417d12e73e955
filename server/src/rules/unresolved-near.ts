import type { Target } from '../core/document.ts';
import { nearest } from '../core/nearest.ts';
import { entriesOf } from '../core/snapshot/resolve.ts';
import type { Entry, Snapshot } from '../core/snapshot/snapshot.ts';
import type { Context } from './rule.ts';

/** Whether a key was written with the ending of the file. */
export const endsLikeFile = (key: string): boolean => fileEnding.test(key);

/** The key without the ending of the file. */
export const withoutFileEnding = (key: string): string => key.replace(fileEnding, '');

const fileEnding = /\.readout(?:\.md)?$/i;

/**
 * What looks most like a target that leads nowhere: names as they would be written in its place, or,
 * where its document is missing, the keys of other documents.
 */
export function nearestOf(
  { key, id }: Pick<Target, 'key' | 'id'>,
  { entry, snapshot }: Context,
  count = 1,
): readonly string[] {
  if (!key) {
    const names = new Set([...snapshot.codebook.entities.keys(), ...idsOf([entry])]);
    return nearest(id, names, count).map((name) => `#${name}`);
  }
  const entries = entriesOf(snapshot, key);
  if (!entries.length) return nearestKeys(key, snapshot, count);
  return nearest(id, idsOf(entries), count).map((name) => `${key}#${name}`);
}

/** The ids of these documents' marks. */
const idsOf = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(entries.flatMap(({ summary }) => summary.definitions.flatMap(({ id }) => id || [])));

const keysNear = new WeakMap<object, Map<string, readonly string[]>>();

/** Looking through ten thousand keys takes a while, and one missing document is often named many times. */
function nearestKeys(key: string, { keys }: Snapshot, count: number): readonly string[] {
  const near = keysNear.get(keys.layers) ?? new Map<string, readonly string[]>();
  keysNear.set(keys.layers, near);
  const known = near.get(key) ?? nearest(key, keys.keys(), 3);
  near.set(key, known);
  return known.slice(0, count);
}
