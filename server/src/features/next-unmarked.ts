import type { Snapshot } from '../core/snapshot/snapshot.ts';
import type { Span } from '../core/text.ts';
import { findingsOfRule } from '../rules/findings.ts';
import { unmarkedCommitment } from '../rules/unmarked-commitment.ts';

/**
 * The words that read as a commitment and are not marked, in order, without what the document ignores; undefined
 * for no readout.
 */
export function unmarked(snapshot: Snapshot, uri: string): readonly Span[] | undefined {
  const entry = snapshot.entries.get(uri);
  return (
    entry &&
    findingsOfRule(snapshot, entry, unmarkedCommitment).map(({ from, to }) => ({ from, to }))
  );
}
