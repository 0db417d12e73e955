import { differing } from './layers.ts';
import type { Entry, Snapshot } from './snapshot.ts';

/** Something that is kept of a collection, because making it anew for each request would take too long. */
export interface Keeping<T> {
  readonly begin: (snapshot: Snapshot) => T;
  /** Takes a document that came, went or changed into account. */
  readonly change: (kept: T, before: Entry | undefined, after: Entry | undefined) => void;
  /** What else it depends on: where this is another, it begins anew. */
  readonly basis?: (snapshot: Snapshot) => unknown;
  /** Whether it holds nothing when it is begun, so that only what changes from then on is to be taken in. */
  readonly isBlank?: boolean;
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
  /** What it is true to, but for the documents that are left. */
  entries: Snapshot['entries'] | undefined;
  /** The documents that are still to be taken in, each as it was taken in before. */
  readonly left: Map<string, Entry | undefined>;
  /** Those of them that come next: what is passed once is not passed again. */
  next: Iterator<[string, Entry | undefined]> | undefined;
}

/**
 * Between two questions about one collection it takes in only the documents that differ, so it costs what
 * has changed.
 */
export function keeping<T>({ begin, change, basis, isBlank }: Keeping<T>): Kept<T> {
  const all = new WeakMap<object, Own<T>>();

  function ownOf(snapshot: Snapshot): Own<T> {
    const { collection } = snapshot;
    const now = basis?.(snapshot);
    const known = all.get(collection);
    if (known && known.basis === now) return known;
    const kept = begin(snapshot);
    const entries = isBlank ? snapshot.entries : undefined;
    const own = { kept, basis: now, entries, left: new Map(), next: undefined };
    all.set(collection, own);
    return own;
  }

  /** Takes in what differs; false where `most` were not enough. */
  function take(own: Own<T>, entries: Snapshot['entries'], most: number): boolean {
    if (own.entries !== entries) follow(own, entries);
    let count = 0;
    for (let one = nextOf(own); one; one = nextOf(own)) {
      const [uri, before] = one;
      own.left.delete(uri);
      const after = entries.get(uri);
      if (before === after) continue;
      change(own.kept, before, after);
      if (++count >= most && own.left.size) return false;
    }
    return true;
  }

  return Object.assign(
    (snapshot: Snapshot): T => {
      const own = ownOf(snapshot);
      take(own, snapshot.entries, Number.POSITIVE_INFINITY);
      return own.kept;
    },
    {
      catchUp: (snapshot: Snapshot, most: number) => take(ownOf(snapshot), snapshot.entries, most),
    },
  );
}

/** Leaves for later what differs between the documents it was true to and these. */
function follow(own: Own<unknown>, entries: Snapshot['entries']): void {
  const before = own.entries;
  for (const uri of before ? differing(before, entries) : entries.keys()) {
    if (!own.left.has(uri)) own.left.set(uri, before?.get(uri));
  }
  own.entries = entries;
}

function nextOf(own: Own<unknown>): [string, Entry | undefined] | undefined {
  own.next ??= own.left.entries();
  const { done, value } = own.next.next();
  if (!done) return value;
  own.next = undefined;
  return undefined;
}
