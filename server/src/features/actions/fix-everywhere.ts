import type { Entry, Snapshot } from '../../core/snapshot/snapshot.ts';
import type { Edit } from '../../core/writing/edit.ts';
import { findingsOf } from '../../rules/findings.ts';
import { rules } from '../../rules/index.ts';
import { fixAll } from './fix-all.ts';

/** What changes in one document. */
export interface DocumentEdits {
  readonly uri: string;
  readonly edits: readonly Edit[];
}

/**
 * Takes the preferred fix of every finding of one code, document by document over the whole collection; each
 * fix keeps to its own document. Yields once a document, nothing where nothing is to be mended, so that whoever
 * asks can let others go first.
 */
export function* fixEverywhere(
  snapshot: Snapshot,
  code: string,
): Generator<DocumentEdits | undefined> {
  const others = new Set(rules.map((rule) => rule.code).filter((one) => one !== code));
  for (const entry of snapshot.entries.values()) {
    yield isConcerned(snapshot, entry, others) ? mended(snapshot, entry, code) : undefined;
  }
}

/** Looked at alone, one rule is quick; all of them are asked only where it finds something. */
const isConcerned = (snapshot: Snapshot, entry: Entry, others: ReadonlySet<string>): boolean =>
  findingsOf(snapshot, entry, 'all', others).length > 0;

function mended(snapshot: Snapshot, { uri }: Entry, code: string): DocumentEdits | undefined {
  const edits = fixAll(snapshot, uri, code)?.edits ?? [];
  return edits.length ? { uri, edits } : undefined;
}
