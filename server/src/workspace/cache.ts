import type { CachedSummaries } from '../core/snapshot/cached-summaries.ts';
import type { Print } from './files.ts';

/**
 * Where a host keeps what was read of collections, from one session to the next. Nothing depends on it: what
 * is not there, or cannot be used, is read again.
 */
export interface Cache {
  /** Tells the bytes of a text from any other's. */
  readonly print: Print;
  /** What was saved last of the collection in a folder (a URI), taken up in pieces with pauses between them. */
  readonly load: (
    collection: string,
    pause: () => Promise<void>,
  ) => Promise<CachedSummaries | undefined>;
  /** Rejects where it cannot be saved; what was saved before then stays. */
  readonly save: (collection: string, summaries: CachedSummaries) => Promise<void>;
}
