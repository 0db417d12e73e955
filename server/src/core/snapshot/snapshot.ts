import type { Codebook } from '../codebook/codebook.ts';
import { builtinCodebook } from '../codebook/read-codebook.ts';
import type { Document } from '../document.ts';
import { parse } from '../reading/parse.ts';
import { type Layers, noLayers } from './layers.ts';
import { mentionsNamed } from './packed-summary.ts';
import type { Mention, Summary } from './summary.ts';
import { noUris, type UriIndex } from './uri-index.ts';

/**
 * One collection at one moment: its codebook, its documents, and an index of what they define
 * and mention, by name (see `summary.ts` for what names look like). Nothing in it ever changes;
 * `apply` makes the next one.
 */
export interface Snapshot {
  /** The day that due dates are judged against, `YYYY-MM-DD`; without one nothing is overdue. See `onDay`. */
  readonly asOf?: string;
  /** The same in every snapshot of a collection: a key for what is kept from one to the next. */
  readonly collection: object;
  readonly revision: number;
  readonly codebook: Codebook;
  /** The same for as long as the documents define the same names: for what hangs on where names lead. */
  readonly definitions: object;
  /** By URI. */
  readonly entries: Layers<string, Entry>;
  /** URIs of the documents of a key; more than one is `duplicate-key`. */
  readonly keys: Layers<string, readonly string[]>;
  /** URIs of the documents that mention a name. */
  readonly mentions: UriIndex;
  /** URIs of the documents that mention a document of this key or anything in it. */
  readonly readers: UriIndex;
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
  /** Kept for open documents only; `documentOf` gives it for all. */
  readonly document: Document | undefined;
}

/** A collection without documents. */
export const emptySnapshot = (codebook: Codebook = builtinCodebook): Snapshot => ({
  collection: {},
  revision: 0,
  codebook,
  definitions: {},
  entries: noLayers(),
  keys: noLayers(),
  mentions: noUris,
  readers: noUris,
});

const days = new WeakMap<Snapshot, Map<string, Snapshot>>();

/** The snapshot as it is judged on a day; the same one for the same day, so that what is kept of it holds. */
export function onDay(snapshot: Snapshot, asOf: string): Snapshot {
  const known = days.get(snapshot) ?? new Map<string, Snapshot>();
  days.set(snapshot, known);
  const dated = known.get(asOf) ?? { ...snapshot, asOf };
  known.set(asOf, dated);
  return dated;
}

/** The document of an entry: kept where it is open, read anew where it is not. */
export const documentOf = (entry: Entry): Document => entry.document ?? parse(entry.text);

/** One document before and after a batch of changes. */
export interface Touched {
  readonly before: Entry | undefined;
  readonly after: Entry | undefined;
  /** Whether nothing but prose was changed, so that it says of others what it said. */
  readonly alike?: boolean;
}

/** A mention with the document it stands in. */
export interface Mentioned {
  readonly entry: Entry;
  readonly mention: Mention;
}

/** Everybody who mentions a name, document by document. */
export function mentionsOf(snapshot: Snapshot, name: string): Mentioned[] {
  const found: Mentioned[] = [];
  const uris = snapshot.mentions.get(name);
  if (!uris) return found;
  const named = mentionsNamed(name);
  for (const uri of uris) {
    const entry = snapshot.entries.get(uri);
    if (!entry) continue;
    for (const mention of named(entry.summary)) found.push({ entry, mention });
  }
  return found;
}
