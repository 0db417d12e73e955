import { fragmentsIn } from '../../core/snapshot/mark-words.ts';
import { definitionNumber } from '../../core/snapshot/packed-summary.ts';
import type { Entry, Snapshot } from '../../core/snapshot/snapshot.ts';
import { best } from '../index/best.ts';
import { distance, documentIndex, type Listed } from '../index/document-index.ts';
import { markIndex } from '../index/mark-index.ts';
import { type Name, nameIndex } from '../index/name-index.ts';
import { dateNumber, type FoundMark } from '../index/sheet.ts';
import { type Word, wordsOf } from '../index/words.ts';

/** What somebody looks for: words, and days, months or years (`2031`, `2031-04`, `2031-04-02`). */
export interface Search {
  readonly words: readonly Word[];
  readonly dates: readonly string[];
  /** All of it as words: a year may as well stand in a text. */
  readonly all: readonly Word[];
  /** Whether the nearest comes first, however well it fits. */
  readonly nearest?: boolean;
}

/** At most so many, best first, and whether there are more. */
export interface Found<T> {
  readonly items: readonly T[];
  readonly more: boolean;
}

export function searchFor(query: string): Search {
  const parts = query.split(/\s+/);
  const dates = parts.filter((part) => /^\d{4}(?:-\d{2}){0,2}$/.test(part));
  const words = wordsOf(parts.filter((part) => !dates.includes(part)).join(' '));
  return { words, dates, all: wordsOf(query) };
}

const isOf = ({ dates }: Search, { summary }: Entry): boolean =>
  dates.every((date) => summary.date?.startsWith(date));

/** Entities that have all the words in their id or a name. */
export function findNames({ codebook }: Snapshot, { all }: Search, most: number): Found<Name> {
  const found = best<Name>(most, (a, b) => (a.folded < b.folded ? -1 : 1));
  nameIndex(codebook).find(all, (name, fit) => found.offer(fit, name));
  return { items: found.taken(), more: found.count() > most };
}

/** Marks with an id that have all the words, of the dates given; of equals the nearest to `near`. */
export function findMarks(
  snapshot: Snapshot,
  search: Search,
  near: number,
  most: number,
): Found<FoundMark> {
  const index = markIndex(snapshot);
  const found = best<number>(most, index.compare);
  const seen = new Set<number>();
  const offer = (mark: number, fit: number, date: number, named: boolean) => {
    if (!named || seen.has(mark)) return;
    if (search.dates.length) seen.add(mark);
    found.offer(rankOf(search.nearest ? 0 : fit, date, near), mark);
  };
  index.find(search.all, offer);
  if (search.dates.length && search.words.length) {
    index.find(search.words, (mark, fit, date, named) => {
      const entry = index.markAt(mark)?.entry;
      if (entry && isOf(search, entry)) offer(mark, fit, date, named);
    });
  }
  if (search.dates.length && !search.words.length) {
    for (const { entry, date, first, marks } of index.sheets()) {
      if (!isOf(search, entry)) continue;
      for (const [i, mark] of marks.entries()) {
        const named = !!definitionNumber(entry.summary, mark)?.id;
        offer(first + i, 0, date, named);
      }
    }
  }
  const items = found.taken().flatMap((mark) => index.markAt(mark) ?? []);
  return { items, more: found.count() > most };
}

/** Documents that have all the words in their key or title, of the dates given; of equals the nearest. */
export function findDocuments(
  snapshot: Snapshot,
  search: Search,
  near: number,
  most: number,
): Found<Listed> {
  const index = documentIndex(snapshot);
  const found = best<Listed>(most, (a, b) => (a.key < b.key ? -1 : 1));
  const seen = new Set<Listed>();
  const offer = (document: Listed, fit: number) => {
    if (seen.has(document)) return;
    if (search.dates.length) seen.add(document);
    found.offer(rankOf(search.nearest ? 0 : fit, document.date, near), document);
  };
  index.find(search.all, offer);
  if (search.dates.length) {
    const dated = (document: Listed, fit: number) => {
      if (isOf(search, document.entry)) offer(document, fit);
    };
    if (search.words.length) index.find(search.words, dated);
    else for (const document of index.byDate()) dated(document, 0);
  }
  return { items: found.taken(), more: found.count() > most };
}

/** How well something fits, then how near its date is; without a date to compare with the newest first. */
export function rankOf(fit: number, date: number, near: number): number {
  const most = 1e8;
  const nearness = near ? Math.max(0, most - 1 - distance(date, near)) : date;
  return fit * most + nearness;
}

/** The marks with an id of a document. */
export function namedMarks(entry: Entry): FoundMark[] {
  const parts = fragmentsIn(entry);
  return entry.summary.definitions.flatMap((definition) =>
    definition.id ? [{ entry, definition, fragments: parts.get(definition.id) ?? [] }] : [],
  );
}

export const dateOf = (entry: Entry): number => dateNumber(entry.summary.date);
