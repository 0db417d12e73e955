import type { Target } from '../core/document.ts';
import { nearest } from '../core/nearest.ts';
import { entriesOf } from '../core/resolve.ts';
import type { Snapshot } from '../core/snapshot.ts';
import type { Context } from './rule.ts';

/** Whether a key was written with the ending of the file. */
export const endsLikeFile = (key: string): boolean => fileEnding.test(key);

/** The key without the ending of the file. */
export const withoutFileEnding = (key: string): string => key.replace(fileEnding, '');

const fileEnding = /\.readout(?:\.md)?$/i;

/** The names that look most like the one that leads nowhere, as they would be written in its place. */
export function nearestOf(
  target: Target,
  { entry, snapshot, document }: Context,
  count = 1,
): readonly string[] {
  const { key, id, from } = target;
  if (!key) {
    const names = [...snapshot.codebook.entities.keys()];
    for (const { id: own } of entry.summary.definitions) if (own) names.push(own);
    return nearest(id, new Set(names), count).map((name) => `#${name}`);
  }
  const entries = entriesOf(snapshot, key);
  if (entries.length) {
    const ids = entries.flatMap(({ summary }) => summary.definitions.map((one) => one.id));
    const known = new Set(ids.filter((one) => one));
    return nearest(id, known, count).map((name) => `${key}#${name}`);
  }
  const rest = from < document.body ? '' : `#${id}`;
  return nearestKeys(key, snapshot, count).map((name) => `${name}${rest}`);
}

const keysNear = new WeakMap<object, Map<string, readonly string[]>>();

/** Looking through ten thousand keys takes a while, and one missing document is often named many times. */
function nearestKeys(key: string, { keys }: Snapshot, count: number): readonly string[] {
  const near = keysNear.get(keys) ?? new Map<string, readonly string[]>();
  keysNear.set(keys, near);
  const known = near.get(key) ?? nearest(key, keys.keys(), 3);
  near.set(key, known);
  return known.slice(0, count);
}
