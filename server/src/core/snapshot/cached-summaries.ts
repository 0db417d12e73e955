import { lastAtMost } from '../search.ts';
import type { CachedWords } from './cached-words.ts';
import { type NameLists, nameGathering } from './name-lists.ts';
import { type Names, nameTable } from './name-table.ts';
import {
  type PackedSummary,
  packedOf,
  type Said,
  type Tables,
  tables,
  width,
} from './packed-summary.ts';
import type { Summary } from './summary.ts';

/**
 * The summaries of a collection's closed documents as numbers and words, which a host can keep from one session
 * to the next: a text that reads as it did then need not be summed up again.
 */
export interface CachedSummaries {
  readonly names: Names;
  readonly words: Names;
  /** The rows of one document after the other, as `Packing` writes them. */
  readonly numbers: Int32Array;
  readonly documents: readonly CachedDocument[];
  /** Who mentions what. */
  readonly lists: NameLists;
  /** What their marks are looked for by, where somebody has kept that. */
  readonly index?: CachedWords | undefined;
}

/** What is said of a document beside its rows. */
export interface CachedDocument extends Said {
  /** Tells its text from any other. */
  readonly print: string;
  readonly mentionCount: number;
  readonly definitionCount: number;
}

/** A document that was read, with what tells its text from any other. */
export interface Printed {
  readonly uri: string;
  readonly print: string;
  readonly summary: PackedSummary;
}

/** How many documents are taken at once, about a millisecond. */
const slice = 256;

/** Copies the summaries of documents, in pieces. Names that none of them has any more are left behind. */
export function* cacheSummaries(documents: readonly Printed[]): Generator<void, CachedSummaries> {
  const own = tables();
  const renumbering = renumberings(own);
  const cached: CachedDocument[] = [];
  const numbers = new Int32Array(
    documents.reduce((sum, { summary }) => sum + lengthOf(summary), 0),
  );
  const gathering = nameGathering(own.names);
  let end = 0;
  for (const { print, summary } of documents) {
    copyRows(summary, numbers, end, renumbering(summary.tables));
    gathering.add({ numbers, start: end, mentionCount: summary.mentionCount });
    end += lengthOf(summary);
    cached.push(cachedOf(print, summary));
    if (cached.length % slice === 0) yield;
  }
  const lists = gathering.finish();
  return { names: own.names.names(), words: own.words.names(), numbers, documents: cached, lists };
}

/** How many numbers the rows of a document take. */
const lengthOf = (said: Pick<PackedSummary, 'mentionCount' | 'definitionCount'>): number =>
  width * (said.mentionCount + said.definitionCount);

function cachedOf(print: string, summary: PackedSummary): CachedDocument {
  const { own, title, date, series, lang, coding, doubts, verbs } = summary;
  const { mentionCount, definitionCount } = summary;
  return {
    print,
    own,
    title,
    date,
    series,
    lang,
    coding,
    doubts,
    verbs,
    mentionCount,
    definitionCount,
  };
}

/** What a name and a word of other tables are in these. */
interface Renumbering {
  readonly name: (number: number) => number;
  readonly word: (number: number) => number;
}

function renumberings(own: Tables): (theirs: Tables) => Renumbering {
  const made = new Map<Tables, Renumbering>();
  return (theirs) => {
    const known = made.get(theirs) ?? {
      name: renumbered((number) => theirs.names.enterInto(own.names, number)),
      word: renumbered((number) => theirs.words.enterInto(own.words, number)),
    };
    made.set(theirs, known);
    return known;
  };
}

/** Asks for each number once; what is below zero stays. */
function renumbered(ask: (number: number) => number): (number: number) => number {
  const known: (number | undefined)[] = [];
  return (number) => {
    if (number < 0) return number;
    const before = known[number];
    if (before !== undefined) return before;
    const made = ask(number);
    known[number] = made;
    return made;
  };
}

/** Rows of mentions and of definitions begin alike: with a name and a word. */
function copyRows(
  summary: PackedSummary,
  to: Int32Array,
  at: number,
  { name, word }: Renumbering,
): void {
  const { numbers, start } = summary;
  const length = lengthOf(summary);
  to.set(numbers.subarray(start, start + length), at);
  for (let row = at; row < at + length; row += width) {
    to[row] = name(to[row] as number);
    to[row + 1] = word(to[row + 1] as number);
  }
}

/** Summaries that were kept, and the tables that they and new ones share. */
export interface Recalled {
  readonly tables: Tables;
  /** The place of the document called `own` whose text has this print; -1 where there is none. */
  readonly find: (print: string, own: string) => number;
  readonly summaryAt: (place: number) => PackedSummary;
  /** How many documents there are, and who mentions what, by their places. */
  readonly count: number;
  readonly lists: NameLists;
  /** Which of the documents a summary is of; -1 where it was not kept. */
  readonly placeOf: (summary: Summary) => number;
}

/** Takes up what `cacheSummaries` gave; its numbers are read, never written, for as long as a summary lives. */
export function recall({ names, words, numbers, documents, lists }: CachedSummaries): Recalled {
  const own: Tables = { names: nameTable(names), words: nameTable(words) };
  const starts = new Int32Array(documents.length);
  const places = new Map<string, number>();
  let end = 0;
  for (const [place, document] of documents.entries()) {
    starts[place] = end;
    end += lengthOf(document);
    places.set(document.print + document.own, place);
  }
  return {
    tables: own,
    count: documents.length,
    lists,
    find: (print, called) => places.get(print + called) ?? -1,
    summaryAt: (place) => {
      const said = documents[place] as CachedDocument;
      const { mentionCount, definitionCount } = said;
      const start = starts[place] as number;
      return packedOf(said, { tables: own, numbers, start, mentionCount, definitionCount });
    },
    placeOf: (summary) => {
      const { numbers: theirs, start } = summary as Partial<PackedSummary>;
      // Of those that begin at one place, all but the last are empty.
      return theirs === numbers && start !== undefined ? lastAtMost(starts, start) : -1;
    },
  };
}
