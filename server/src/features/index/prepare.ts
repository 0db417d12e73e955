import { catalogueOf } from '../../core/document-mentions/catalogue.ts';
import { statementsOf } from '../../core/restatements/statements.ts';
import type { Snapshot } from '../../core/snapshot/snapshot.ts';
import { documentIndex } from './document-index.ts';

/** What the findings of an open document, and questions about it, look up of a whole collection; what takes longest last. */
const all = [documentIndex, catalogueOf, statementsOf];

/**
 * Makes what is kept of a collection ready, a few documents at a time, so that neither the first question nor
 * the first document that is opened waits for all of it; true once it is.
 */
export const prepare = (snapshot: Snapshot, most: number): boolean =>
  all.every(({ catchUp }) => catchUp(snapshot, most));
