import { monthNames } from '../dates.ts';
import { type Kept, keeping } from '../snapshot/kept.ts';
import { eachMention } from '../snapshot/packed-summary.ts';
import type { Entry, Snapshot } from '../snapshot/snapshot.ts';
import type { Summary } from '../snapshot/summary.ts';
import { type TitleForm, titleForm } from './forms.ts';
import { numbersOfTitle } from './numbers.ts';
import { shortestTitle, type TitleIndex, titleIndex } from './title-index.ts';
import { wordsOf } from './titles.ts';
import { generic } from './words.ts';

/** A document as others speak of it. */
export interface Listed {
  readonly uri: string;
  readonly key: string;
  readonly title: string;
  /** The last day. */
  readonly date: string;
  readonly series: string | undefined;
  /** Entity ids of `parties`, sorted, joined by blanks. */
  readonly parties: string;
  /** The title in small letters. */
  readonly plain: string;
}

const forms = new WeakMap<Listed, TitleForm>();

/** What sort of text a document is by its title; read when somebody first asks. */
export function formOf(listed: Listed): TitleForm {
  const known = forms.get(listed) ?? titleForm(listed.plain);
  forms.set(listed, known);
  return known;
}

const named = new WeakMap<Listed, ReadonlySet<string>>();

/** All words of title and series; read when somebody first asks, as most documents are never meant. */
export function wordsOfName(listed: Listed): ReadonlySet<string> {
  const known = named.get(listed) ?? wordsIn(listed.title, listed.series);
  named.set(listed, known);
  return known;
}

const telling = new WeakMap<Listed, ReadonlySet<string>>();

/** The words of a title that say what it is about: no dates, offices, sorts of texts, small words. */
export function tellingWords(listed: Listed): ReadonlySet<string> {
  const known = telling.get(listed) ?? new Set(wordsOf(listed.title).filter(isTelling));
  telling.set(listed, known);
  return known;
}

const small = new Set([
  ...['the', 'and', 'for', 'with', 'from'],
  ...monthNames.map((name) => name.toLowerCase()),
]);
const isTelling = (word: string): boolean =>
  word.length > 2 && !/^\d/.test(word) && !small.has(word) && !generic.has(word);

/** So many words of a title must say what it is about, or it is no name. */
const fewestTelling = 2;

/** The documents of a collection by what others call them. */
export interface Catalogue {
  readonly documents: Map<string, Listed>;
  readonly byMonth: Map<string, Set<Listed>>;
  readonly bySeries: Map<string, Set<Listed>>;
  readonly byWord: Map<string, Set<Listed>>;
  readonly byNumber: Map<string, Set<Listed>>;
  /** By their titles, where those are names. */
  readonly titles: TitleIndex<Listed>;
}

/** The catalogue of a snapshot; between two questions it takes in only what has changed. */
export const catalogueOf: Kept<Catalogue> = keeping({
  begin: (): Catalogue => ({
    documents: new Map(),
    byMonth: new Map(),
    bySeries: new Map(),
    byWord: new Map(),
    byNumber: new Map(),
    titles: titleIndex(),
  }),
  change(catalogue, before, after) {
    if (before && after && saysTheSame(before.summary, after.summary)) return;
    if (before) leave(catalogue, before.uri);
    const listed = after && listedOf(after);
    if (listed) enter(catalogue, listed);
  },
});

function saysTheSame(before: Summary, after: Summary): boolean {
  return (
    before.title === after.title &&
    before.date === after.date &&
    before.series === after.series &&
    partiesOf(before) === partiesOf(after)
  );
}

function partiesOf(summary: Summary): string {
  const parties: string[] = [];
  eachMention(summary, (_role, via, _from, _to, _mark, name) => {
    if (via === 'parties') parties.push(name().slice(1));
  });
  return parties.sort().join(' ');
}

/** A document without a key cannot be named. Without a date it can only be called by its number. */
function listedOf({ uri, key, summary }: Entry): Listed | undefined {
  if (key === undefined) return undefined;
  const { title = '', date = '', series } = summary;
  const parties = partiesOf(summary);
  return { uri, key, title, date, series, parties, plain: title.toLowerCase() };
}

const wordsIn = (title: string, series = ''): ReadonlySet<string> =>
  new Set([...wordsOf(title), ...wordsOf(series)]);

function placesOf(catalogue: Catalogue, listed: Listed): [Map<string, Set<Listed>>, string][] {
  const { byMonth, bySeries, byWord, byNumber } = catalogue;
  const places: [Map<string, Set<Listed>>, string][] = [];
  if (listed.date) places.push([byMonth, listed.date.slice(0, 7)]);
  if (listed.series) places.push([bySeries, listed.series]);
  for (const word of wordsIn(listed.title, listed.series)) {
    if (!generic.has(word)) places.push([byWord, word]);
  }
  for (const number of numbersOfTitle(listed.title)) places.push([byNumber, number]);
  return places;
}

/** The words of a title that is a name of its own; undefined of one that many could have. */
function nameOf({ title }: Listed): readonly string[] | undefined {
  const words = wordsOf(title);
  if (words.length < shortestTitle) return undefined;
  // Not kept, as there is one for each document.
  return new Set(words.filter(isTelling)).size < fewestTelling ? undefined : words;
}

function enter(catalogue: Catalogue, listed: Listed): void {
  catalogue.documents.set(listed.uri, listed);
  const name = nameOf(listed);
  if (name) catalogue.titles.add(name, listed);
  for (const [map, name] of placesOf(catalogue, listed)) {
    const set = map.get(name);
    if (set) set.add(listed);
    else map.set(name, new Set([listed]));
  }
}

function leave(catalogue: Catalogue, uri: string): void {
  const listed = catalogue.documents.get(uri);
  if (!listed) return;
  catalogue.documents.delete(uri);
  const name = nameOf(listed);
  if (name) catalogue.titles.remove(name, listed);
  for (const [map, name] of placesOf(catalogue, listed)) {
    const set = map.get(name);
    set?.delete(listed);
    if (!set?.size) map.delete(name);
  }
}

/** The documents whose last day lies in a stretch of days. */
export function* datedIn({ byMonth }: Catalogue, first: string, last: string): Generator<Listed> {
  let month = first.slice(0, 7);
  for (; month <= last.slice(0, 7); month = monthAfter(month)) {
    for (const listed of byMonth.get(month) ?? []) {
      if (listed.date >= first && listed.date <= last) yield listed;
    }
  }
}

function monthAfter(month: string): string {
  const year = Number(month.slice(0, 4));
  const next = Number(month.slice(5)) + 1;
  return next > 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${month.slice(0, 4)}-${String(next).padStart(2, '0')}`;
}

/** The document before this one in its series; undefined where there is none, or two of the same day. */
export function earlierOf(snapshot: Snapshot, uri: string): Listed | undefined {
  const { documents, bySeries } = catalogueOf(snapshot);
  const own = documents.get(uri);
  if (!own?.series || !own.date) return undefined;
  let latest: Listed | undefined;
  let tied = false;
  for (const one of bySeries.get(own.series) ?? []) {
    if (!one.date || one.date >= own.date || (latest && one.date < latest.date)) continue;
    tied = one.date === latest?.date;
    latest = one;
  }
  return tied ? undefined : latest;
}
