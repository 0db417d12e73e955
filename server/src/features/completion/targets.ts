import type { Entity } from '../../core/codebook/codebook.ts';
import { wordsOfMark } from '../../core/snapshot/mark-words.ts';
import { entriesOf } from '../../core/snapshot/resolve.ts';
import type { Entry, Snapshot } from '../../core/snapshot/snapshot.ts';
import { dateOf, findDocuments, findMarks, findNames, searchFor } from '../actions/link-search.ts';
import { documentIndex, nearestFirst } from '../index/document-index.ts';
import { nameIndex } from '../index/name-index.ts';
import { wordsOf } from '../index/words.ts';
import { type Completions, completions, type Draft, mostItems } from './item.ts';
import { draftOfDocument, draftOfEntity, draftOfMark, namedIn } from './marks.ts';
import type { Ending, Place } from './place.ts';

/** From so many letters on, marks of other documents are found by their words. */
const enough = 3;

/** What may be written in the parentheses of a reference. */
export function targetCompletions(
  snapshot: Snapshot,
  entry: Entry,
  place: Place & { readonly in: 'target'; readonly key: string | undefined; readonly end: Ending },
): Completions | undefined {
  const { key, typed, end } = place;
  const close = end.closed ? '' : ')';
  if (key === '') {
    const own = ownMarks(snapshot, entry, typed, (id) => `${id}${close}`);
    const named = entities(snapshot, entry, typed, (id) => `${id}${close}`);
    return completions(place, inTurn(own, named));
  }
  if (key !== undefined) {
    return completions(
      place,
      marksOf(snapshot, key, typed, (id) => `${id}${close}`, ''),
    );
  }
  if (end.hash)
    return completions(
      place,
      documents(snapshot, entry, typed, (name) => name),
    );
  const keys = againAt(documents(snapshot, entry, typed, (name) => `${name}#`));
  const marks = marksByWords(snapshot, entry, typed, (name) => `${name}${close}`);
  return completions(place, inTurn(keys, marks), typed.length < enough);
}

/** Items of one source, then of the next. */
export function* inTurn<T>(...sources: readonly Iterable<T>[]): Generator<T> {
  for (const source of sources) yield* source;
}

/** Behind a key an id is chosen next. */
export function* againAt(keys: Iterable<Draft>): Generator<Draft> {
  for (const draft of keys) yield { ...draft, again: true };
}

type Write = (name: string) => string;

/** The marks of the document itself, by `id`. */
export function* ownMarks(
  snapshot: Snapshot,
  entry: Entry,
  typed: string,
  write: Write,
  sign = '',
): Generator<Draft> {
  for (const named of namedIn(entry, wordsOf(typed))) {
    const { id } = named.definition;
    yield draftOfMark(snapshot, named, `${sign}${id}`, write(id));
  }
}

/** The marks of the documents of a key; their labels begin with `prefix`. */
export function* marksOf(
  snapshot: Snapshot,
  key: string,
  typed: string,
  write: Write,
  prefix: string,
): Generator<Draft> {
  for (const entry of entriesOf(snapshot, key)) {
    for (const named of namedIn(entry, wordsOf(typed))) {
      const { id } = named.definition;
      yield draftOfMark(snapshot, named, `${prefix}${id}`, write(id));
    }
  }
}

/** The entities: those that the document speaks of first; all of them where nothing is typed. */
export function* entities(
  snapshot: Snapshot,
  entry: Entry,
  typed: string,
  write: Write,
  sign = '',
  allowed: (entity: Entity) => boolean = () => true,
): Generator<Draft> {
  for (const entity of entitiesLike(snapshot, entry, typed)) {
    if (!allowed(entity)) continue;
    const draft = draftOfEntity(entity, write(entity.id));
    yield sign
      ? { ...draft, label: `${sign}${entity.id}`, filterText: `${sign}${draft.filterText}` }
      : draft;
  }
}

function* entitiesLike(snapshot: Snapshot, entry: Entry, typed: string): Generator<Entity> {
  const { codebook } = snapshot;
  const used = new Set<Entity>();
  for (const { name } of entry.summary.mentions) {
    const entity = name[0] === '#' ? codebook.entities.get(name.slice(1)) : undefined;
    if (entity) used.add(entity);
  }
  if (!typed) {
    yield* used;
    for (const { entity } of nameIndex(codebook).beginning('')) yield entity;
    return;
  }
  const search = searchFor(typed);
  const found = findNames(snapshot, search, codebook.entities.size).items;
  for (const { entity } of found) if (used.has(entity)) yield entity;
  for (const { entity } of found) yield entity;
}

/** The other documents of the collection, the nearest in time first. */
export function* documents(
  snapshot: Snapshot,
  entry: Entry,
  typed: string,
  write: Write,
): Generator<Draft> {
  const near = dateOf(entry);
  const words = wordsOf(typed);
  const found = words.length
    ? findDocuments(snapshot, { words, dates: [], all: words, nearest: true }, near, mostItems + 2)
        .items
    : nearestFirst(documentIndex(snapshot).byDate(), near);
  for (const { entry: other, key } of found) {
    if (other.key !== entry.key) yield draftOfDocument(other, key, write(key));
  }
}

/** Marks of other documents that have what is typed in their words, the nearest in time first. */
export function* marksByWords(
  snapshot: Snapshot,
  entry: Entry,
  typed: string,
  write: Write,
): Generator<Draft> {
  const words = typed.length < enough ? [] : wordsOf(typed);
  if (!words.length) return;
  const found = findMarks(
    snapshot,
    { words, dates: [], all: words, nearest: true },
    dateOf(entry),
    mostItems + 1,
  );
  for (const { entry: other, definition, fragments } of found.items) {
    if (other === entry || other.key === undefined) continue;
    const name = `${other.key}#${definition.id}`;
    const shown = { entry: other, definition, words: wordsOfMark(other, definition, fragments) };
    const draft = draftOfMark(snapshot, shown, name, write(name));
    yield { ...draft, filterText: `${shown.words} ${name}` };
  }
}
