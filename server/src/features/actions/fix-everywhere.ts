import type { Snapshot } from '../../core/snapshot/snapshot.ts';
import type { FileEdit } from '../../rules/rule.ts';
import { fixAll } from './fix-all.ts';

/**
 * Takes the preferred fix of every finding of one code, document by document over the whole collection; each
 * fix keeps to its own document. Yields once a document, nothing where nothing is to be mended, so that whoever
 * asks can let others go first.
 */
export function* fixEverywhere(snapshot: Snapshot, code: string): Generator<FileEdit | undefined> {
  for (const uri of snapshot.entries.keys()) {
    const edits = fixAll(snapshot, uri, code)?.edits ?? [];
    yield edits.length ? { uri, edits } : undefined;
  }
}
