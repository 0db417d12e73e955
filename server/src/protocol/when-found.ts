import type { Document } from '../core/document.ts';
import { isAlike } from '../core/reading/alike.ts';
import type { Snapshot } from '../core/snapshot/snapshot.ts';
import { proseless } from '../rules/findings.ts';

/** What nobody can say before the collection has been read: it would flash up red and go away again. */
export const early: ReadonlySet<string> = new Set([
  ...['unresolved', 'bad-value', 'unknown-kind', 'unknown-key', 'front-matter', 'duplicate-key'],
  ...['relation-kind', 'relation-cycle', 'time-order', 'below-line', 'unlinked-mention'],
  ...['no-actor', 'no-due', 'no-id', 'unused-ignore', 'id-is-entity', 'unlinked-document'],
  ...['unlinked-restatement', 'unlinked-backreference', 'weaker-wording', 'overdue'],
]);

/** What looks through a whole collection, and waits until that has been made ready piece by piece. */
export const searching: ReadonlySet<string> = new Set([
  ...['unlinked-document', 'unlinked-restatement', 'unlinked-backreference', 'weaker-wording'],
]);

/**
 * What compares the words of a text with a collection, or asks what others say of its marks. While somebody
 * types, what was found last stays where it stands, and is looked for again when the keys pause.
 */
const unhurried: ReadonlySet<string> = new Set([
  ...[...searching, 'unlinked-mention', 'overdue'],
  // These ask for all the others.
  ...['unused-ignore', 'too-many'],
]);

/** The same with what hangs on the rest of a text, where nothing but its prose was changed. */
const besideProse: ReadonlySet<string> = new Set([...unhurried, ...proseless()]);

/** What findings of an open document are made of. */
export interface Read extends Pick<Snapshot, 'codebook' | 'definitions'> {
  /** None where the file is no document, but part of a codebook. */
  readonly document: Document | undefined;
}

/** The codes of findings that may stay where they stand for a moment while a text is typed. */
export const heldWhileTyped = (before: Read, now: Read): ReadonlySet<string> =>
  isProseAlone(before, now) ? besideProse : unhurried;

function isProseAlone(before: Read, now: Read): boolean {
  const isSame = before.codebook === now.codebook && before.definitions === now.definitions;
  return isSame && !!before.document && !!now.document && isAlike(before.document, now.document);
}
