import type { Document, Mark } from '../../core/document.ts';
import type { Entry } from '../../core/snapshot/snapshot.ts';

/** A mark with the document it stands in. */
export interface Held {
  readonly entry: Entry;
  readonly document: Document;
  readonly mark: Mark;
}
