import { fieldsOf } from '../../core/front/fields.ts';
import { continuationOf } from '../../core/reading/parse.ts';
import { strip } from '../../core/reading/strip.ts';
import { keeping } from '../../core/snapshot/kept.ts';
import { stemOf } from '../../core/snapshot/keys.ts';
import { definitionOf, entriesOf } from '../../core/snapshot/resolve.ts';
import { documentOf, type Entry, mentionsOf, type Snapshot } from '../../core/snapshot/snapshot.ts';
import { idOf, ownOf } from '../../core/snapshot/summary.ts';
import { isRelation } from '../../core/snapshot/targets.ts';
import type { Span } from '../../core/text.ts';
import { entryOf, pieceOf, entriesOf as rowsOf, scalarsOf } from '../../core/yaml/yaml.ts';
import type { Named } from './named.ts';

/** A file of the collection with a span of its text. */
export interface Written extends Span {
  readonly uri: string;
}

/** Every place of a collection where a name is written, without the signs around it; no two overlap. */
export function* writtenPlaces(snapshot: Snapshot, { is, name }: Named): Generator<Written> {
  switch (is) {
    case 'mark':
      yield* placesOfMark(snapshot, name);
      return;
    case 'document':
      yield* placesOfKey(snapshot, ownOf(name));
      return;
    case 'entity':
      yield* placesOfEntity(snapshot, idOf(name));
      return;
    case 'kind':
      yield* placesOfKind(snapshot, name);
      return;
    case 'relation':
      yield* placesOfRelation(snapshot, name);
      return;
    case 'series':
      yield* placesOfSeries(snapshot, name);
  }
}

const at = (uri: string, { from, to }: Span): Written => ({ uri, from, to });

function* placesOfMark(snapshot: Snapshot, name: string): Generator<Written> {
  const id = idOf(name);
  for (const entry of entriesOf(snapshot, ownOf(name))) {
    const definition = definitionOf(entry, id);
    if (!definition) continue;
    const { uri } = entry;
    yield { uri, from: definition.at.from + 1, to: definition.at.to };
    if (entry.text.includes('continues=')) yield* fragmentsOf(entry, id);
    yield* ignored(entry, [id, `#${id}`], id, (code) => code !== ofNames);
  }
  const readers = new Set<Entry>();
  yield* placesOfMentions(snapshot, name, id, readers);
  for (const entry of readers) yield* ignored(entry, [name], id);
}

/** The finding whose ignored words are names in the text, or ids of entities, and never of marks. */
const ofNames = 'unlinked-mention';

/** The finding of what is not there: an ignored word of it without `#` is no mark or entity that is there. */
const ofMissing = 'unresolved';

function* fragmentsOf(entry: Entry, id: string): Generator<Written> {
  for (const mark of documentOf(entry).marks) {
    const head = continuationOf(mark)?.value;
    if (head?.text === id) yield at(entry.uri, head);
  }
}

/** Where others, and the document itself, mention a name that ends with `id`; `readers` takes in who does. */
function* placesOfMentions(
  snapshot: Snapshot,
  name: string,
  id: string,
  readers: Set<Entry>,
): Generator<Written> {
  for (const { entry, mention } of mentionsOf(snapshot, name)) {
    readers.add(entry);
    yield { uri: entry.uri, from: mention.to - id.length, to: mention.to };
  }
}

/** Whether a document may have an `ignore:` in its front matter, told without reading it. */
function ignores({ text }: Entry): boolean {
  const end = /^\ufeff?---/.test(text) ? text.search(/[\r\n]---/) : -1;
  return end > 0 && text.lastIndexOf('ignore:', end) >= 0;
}

/** The documents that may have an `ignore:`; few have one. */
const ignoring = keeping<Set<string>>({
  begin: () => new Set(),
  change: (uris, before, after) => {
    if (before) uris.delete(before.uri);
    if (after && ignores(after)) uris.add(after.uri);
  },
});

/** Words under `ignore:` of a front matter that name something: one of `words`, of which `name` would change. */
function* ignored(
  entry: Entry,
  words: readonly string[],
  name: string,
  isOf: (code: string) => boolean = () => true,
): Generator<Written> {
  if (!ignores(entry)) return;
  for (const field of fieldsOf(documentOf(entry).front).ignore ?? []) {
    if (!isOf(field.code.text)) continue;
    for (const word of field.words) {
      if (!words.includes(word.text)) continue;
      if (field.code.text === ofMissing && word.text === name) continue;
      const from = word.from + word.text.indexOf(name);
      yield { uri: entry.uri, from, to: from + name.length };
    }
  }
}

function* placesOfKey(snapshot: Snapshot, key: string): Generator<Written> {
  for (const uri of snapshot.readers.get(key) ?? []) {
    const entry = snapshot.entries.get(uri);
    if (!entry) continue;
    for (const { name, from } of entry.summary.mentions) {
      const isWritten = ownOf(name) === key && entry.text.startsWith(key, from);
      // Of this document `#key` would be a mark that is called like it.
      if (isWritten) yield { uri, from, to: from + key.length };
    }
    if (!ignores(entry)) continue;
    for (const { words } of fieldsOf(documentOf(entry).front).ignore ?? []) {
      for (const { text, from } of words) {
        if (ownOf(text) === key && text.includes('#')) yield { uri, from, to: from + key.length };
      }
    }
  }
}

function* placesOfEntity(snapshot: Snapshot, id: string): Generator<Written> {
  const entity = snapshot.codebook.entities.get(id);
  if (entity) yield entity.place;
  const readers = new Set<Entry>();
  yield* placesOfMentions(snapshot, `#${id}`, id, readers);
  // Where it is not mentioned, an ignored word that is like its id may be just a word, but for the
  // finding that is about its names: whoever wants none of them linked has no reference to it.
  for (const uri of ignoring(snapshot)) {
    const entry = snapshot.entries.get(uri);
    if (!entry?.text.includes(id)) continue;
    const isOf = (code: string) => (code === ofNames ? !isWord(entry, id) : readers.has(entry));
    yield* ignored(entry, [id, `#${id}`], id, isOf);
  }
}

/** Whether the source has these words: what is ignored by its words stays so. */
const isWord = (entry: Entry, words: string): boolean =>
  new RegExp(`(?<![\\w-])${words}(?![\\w-])`).test(strip(documentOf(entry)));

function* placesOfKind(snapshot: Snapshot, kind: string): Generator<Written> {
  for (const entry of snapshot.entries.values()) {
    if (!entry.text.includes(`.${kind}`)) continue;
    for (const mark of documentOf(entry).marks) {
      const own = mark.kind;
      if (own?.text === kind) yield { uri: entry.uri, from: own.from + 1, to: own.to };
    }
  }
  for (const { uri, value } of snapshot.codebook.files) {
    const defined = entryOf(entryOf(value, 'kinds')?.value, kind);
    if (defined) yield at(uri, pieceOf(defined.key));
    const values = [
      ...rowsOf(entryOf(value, 'entities')?.value).map((entity) => entryOf(entity.value, 'kind')),
      ...rowsOf(entryOf(value, 'relations')?.value).flatMap((relation) => [
        entryOf(relation.value, 'from'),
        entryOf(relation.value, 'to'),
      ]),
    ];
    for (const one of values) {
      for (const word of scalarsOf(one?.value))
        if (word.text === kind) yield at(uri, pieceOf(word));
    }
  }
}

function* placesOfRelation(snapshot: Snapshot, relation: string): Generator<Written> {
  for (const entry of snapshot.entries.values()) {
    if (!entry.text.includes(`${relation}=`)) continue;
    for (const { attributes } of documentOf(entry).marks) {
      for (const one of attributes) {
        if (isRelation(one) && one.key.text === relation) yield at(entry.uri, one.key);
      }
    }
  }
  yield* keysIn(snapshot, 'relations', relation);
}

function* placesOfSeries(snapshot: Snapshot, series: string): Generator<Written> {
  for (const entry of snapshot.entries.values()) {
    if (entry.summary.series !== series) continue;
    const written = fieldsOf(documentOf(entry).front).series;
    if (written) yield at(entry.uri, written);
  }
  yield* keysIn(snapshot, 'series', series);
}

function* keysIn(
  { codebook }: Snapshot,
  section: 'relations' | 'series',
  name: string,
): Generator<Written> {
  for (const { uri, value } of codebook.files) {
    const defined = entryOf(entryOf(value, section)?.value, name);
    if (defined) yield at(uri, pieceOf(defined.key));
  }
}

/** The URI a document would have under another key: the same folder, the same ending. */
export function uriWithKey(uri: string, key: string): string {
  const slash = uri.lastIndexOf('/') + 1;
  const ending = decodeURIComponent(uri.slice(slash)).slice(stemOf(uri).length);
  return uri.slice(0, slash) + key + ending;
}
