import type { Codebook, Entity } from '../../core/codebook/codebook.ts';
import { fold } from '../../core/names/fold.ts';
import { type Fit, wordIndex } from './word-index.ts';
import type { Word } from './words.ts';

/** A name of an entity: its own, or an alias. */
export interface Name {
  readonly entity: Entity;
  readonly text: string;
  /** As it is compared, white space as single spaces. */
  readonly folded: string;
}

/** The names of a codebook's entities, to be looked for. */
export interface NameIndex {
  /** Shows every entity that has all these words in its id or in one of its names, with the name that fits best. */
  readonly find: (words: readonly Word[], show: (name: Name, fit: Fit) => void) => void;
  /** The names that begin with a folded text, in the order of the alphabet. */
  readonly beginning: (folded: string) => readonly Name[];
}

const indexes = new WeakMap<Codebook['entities'], NameIndex>();

export function nameIndex(codebook: Codebook): NameIndex {
  const known = indexes.get(codebook.entities);
  if (known) return known;
  const pieces = settleNames(codebook);
  for (let next = pieces.next(); ; next = pieces.next()) if (next.done) return next.value;
}

/** How many entities are taken in at once, about a millisecond. */
const slice = 32;

/** The same in pieces of some milliseconds. */
export function* settleNames({ entities }: Codebook): Generator<void, NameIndex> {
  const made = indexes.get(entities) ?? (yield* indexNames(entities));
  indexes.set(entities, made);
  return made;
}

function* indexNames(entities: Codebook['entities']): Generator<void, NameIndex> {
  const names: Name[] = [];
  const words = wordIndex();
  let left = slice;
  for (const entity of entities.values()) {
    if (--left === 0) {
      left = slice;
      yield;
    }
    for (const text of new Set([entity.name, ...entity.aliases.map((alias) => alias.text)])) {
      const index = names.push({ entity, text, folded: fold(text) }) - 1;
      words.add(index, 'id', entity.id, 0, entity.id.length);
      const plain = text.replace(/[[\]{}^\\]/g, ' ');
      words.add(index, 'words', plain, 0, plain.length);
    }
  }
  yield;
  const sorted = [...names].sort((a, b) =>
    a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : 0,
  );
  return {
    find: (sought, show) => {
      const found = new Map<Entity, { name: Name; fit: Fit }>();
      const { count, items, fits } = words.find(sought);
      for (let i = 0; i < count; i++) {
        const name = names[items[i] as number] as Name;
        const fit = fits[i] as Fit;
        const other = found.get(name.entity);
        if (!other || other.fit < fit) found.set(name.entity, { name, fit });
      }
      for (const { name, fit } of found.values()) show(name, fit);
    },
    beginning: (folded) => {
      const from = firstAtOrAfter(sorted, folded);
      return sorted.slice(from, firstAtOrAfter(sorted, `${folded}\uffff`));
    },
  };
}

function firstAtOrAfter(sorted: readonly Name[], folded: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as Name).folded < folded) low = middle + 1;
    else high = middle;
  }
  return low;
}
