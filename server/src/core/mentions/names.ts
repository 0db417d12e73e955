import type { Codebook, Entity } from '../codebook/codebook.ts';
import { indexNames, type NameIndex } from '../names/automaton.ts';
import { pluralsHolding } from './plurals.ts';

/** One name of one entity, as it is looked for in texts. */
export interface EntityName {
  readonly id: string;
  /** First and last day it holds; a name without days holds in every document. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Longer words in which the entity is not meant (`ignore-in`). */
  readonly ignored: boolean;
  /** The plural of a name that has others in it: nobody is meant by it, and not by those others either. */
  readonly plural?: boolean;
}

interface Written {
  readonly text: string;
  readonly of: EntityName;
}

/** The names of a codebook, ready to be looked for. */
export interface EntityNames {
  readonly index: NameIndex<EntityName>;
  /** The kinds of marks that name a thing. */
  readonly kinds: ReadonlySet<string>;
  /** The places of the entities in the codebook, by id. */
  readonly order: ReadonlyMap<string, number>;
}

const known = new WeakMap<ReadonlyMap<string, Entity>, EntityNames>();

/** The names of a codebook; made once for all documents that are read under it. */
export function entityNames({ entities }: Codebook): EntityNames {
  const made = known.get(entities) ?? {
    index: indexNames(withPlurals([...namesIn(entities.values())])),
    kinds: new Set([...namingKinds, ...[...entities.values()].map(({ kind }) => kind)]),
    order: new Map([...entities.keys()].map((id, place) => [id, place])),
  };
  known.set(entities, made);
  return made;
}

const namingKinds = ['actor', 'place', 'instrument', 'event', 'concept'];

function* withPlurals(written: readonly Written[]): Generator<Written> {
  yield* written;
  const names = written.flatMap(({ text, of }) => (of.ignored ? [] : { id: of.id, text, of }));
  for (const { name, text } of pluralsHolding(names)) {
    yield { text, of: { ...name.of, plural: true } };
  }
}

function* namesIn(entities: Iterable<Entity>): Generator<Written> {
  for (const { id, name, namePlace, aliases, ignoreIn } of entities) {
    const always = { id, from: undefined, to: undefined, ignored: false };
    // An entity without a name is called by its id in lists only.
    if (namePlace) yield { text: name, of: always };
    for (const { text, from, to } of aliases) {
      yield { text, of: from || to ? { id, from, to, ignored: false } : always };
    }
    for (const text of ignoreIn) yield { text, of: { ...always, ignored: true } };
  }
}

/** The name and the aliases of an entity, whenever they hold. */
export const namesOf = ({ name, namePlace, aliases }: Entity): string[] => [
  ...(namePlace ? [name] : []),
  ...aliases.map(({ text }) => text),
];

/** Whether a name holds on a day. Without a day nobody can tell of a name that holds for a time. */
export function holds({ from, to }: EntityName, day: string | undefined): boolean {
  if (!from && !to) return true;
  return !!day && (!from || from <= day) && (!to || day <= to);
}
