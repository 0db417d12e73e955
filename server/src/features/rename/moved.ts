import { keyOf } from '../../core/snapshot/keys.ts';
import { entriesOf } from '../../core/snapshot/resolve.ts';
import type { Snapshot } from '../../core/snapshot/snapshot.ts';
import type { FileEdit } from '../../rules/rule.ts';
import { namedBy } from './named.ts';
import { type Written, writtenPlaces } from './places.ts';
import { filesWith } from './rename.ts';

/** A file or folder that gets another URI. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/**
 * The edits that keep references right while files and folders of a collection are moved: every key that
 * changes is written anew wherever it stands. All at once, so that two files may exchange their names.
 */
export function moved(snapshot: Snapshot, moves: readonly Move[]): FileEdit[] {
  const keys = new Map<string, string>();
  const bearers = new Map<string, number>();
  for (const { uri, key } of snapshot.entries.values()) {
    const next = newUri(uri, moves);
    const newKey = next === undefined ? key : keyOf(next);
    if (newKey) bearers.set(folded(newKey), (bearers.get(folded(newKey)) ?? 0) + 1);
    // Of two documents of one key nobody can tell which is meant.
    if (key && newKey && newKey !== key && entriesOf(snapshot, key).length === 1) {
      keys.set(key, newKey);
    }
  }
  // Nor after the move: references that lead nowhere can be mended, those that lead to two cannot.
  for (const [key, newKey] of keys) if (bearers.get(folded(newKey)) !== 1) keys.delete(key);
  const files = new Map<string, FileEdit>();
  for (const [key, newKey] of keys) {
    const places: Iterable<Written> = writtenPlaces(snapshot, namedBy(`${key}#`));
    for (const file of filesWith(places, newKey)) {
      const known = files.get(file.uri)?.edits ?? [];
      files.set(file.uri, { uri: file.uri, edits: [...known, ...file.edits] });
    }
  }
  return [...files.values()];
}

/** Keys that differ in their case alone are taken for one. */
const folded = (key: string): string => key.toLowerCase();

/** The URI of a file after the moves, its folders' included; undefined where it stays. */
function newUri(uri: string, moves: readonly Move[]): string | undefined {
  for (const { from, to } of moves) {
    if (uri === from) return to;
    if (uri.startsWith(`${from}/`)) return to + uri.slice(from.length);
  }
  return undefined;
}
