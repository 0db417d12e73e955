import type { Place } from '../core/codebook/codebook.ts';
import type { Entry, Mentioned, Snapshot } from '../core/snapshot/snapshot.ts';
import { type Definition, idOf, type Mention, ownOf } from '../core/snapshot/summary.ts';
import { cursorAt } from './cursor/cursor-at.ts';
import { type Subject, subjectOf } from './cursor/subject.ts';
import { landingsOf } from './definition.ts';
import { mentionedBy } from './index/mentioned.ts';

/**
 * Every place of the collection that speaks of what stands at `offset`, asked from either side: links,
 * relations, `by`/`says`/`to` and front matter of a mark, a document (whatever of it is meant) or an
 * entity; the marks of a kind; the uses of a relation. A place covers the name as written (`key#id`).
 * @param declaration whether the place where it is defined is wanted too; it comes first
 */
export function references(
  snapshot: Snapshot,
  uri: string,
  offset: number,
  declaration: boolean,
): readonly Place[] | undefined {
  const cursor = cursorAt(snapshot, uri, offset);
  const subject = cursor && subjectOf(snapshot, uri, cursor);
  if (!subject) return undefined;
  const places = placesOf(snapshot, subject);
  if (!declaration) return places;
  const landings = landingsOf(snapshot, subject).map(({ uri, from, to }) => ({ uri, from, to }));
  return [...landings, ...places];
}

function placesOf(snapshot: Snapshot, subject: Subject): readonly Place[] {
  switch (subject.is) {
    case 'thing':
      return mentionPlaces(snapshot, subject.name);
    case 'kind':
      return definitionsWhere(snapshot, ({ kind }) => kind === subject.name);
    case 'relation':
      return mentionsWhere(
        snapshot.entries.values(),
        ({ role, via }) => role === 'relation' && via === subject.name,
      );
    default:
      return [];
  }
}

function mentionPlaces(snapshot: Snapshot, name: string): readonly Place[] {
  if (idOf(name)) return placesIn(mentionedBy(snapshot, name));
  const own = ownOf(name);
  const readers = (snapshot.readers.get(own) ?? []).flatMap(
    (uri) => snapshot.entries.get(uri) ?? [],
  );
  // What a document says of its own marks is no reference to the document.
  const others = readers.filter((entry) => entry.summary.own !== own);
  return mentionsWhere(others, (mention) => ownOf(mention.name) === own);
}

const known = new WeakMap<readonly Mentioned[], readonly Place[]>();

/** The same list of mentions has the same places: what thousands mention is asked for more than once. */
function placesIn(mentions: readonly Mentioned[]): readonly Place[] {
  const places =
    known.get(mentions) ?? mentions.map(({ entry, mention }) => placeAt(entry, mention));
  known.set(mentions, places);
  return places;
}

function mentionsWhere(entries: Iterable<Entry>, test: (mention: Mention) => boolean): Place[] {
  const places: Place[] = [];
  for (const entry of entries) {
    for (const mention of entry.summary.mentions) {
      if (test(mention)) places.push(placeAt(entry, mention));
    }
  }
  return places;
}

function definitionsWhere(snapshot: Snapshot, test: (definition: Definition) => boolean): Place[] {
  const places: Place[] = [];
  for (const entry of snapshot.entries.values()) {
    for (const definition of entry.summary.definitions) {
      if (test(definition)) places.push(placeAt(entry, definition));
    }
  }
  return places;
}

const placeAt = ({ uri }: Entry, { from, to }: Mention | Definition): Place => ({ uri, from, to });
