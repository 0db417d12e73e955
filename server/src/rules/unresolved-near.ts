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
    return nearest(id, namesOf(entry, snapshot), count).map((name) => `#${name}`);
  }
  const entries = entriesOf(snapshot, key);
  if (!entries.length) return nearestKeys(key, snapshot, count);
  return nearest(id, new Set(entries.flatMap((one) => [...idsOf(one)])), count).map(
    (name) => `${key}#${name}`,
  );
}

/** What a document can name without saying where: entities, and its own marks. */
function* namesOf(entry: Entry, { codebook: { entities } }: Snapshot): Generator<string> {
  yield* entities.keys();
  for (const id of idsOf(entry)) if (!entities.has(id)) yield id;
}

const idsKnown = new WeakMap<Entry, ReadonlySet<string>>();

/** The ids of a document's marks, gathered once: a text may name thousands that are missing. */
function idsOf(entry: Entry): ReadonlySet<string> {
  const ids =
    idsKnown.get(entry) ?? new Set(entry.summary.definitions.flatMap(({ id }) => id || []));
  idsKnown.set(entry, ids);
  return ids;
}

const keysNear = new WeakMap<object, Map<string, readonly string[]>>();

/** Looking through ten thousand keys takes a while, and one missing document is often named many times. */
function nearestKeys(key: string, { keys }: Snapshot, count: number): readonly string[] {
  const near = keysNear.get(keys.layers) ?? new Map<string, readonly string[]>();
  keysNear.set(keys.layers, near);
  const known = near.get(key) ?? nearest(key, keys.keys(), 3);
  near.set(key, known);
  return known.slice(0, count);
}
