import type { Entity } from '../core/codebook/codebook.ts';
import { stemOf } from '../core/snapshot/keys.ts';
import { wordsOfMark } from '../core/snapshot/mark-words.ts';
import type { Snapshot } from '../core/snapshot/snapshot.ts';
import { type Span, shortened } from '../core/text.ts';
import { best } from './index/best.ts';
import { type MarkIndex, markIndex } from './index/mark-index.ts';
import { type Name, nameIndex, settleNames } from './index/name-index.ts';
import { type FoundMark, markOf } from './index/sheet.ts';
import type { Fit } from './index/word-index.ts';
import { wordsOf } from './index/words.ts';

/** A mark or an entity of a collection, as the search for symbols shows it. */
export interface SymbolFound {
  readonly is: 'mark' | 'entity';
  readonly uri: string;
  /** The words of a mark; an entity's key in the codebook. */
  readonly span: Span;
  /**
   * Words as issued, shortened, or the entity's name; behind them the id, because editors look once
   * more in what they are given and drop what they do not find there.
   */
  readonly name: string;
  readonly kind: string;
  /** The title of the document or the name of its file; the name of the codebook. */
  readonly container: string;
  /** The last day of the document. */
  readonly date: string | undefined;
}

export interface SymbolsFound {
  readonly symbols: readonly SymbolFound[];
  /** How many more there are than are shown. */
  readonly more: number;
}

/** The most that is shown at once. */
export const mostSymbols = 128;
const longestName = 80;

/**
 * Marks with an id or of a registered kind, and entities, that have every word of the query: as the
 * beginning of a word of their id, words or name, in Japanese anywhere in them. Best first: the id itself,
 * what begins with the query in its id, in its words, what else holds it; of equals entities, then the
 * newest document. An empty query gives the commitments of the newest documents.
 */
export function symbols(snapshot: Snapshot, query: string): SymbolsFound {
  const answers = known.get(snapshot) ?? new Map<string, SymbolsFound>();
  known.set(snapshot, answers);
  const found = answers.get(query) ?? search(snapshot, query);
  if (answers.size >= mostKept) answers.clear();
  answers.set(query, found);
  return found;
}

/** Makes ready what a search looks in, in pieces of some milliseconds; the first search does it otherwise. */
export function* settleSymbols(snapshot: Snapshot): Generator<void> {
  yield* settleNames(snapshot.codebook);
  yield;
  yield* markIndex(snapshot).settle();
}

// Editors ask the same again when somebody deletes a letter, comes back, or opens another window.
const known = new WeakMap<Snapshot, Map<string, SymbolsFound>>();
const mostKept = 64;

function search(snapshot: Snapshot, query: string): SymbolsFound {
  const words = wordsOf(query);
  if (!words.length) return query.trim() ? { symbols: [], more: 0 } : newest(snapshot);
  const marks = markIndex(snapshot);
  const found = best<number | Name>(mostSymbols, inOrder(marks));
  nameIndex(snapshot.codebook).find(words, (name, fit) => found.offer(rankOf(fit, isEntity), name));
  const count =
    found.count() +
    marks.find(words, (mark, fit, date) => found.offer(rankOf(fit, date), mark), mostSymbols);
  const shown = found.taken().flatMap((one) => {
    if (typeof one !== 'number') return ofEntity(snapshot, one.entity);
    const mark = marks.markAt(one);
    return mark ? ofMark(mark) : [];
  });
  return { symbols: shown, more: count - shown.length };
}

/** Above every date. */
const isEntity = 1e8;
const rankOf = (fit: Fit, date: number): number => fit * 2 * isEntity + date;

/** What tells equals apart: the document and the place in it, or the id. */
const inOrder =
  (marks: MarkIndex) =>
  (a: number | Name, b: number | Name): number => {
    if (typeof a === 'number') return typeof b === 'number' ? marks.compare(a, b) : 1;
    if (typeof b === 'number') return -1;
    return a.entity.id < b.entity.id ? -1 : 1;
  };

/** The commitments of the newest documents; where there are none, all their marks. */
function newest(snapshot: Snapshot): SymbolsFound {
  const sheets = markIndex(snapshot).sheets();
  const promised = sheets.reduce((sum, { commitments }) => sum + commitments, 0);
  const count = promised || sheets.reduce((sum, { marks }) => sum + marks.length, 0);
  const shown: SymbolFound[] = [];
  for (const sheet of sheets) {
    if (promised && !sheet.commitments) continue;
    for (const index of sheet.marks) {
      if (shown.length === mostSymbols) return { symbols: shown, more: count - shown.length };
      const mark = markOf(sheet, index);
      if (mark && (!promised || mark.definition.kind === 'commitment')) shown.push(ofMark(mark));
    }
  }
  return { symbols: shown, more: 0 };
}

const shortly = (words: string): string =>
  words.length > longestName ? shortened(words, longestName) : words;

function ofMark({ entry, definition, fragments }: FoundMark): SymbolFound {
  const { uri, summary } = entry;
  const { from, to, id, kind } = definition;
  const words = shortly(wordsOfMark(entry, definition, fragments));
  return {
    is: 'mark',
    uri,
    span: { from, to },
    name: id ? `${words} · ${id}` : words,
    kind,
    container: summary.title ?? stemOf(uri),
    date: summary.date,
  };
}

function ofEntity({ codebook }: Snapshot, { id, kind, name, place }: Entity): SymbolFound {
  const { uri, from, to } = place;
  const label = `${shortly(name)} · ${id}`;
  const container = codebook.name ?? '';
  return { is: 'entity', uri, span: { from, to }, name: label, kind, container, date: undefined };
}
