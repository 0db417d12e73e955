import { rekeyed, renamed } from './apply.ts';
import { type CachedSummaries, cacheSummaries, type Printed, recall } from './cached-summaries.ts';
import { keyOf } from './keys.ts';
import { listedNames, nameGathering } from './name-lists.ts';
import { type PackedSummary, tables } from './packed-summary.ts';
import type { Entry, Snapshot, Touched } from './snapshot.ts';
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

/** With more than one in so many documents beside the lists that were kept, lists are made anew. */
const few = 8;

/** Begins to load a collection, with what was kept of it where that is known. */
export function loading(cached?: CachedSummaries): Loading {
  const before = cached && recall(cached);
  const own = before?.tables ?? tables();
  const summaryOf = summaryReader(own);
  const printed: Printed[] = [];
  let anew = 0;
  const all = new Map<string, Entry>();
  /** The documents of the lists of names, by their places: those that were kept, or all in their order. */
  const listed: (string | undefined)[] = new Array(before?.count ?? 0).fill(undefined);
  const gathering = before ? undefined : nameGathering(own.names);
  /** Those that are not in these lists. */
  const unlisted = new Set<string>();

  function read(uri: string, text: string, print?: string): Entry {
    const key = keyOf(uri);
    const place = print && before ? before.find(print, key ?? uri) : -1;
    const summary = before && place >= 0 ? before.summaryAt(place) : readAnew(text, key ?? uri);
    if (print) printed.push({ uri, print, summary });
    const entry: Entry = { uri, key, text, version: undefined, summary, document: undefined };
    enlist(entry, summary, place);
    all.set(uri, entry);
    return entry;
  }

  function readAnew(text: string, called: string): PackedSummary {
    anew++;
    return summaryOf(text, called);
  }

  function enlist({ uri }: Entry, summary: PackedSummary, place: number): void {
    if (gathering) {
      gathering.add(summary);
      listed.push(uri);
      // The same text may stand there twice under the same name, in two folders.
    } else if (place >= 0 && listed[place] === undefined) listed[place] = uri;
    else unlisted.add(uri);
  }

  /** The indexes of what was listed; of all where adding the others to them would take longer. */
  function namesListed(): ReturnType<typeof listedNames> {
    if (gathering) return listedNames(own.names, gathering.finish(), listed);
    if (before && few * unlisted.size <= all.size) {
      return listedNames(own.names, before.lists, listed);
    }
    unlisted.clear();
    const again = nameGathering(own.names);
    for (const { summary } of all.values()) again.add(summary as PackedSummary);
    return listedNames(own.names, again.finish(), [...all.keys()]);
  }

  function finish(snapshot: Snapshot): Snapshot {
    const touched: Touched[] = [];
    const names = namesListed();
    let there = 0;
    for (const [uri, read] of all) {
      const after = snapshot.entries.get(uri);
      if (after) there++;
      const before = unlisted.has(uri) ? undefined : read;
      if (after !== before) touched.push({ before, after });
    }
    for (const after of there < snapshot.entries.size ? snapshot.entries.values() : []) {
      if (!all.has(after.uri)) touched.push({ before: undefined, after });
    }
    return { ...snapshot, revision: snapshot.revision + 1, ...renamed(names, touched) };
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
