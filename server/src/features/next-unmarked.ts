import { unmarkedIn } from '../core/marks/unmarked.ts';
import { documentOf, type Snapshot } from '../core/snapshot/snapshot.ts';
import type { Span } from '../core/text.ts';

/** The words that read as a commitment and are not marked, in order; undefined for no readout. */
export function unmarked(snapshot: Snapshot, uri: string): readonly Span[] | undefined {
  const entry = snapshot.entries.get(uri);
  return (
    entry && unmarkedIn(documentOf(entry), snapshot.codebook).map(({ from, to }) => ({ from, to }))
  );
}
