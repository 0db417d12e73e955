import { definitionOf, resolveName } from '../snapshot/resolve.ts';
import { type Entry, mentionsOf, type Snapshot } from '../snapshot/snapshot.ts';

/** It only points at something, and says nothing of what became of it: neither threads nor lineages go that way. */
export const citing = 'cites';

/** The relations with which a text says again what an earlier one said. */
export const sayingAgain: ReadonlySet<string> = new Set([
  ...['reaffirms', 'strengthens', 'weakens', 'supersedes'],
]);

/** It joins the texts of two sides or in two languages: what is said of one is said of both. */
const joining = 'parallels';

/** Names of the marks that one mark of a document, or any of them, speaks of by these relations. */
export const spokenOf = (
  { summary }: Entry,
  isAsked: (via: string) => boolean,
  index?: number,
): string[] =>
  summary.mentions
    .filter(
      ({ role, via, mark }) =>
        role === 'relation' && mark >= 0 && (index === undefined || mark === index) && isAsked(via),
    )
    .map(({ name }) => name);

const goesOn = (via: string) => sayingAgain.has(via) || via === joining;

/** All that a mark says again, which may have no name of its own. */
export const saidAgainBy = (snapshot: Snapshot, entry: Entry, index: number): ReadonlySet<string> =>
  lineageOf(snapshot, spokenOf(entry, goesOn, index));

/**
 * These marks (`key#id`) and all that they say again, however often it was said in between, each together
 * with its other versions.
 */
export function lineageOf(snapshot: Snapshot, names: Iterable<string>): ReadonlySet<string> {
  const lineage = new Set(names);
  // A set that grows while it is read is read to its end.
  for (const name of lineage) {
    const meant = resolveName(snapshot, name);
    for (const { entry, definition } of meant.to === 'mark' ? meant.found : []) {
      const index = entry.summary.definitions.findIndex(({ id }) => id === definition.id);
      for (const earlier of spokenOf(entry, goesOn, index)) lineage.add(earlier);
    }
    for (const { entry, mention } of mentionsOf(snapshot, name)) {
      const id = mention.via === joining && entry.summary.definitions[mention.mark]?.id;
      if (id && definitionOf(entry, id)) lineage.add(`${entry.summary.own}#${id}`);
    }
  }
  return lineage;
}
