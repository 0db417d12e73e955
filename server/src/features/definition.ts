import type { Place } from '../core/codebook/codebook.ts';
import { resolveName } from '../core/snapshot/resolve.ts';
import type { Entry, Snapshot } from '../core/snapshot/snapshot.ts';
import type { Definition } from '../core/snapshot/summary.ts';
import type { Span } from '../core/text.ts';
import { cursorAt } from './cursor/cursor-at.ts';
import { type Subject, subjectOf } from './cursor/subject.ts';

/** Where something is defined: the place to land on, and the whole of what stands there. */
export interface Landing extends Place {
  readonly whole: Span;
}

export interface Definitions {
  /** What was asked about. */
  readonly span: Span;
  readonly landings: readonly Landing[];
}

/**
 * Where what stands at `offset` is defined: a mark at its words, a document at its start, an entity, kind,
 * relation or series at its key in the codebook. With a duplicate key, all places.
 */
export const definition = (
  snapshot: Snapshot,
  uri: string,
  offset: number,
): Definitions | undefined =>
  landingFrom(snapshot, uri, offset, (subject) => landingsOf(snapshot, subject));

/** Where one gets from what stands at `offset`; undefined where that is nowhere. */
export function landingFrom(
  snapshot: Snapshot,
  uri: string,
  offset: number,
  landingsFor: (subject: Subject) => readonly Landing[],
): Definitions | undefined {
  const cursor = cursorAt(snapshot, uri, offset);
  const subject = cursor && subjectOf(snapshot, uri, cursor);
  if (!subject) return undefined;
  const landings = landingsFor(subject);
  return landings.length ? { span: { from: cursor.from, to: cursor.to }, landings } : undefined;
}

/** Where a subject is defined; nowhere for what is built in or missing. */
export function landingsOf(snapshot: Snapshot, subject: Subject): Landing[] {
  const { codebook } = snapshot;
  switch (subject.is) {
    case 'thing':
      return landingsOfName(snapshot, subject.name);
    case 'kind':
      return landingAt(codebook.kinds.get(subject.name)?.place);
    case 'relation':
      return landingAt(codebook.relations.get(subject.name)?.place);
    case 'series':
      return landingAt(codebook.series.get(subject.name)?.place);
    default:
      return [];
  }
}

function landingsOfName(snapshot: Snapshot, name: string): Landing[] {
  const meant = resolveName(snapshot, name);
  if (meant.to === 'mark') {
    return meant.found.map(({ entry, definition }) => landingOn(entry, definition));
  }
  if (meant.to === 'document') {
    return meant.found.map(({ uri }) => ({ uri, from: 0, to: 0, whole: { from: 0, to: 0 } }));
  }
  return meant.to === 'entity' ? landingAt(meant.entity.place, meant.entity.whole) : [];
}

/** A mark is landed on at its words; all of it is from there to its id. */
export const landingOn = ({ uri }: Entry, { from, to, at }: Definition): Landing => ({
  ...{ uri, from, to },
  whole: { from: Math.min(from, at.from), to: Math.max(to, at.to) },
});

const landingAt = (place: Place | undefined, whole: Span | undefined = place): Landing[] =>
  place && whole ? [{ ...place, whole: { from: whole.from, to: whole.to } }] : [];
