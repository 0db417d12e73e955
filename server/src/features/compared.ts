import { strip } from '../core/reading/strip.ts';
import { documentOf, type Entry, type Snapshot } from '../core/snapshot/snapshot.ts';
import { documentsOf } from '../core/threads/series.ts';
import { versionsOf } from '../core/threads/versions.ts';

/** A text that another one may be set beside. */
export interface Comparable {
  readonly entry: Entry;
  /** What it is to the other: of the same meeting, or of one before or after it in its series. */
  readonly is: 'version' | 'earlier' | 'later';
}

/**
 * The texts that a document is worth comparing with: those of its series before it, the nearest first, then
 * other versions of it, then those after it. Empty for one that has neither; undefined for no readout.
 */
export function comparables(snapshot: Snapshot, uri: string): readonly Comparable[] | undefined {
  const entry = snapshot.entries.get(uri);
  if (!entry) return undefined;
  const { series, date } = entry.summary;
  const versions = versionsOf(snapshot, entry);
  const others = series && date ? documentsOf(snapshot, series) : [];
  const apart = others.filter((one) => one !== entry && !versions.includes(one));
  const isEarlier = ({ summary, uri }: Entry): boolean =>
    summary.date !== date ? (summary.date ?? '') < (date ?? '') : uri < entry.uri;
  const as = (is: Comparable['is']) => (entry: Entry) => ({ entry, is });
  return [
    ...apart.filter(isEarlier).reverse().map(as('earlier')),
    ...versions.map(as('version')),
    ...apart.filter((one) => !isEarlier(one)).map(as('later')),
  ];
}

/** A document as it was issued: without front matter, annotations and notes; undefined for no readout. */
export function issued(snapshot: Snapshot, uri: string): string | undefined {
  const entry = snapshot.entries.get(uri);
  return entry && strip(documentOf(entry));
}
