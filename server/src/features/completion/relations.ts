import type { Entity, Relation } from '../../core/codebook/codebook.ts';
import type { Entry, Snapshot } from '../../core/snapshot/snapshot.ts';
import type { Draft } from './item.ts';
import type { Place, ValuePlace } from './place.ts';
import {
  againAt,
  documents,
  entities,
  inTurn,
  marksByWords,
  marksOf,
  ownMarks,
} from './targets.ts';

/** So many documents come before the marks of this one. */
const mostKeys = 50;

/**
 * What a relation may point at, written as a target, marks of the kinds it takes before others. Behind
 * `key#` the marks of that document, behind `#` those of this one and entities; else documents, marks by
 * their words, then the rest.
 */
export function relationDrafts(
  snapshot: Snapshot,
  entry: Entry,
  { typed, braces }: Place & ValuePlace,
  relation: Relation,
): { readonly drafts: Iterable<Draft>; readonly incomplete: boolean } {
  const takes = kindsTaken(relation, braces.kind);
  const isAllowed = ({ kind }: Entity) => !takes || takes.includes(kind);
  const sign = typed.indexOf('#');
  const name = typed.slice(sign + 1);
  if (sign > 0) {
    const key = typed.slice(0, sign);
    const marks = marksOf(snapshot, key, name, (id) => `${key}#${id}`, `${key}#`);
    return { drafts: takenFirst(marks, takes), incomplete: false };
  }
  const own = ownMarks(snapshot, entry, name, (id) => `#${id}`, '#');
  const others = takenFirst(butFor(braces.id, own), takes);
  const named = entities(snapshot, entry, name, (id) => `#${id}`, '#', isAllowed);
  if (sign === 0) return { drafts: inTurn(others, named), incomplete: false };
  const keys = first(
    mostKeys,
    documents(snapshot, entry, typed, (key) => `${key}#`),
  );
  const elsewhere = takenFirst(
    marksByWords(snapshot, entry, typed, (target) => target),
    takes,
  );
  return { drafts: inTurn(againAt(keys), elsewhere, others, named), incomplete: true };
}

/** The kinds a relation on a mark of this kind points at; undefined for any. */
function kindsTaken({ to }: Relation, kind: string | undefined): readonly string[] | undefined {
  if (to !== 'same') return to;
  return kind === undefined ? undefined : [kind];
}

/** Marks of the kinds taken, then the others: a kind may still be put right. */
function* takenFirst(
  drafts: Iterable<Draft>,
  takes: readonly string[] | undefined,
): Generator<Draft> {
  const others: Draft[] = [];
  for (const draft of drafts) {
    if (!takes || takes.includes(draft.kind ?? '')) yield draft;
    else others.push(draft);
  }
  yield* others;
}

/** A mark bears no relation to itself. */
function* butFor(id: string | undefined, drafts: Iterable<Draft>): Generator<Draft> {
  for (const draft of drafts) if (draft.label !== `#${id}`) yield draft;
}

function* first<T>(most: number, all: Iterable<T>): Generator<T> {
  let count = 0;
  for (const one of all) {
    if (count++ === most) return;
    yield one;
  }
}
