import type { Codebook, Entity } from '../../core/codebook/codebook.ts';
import { fold } from '../../core/names/fold.ts';
import type { Snapshot } from '../../core/snapshot/snapshot.ts';

/** At most so many entities are offered to merge one into. */
const most = 5;

/**
 * The entities that one could be merged into, the likeliest first: of its kind, those whose name holds all
 * words of a name of the other, and those that have a word in common with it that nobody else has. What
 * half of a codebook is called (*Ministry*, *Republic of*) makes nobody the same.
 */
export function mergeCandidates({ codebook }: Snapshot, id: string): readonly Entity[] {
  const entity = codebook.entities.get(id);
  if (!entity) return [];
  const { names, bearers } = wordsIn(codebook);
  const own = names.get(entity) ?? [];
  const ownWords = new Set(own.flatMap((name) => [...name]));
  const likeness = (other: Entity): number => {
    const theirs = names.get(other) ?? [];
    const shared = [...new Set(theirs.flatMap((name) => [...name]))].filter((word) =>
      ownWords.has(word),
    );
    const isRare = shared.some((word) => bearers.get(word) === 2);
    const isPart = () =>
      theirs.some((one) => own.some((two) => isSubset(one, two) || isSubset(two, one)));
    return shared.length && (isRare || isPart()) ? shared.length : 0;
  };
  return [...codebook.entities.values()]
    .filter((other) => other.id !== id && other.kind === entity.kind)
    .map((other) => ({ other, shared: likeness(other) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || (a.other.id < b.other.id ? -1 : 1))
    .slice(0, most)
    .map(({ other }) => other);
}

const isSubset = (small: ReadonlySet<string>, large: ReadonlySet<string>): boolean =>
  small.size > 0 && [...small].every((word) => large.has(word));

interface Words {
  /** The words of each name of an entity. */
  readonly names: ReadonlyMap<Entity, readonly ReadonlySet<string>[]>;
  /** How many entities have a word in their names. */
  readonly bearers: ReadonlyMap<string, number>;
}

const known = new WeakMap<Codebook, Words>();

/** An editor asks with each light bulb; the names are the same for as long as the codebook is. */
function wordsIn(codebook: Codebook): Words {
  const kept = known.get(codebook);
  if (kept) return kept;
  const names = new Map<Entity, ReadonlySet<string>[]>();
  const bearers = new Map<string, number>();
  for (const entity of codebook.entities.values()) {
    const sets = [entity.name, ...entity.aliases.map(({ text }) => text)].map(wordsOf);
    names.set(entity, sets);
    for (const word of new Set(sets.flatMap((set) => [...set]))) {
      bearers.set(word, (bearers.get(word) ?? 0) + 1);
    }
  }
  const made = { names, bearers };
  known.set(codebook, made);
  return made;
}

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    fold(text)
      .split(/[\s-]+/)
      .filter((word) => word && !joining.has(word)),
  );

/** What stands between the words of names and says nothing of its own. */
const joining: ReadonlySet<string> = new Set(['of', 'the', 'for', 'and', 'on', 'in', '&', 'de']);
