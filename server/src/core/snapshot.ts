import type { Codebook } from './codebook.ts';
import type { Document } from './document.ts';
import type { Layers } from './layers.ts';
import type { Summary } from './summary.ts';

/**
 * One collection at one moment: its codebook, its documents, and an index of what they define
 * and mention, by name. Nothing in it ever changes; `apply` makes the next one.
 */
export interface Snapshot {
  readonly revision: number;
  readonly codebook: Codebook;
  /** By URI. */
  readonly entries: Layers<string, Entry>;
  /** URIs of the documents with this key; more than one is `duplicate-key`. */
  readonly keys: Layers<string, readonly Entry[]>;
  /** Who mentions a name (see `summary.ts` for what names look like). */
  readonly mentions: Layers<string, readonly Mentioned[]>;
}

/** A document as a member of a collection. */
export interface Entry {
  readonly uri: string;
  /** The file name without its ending; undefined where it can be no key. */
  readonly key: string | undefined;
  readonly text: string;
  /** The editor's version while the document is open. */
  readonly version: number | undefined;
  readonly summary: Summary;
  /** Kept for open documents only; use `documentOf`. */
  readonly document: Document | undefined;
}

export interface Mentioned {
  readonly entry: Entry;
  /** Index into `entry.summary.mentions`. */
  readonly at: number;
}
