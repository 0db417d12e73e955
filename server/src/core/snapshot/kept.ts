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

/** A reader of what is kept, true to the snapshot it is asked for. */
export interface Kept<T> {
  (snapshot: Snapshot): T;
  /** Takes in at most so many documents ahead of a question; true once the question would take no time. */
  readonly catchUp: (snapshot: Snapshot, most: number) => boolean;
}

/** What is kept of one collection. */
interface Own<T> {
  readonly kept: T;
  readonly basis: unknown;
  /** What it is true to, but for the documents of `taken`. */
  entries: Snapshot['entries'] | undefined;
  readonly taken: Map<string, Entry | undefined>;
  /** The documents that are still to be taken in for some entries. */
  ahead: { readonly entries: Snapshot['entries']; readonly uris: Iterator<string> } | undefined;
}

/**
 * Between two questions about one collection it takes in only the documents that differ, so it costs what
 * has changed.
 */
export function keeping<T>({ begin, change, basis }: Keeping<T>): Kept<T> {
  const all = new WeakMap<object, Own<T>>();

  function ownOf(snapshot: Snapshot): Own<T> {
    const { collection } = snapshot;
    const now = basis?.(snapshot);
    const known = all.get(collection);
    if (known && known.basis === now) return known;
    const kept = begin(snapshot);
    const own = { kept, basis: now, entries: undefined, taken: new Map(), ahead: undefined };
    all.set(collection, own);
    return own;
  }

  /** Takes in what differs; false where `most` were not enough. */
  function take(own: Own<T>, entries: Snapshot['entries'], most: number): boolean {
    if (own.entries === entries) return true;
    if (own.ahead?.entries !== entries) own.ahead = { entries, uris: differingUris(own, entries) };
    const { uris } = own.ahead;
    let count = 0;
    for (let next = uris.next(); !next.done; next = uris.next()) {
      const uri = next.value;
      const before = own.taken.has(uri) ? own.taken.get(uri) : own.entries?.get(uri);
      const after = entries.get(uri);
      if (before === after) continue;
      change(own.kept, before, after);
      own.taken.set(uri, after);
      if (++count >= most) return false;
    }
    own.entries = entries;
    own.taken.clear();
    own.ahead = undefined;
    return true;
  }

  const kept = (snapshot: Snapshot): T => {
    const own = ownOf(snapshot);
    take(own, snapshot.entries, Number.POSITIVE_INFINITY);
    return own.kept;
  };
  return Object.assign(kept, {
    catchUp: (snapshot: Snapshot, most: number) => take(ownOf(snapshot), snapshot.entries, most),
  });
}

function differingUris(
  { entries: before, taken }: Pick<Own<unknown>, 'entries' | 'taken'>,
  entries: Snapshot['entries'],
): Iterator<string> {
  const uris = before ? differing(before, entries) : new Set(entries.keys());
  for (const uri of taken.keys()) uris.add(uri);
  return uris.values();
}
