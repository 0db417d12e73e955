import type { Codebook, Entity } from '../codebook/codebook.ts';
import { eachDefinition } from './packed-summary.ts';
import type { Entry, Snapshot } from './snapshot.ts';

/**
 * Whether two codebooks differ in nothing but what their entities are called: the same ids of the same
 * kinds, and all the rest. Where things stand in the files makes no difference.
 */
export function differInNamesOnly(before: Codebook, after: Codebook): boolean {
  if (before.entities.size !== after.entities.size) return false;
  const others = after.entities.values();
  for (const { id, kind } of before.entities.values()) {
    const other = others.next().value as Entity;
    if (other.id !== id || other.kind !== kind) return false;
  }
  return restOf(before) === restOf(after);
}

const rests = new WeakMap<Codebook, string>();

/** What a codebook says besides its entities, as one text. */
function restOf(codebook: Codebook): string {
  const known = rests.get(codebook);
  if (known !== undefined) return known;
  const { entities: _, files: __, issues: ___, ...rest } = codebook;
  const made = JSON.stringify(rest, (key, value: unknown) => {
    if (key === 'place') return undefined;
    return value instanceof Map ? [...value] : value;
  });
  rests.set(codebook, made);
  return made;
}

/**
 * The documents that point at an entity which is called otherwise now, and those that have a mark of the
 * id of one that is, or that stands elsewhere in its file. What hangs on names in the texts is `wider`.
 */
export function* touchedByNames(
  { entries, mentions }: Snapshot,
  before: Codebook,
  after: Codebook,
): Generator<string> {
  const changed = new Set<string>();
  for (const [id, now] of after.entities) {
    const was = before.entities.get(id);
    if (!was || was.name !== now.name || isElsewhere(was, now)) changed.add(id);
    if (was?.name !== now.name) yield* mentions.get(`#${id}`) ?? [];
  }
  if (changed.size)
    for (const entry of entries.values()) if (defines(entry, changed)) yield entry.uri;
}

const isElsewhere = ({ place: a }: Entity, { place: b }: Entity): boolean =>
  a.uri !== b.uri || a.from !== b.from || a.to !== b.to;

function defines({ summary, text }: Entry, ids: ReadonlySet<string>): boolean {
  let found = false;
  eachDefinition(summary, (_, __, ___, ____, from, to) => {
    found ||= from >= 0 && ids.has(text.slice(from, to));
  });
  return found;
}
