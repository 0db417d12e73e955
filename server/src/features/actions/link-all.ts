import type { Snapshot } from '../../core/snapshot/snapshot.ts';
import { type MendedAll, mendAll } from './mend-all.ts';

/** What can be linked in bulk, and the code of the findings that say it is not. */
export const linkable = {
  entity: 'unlinked-mention',
  document: 'unlinked-document',
  restatement: 'unlinked-restatement',
} as const;

export type Linkable = keyof typeof linkable;

/**
 * Links what a document mentions and has exactly one candidate for; the rest is left, with the reason.
 * Undefined for no readout.
 */
export const linkAll = (
  snapshot: Snapshot,
  uri: string,
  only: readonly Linkable[],
): MendedAll | undefined =>
  mendAll(snapshot, uri, new Set<string>(only.map((what) => linkable[what])));
