import { differing } from './layers.ts';
import type { Entry, Snapshot } from './snapshot.ts';

/** Something that is kept of a collection, because making it anew for each request would take too long. */
export interface Keeping<T> {
  readonly begin: (snapshot: Snapshot) => T;
  /** Takes a document that came, went or changed into account. */
  readonly change: (kept: T, before: Entry | undefined, after: Entry | undefined) => void;
  /** What else it depends on: where this is another, it begins anew. */
  readonly basis?: (snapshot: Snapshot) => unknown;
}

/**
 * A reader of what is kept, true to the snapshot it is asked for: between two questions about one
 * collection it takes in only the documents that differ, so it costs what has changed.
 */
export function keeping<T>({ begin, change, basis }: Keeping<T>): (snapshot: Snapshot) => T {
  const all = new WeakMap<
    object,
    { entries: Snapshot['entries'] | undefined; basis: unknown; kept: T }
  >();
  return (snapshot) => {
    const { collection, entries } = snapshot;
    const now = basis?.(snapshot);
    let own = all.get(collection);
    if (!own || own.basis !== now) {
      own = { entries: undefined, basis: now, kept: begin(snapshot) };
      all.set(collection, own);
    }
    if (own.entries === entries) return own.kept;
    const { kept } = own;
    if (own.entries) {
      for (const uri of differing(own.entries, entries)) {
        const before = own.entries.get(uri);
        const after = entries.get(uri);
        if (before !== after) change(kept, before, after);
      }
    } else for (const entry of entries.values()) change(kept, undefined, entry);
    own.entries = entries;
    return kept;
  };
}
