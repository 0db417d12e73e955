import { entriesOf } from '../snapshot/resolve.ts';
import { linksOf } from '../snapshot/rings.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { ownOf } from '../snapshot/summary.ts';

/** The relations with which a text goes back to what an earlier one said. */
const goingBack: ReadonlySet<string> = new Set([
  ...['reaffirms', 'strengthens', 'weakens', 'supersedes'],
]);

/** The names of these marks and of all that can be reached from them, either way, through relations that go back. */
export function alongThreads(snapshot: Snapshot, names: Iterable<string>): ReadonlySet<string> {
  const reached = new Set(names);
  // A set that grows while it is read is read to its end.
  for (const name of reached) {
    for (const entry of entriesOf(snapshot, ownOf(name))) {
      for (const link of linksOf(entry.summary).from.get(name) ?? []) {
        if (goingBack.has(link.via)) reached.add(link.to);
      }
    }
    for (const uri of snapshot.mentions.get(name) ?? []) {
      const entry = snapshot.entries.get(uri);
      for (const link of (entry && linksOf(entry.summary).to.get(name)) ?? []) {
        if (goingBack.has(link.via)) reached.add(link.from);
      }
    }
  }
  return reached;
}
