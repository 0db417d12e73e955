import { type CachedSummaries, cacheSummaries, type Printed, recall } from './cached-summaries.ts';
import { keyOf } from './keys.ts';
import { nameGathering } from './name-lists.ts';
import { type PackedSummary, tables } from './packed-summary.ts';
import { type Entry, rekeyed, renamed, type Snapshot, type Touched } from './snapshot.ts';
import type { Summary } from './summary.ts';
import { summaryReader } from './summary-reader.ts';

/** A collection while its documents are read: they are put in piece by piece, and who mentions what at the end. */
export interface Loading {
  /** Reads a closed document, each once. What has the `print` of a text that was read before is not read again. */
  readonly read: (uri: string, text: string, print?: string) => Entry;
  /** The snapshot with its index of names, which takes in what has changed since it was read. */
  readonly finish: (snapshot: Snapshot) => Snapshot;
  /** How many documents were read, and how many of them anew. */
  readonly counts: () => { readonly read: number; readonly anew: number };
  /** Which of the documents that were kept a summary is of; -1 for one that was read anew. */
  readonly placeOf: (summary: Summary) => number;
  /** What was read with a print. */
  readonly printed: readonly Printed[];
  /** The same for the next time, in pieces. */
  readonly cached: () => Generator<void, CachedSummaries>;
}

/** Begins to load a collection, with what was kept of it where that is known. */
export function loading(cached?: CachedSummaries): Loading {
  const before = cached && recall(cached);
  const own = before?.tables ?? tables();
  const summaryOf = summaryReader(own);
  const printed: Printed[] = [];
  let anew = 0;
  const gathering = nameGathering(own.names);
  const all = new Map<string, Entry>();

  function read(uri: string, text: string, print?: string): Entry {
    const key = keyOf(uri);
    const summary = (print && before?.summaryOf(print, key ?? uri)) || readAnew(text, key ?? uri);
    if (print) printed.push({ uri, print, summary });
    const entry: Entry = { uri, key, text, version: undefined, summary, document: undefined };
    gathering.add(uri, summary);
    all.set(uri, entry);
    return entry;
  }

  function readAnew(text: string, called: string): PackedSummary {
    anew++;
    return summaryOf(text, called);
  }

  function finish(snapshot: Snapshot): Snapshot {
    const touched: Touched[] = [];
    for (const [uri, before] of all) {
      const after = snapshot.entries.get(uri);
      if (after !== before) touched.push({ before, after });
    }
    for (const after of snapshot.entries.values()) {
      if (!all.has(after.uri)) touched.push({ before: undefined, after });
    }
    const names = renamed(gathering.finish(), touched);
    return { ...snapshot, revision: snapshot.revision + 1, ...names };
  }

  return {
    read,
    finish,
    counts: () => ({ read: all.size, anew }),
    placeOf: (summary) => before?.placeOf(summary) ?? -1,
    printed,
    cached: () => cacheSummaries(printed),
  };
}

/**
 * The snapshot with documents that were read, so that they can be found; who mentions what comes with
 * `finish`. Documents that are in it already are replaced.
 */
export function load(previous: Snapshot, entries: readonly Entry[]): Snapshot {
  const touched = entries.map((after) => ({ before: previous.entries.get(after.uri), after }));
  return {
    ...previous,
    revision: previous.revision + 1,
    definitions: {},
    entries: previous.entries.with(new Map(entries.map((entry) => [entry.uri, entry]))),
    keys: rekeyed(previous.keys, touched),
  };
}
