import type { Kind } from '../../core/codebook/codebook.ts';
import { keeping } from '../../core/snapshot/kept.ts';
import type { Entry, Snapshot } from '../../core/snapshot/snapshot.ts';

const counts = keeping<Map<string, number>>({
  begin: () => new Map(),
  change: (kept, before, after) => {
    count(kept, before, -1);
    count(kept, after, 1);
  },
});

function count(kept: Map<string, number>, entry: Entry | undefined, by: number): void {
  for (const { kind } of entry?.summary.definitions ?? []) {
    if (kind) kept.set(kind, (kept.get(kind) ?? 0) + by);
  }
}

export interface CountedKind {
  readonly kind: Kind;
  /** How many marks of this kind the collection holds. */
  readonly count: number;
}

/** The kinds of a collection, the most used first; of equals in the order of the codebook. */
export function kindsByUse(snapshot: Snapshot): CountedKind[] {
  const known = counts(snapshot);
  return [...snapshot.codebook.kinds.values()]
    .map((kind) => ({ kind, count: known.get(kind.name) ?? 0 }))
    .sort((a, b) => b.count - a.count);
}
