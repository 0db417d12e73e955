import { entriesOf, resolveName } from '../snapshot/resolve.ts';
import type { Entry, Snapshot } from '../snapshot/snapshot.ts';
import { type Member, memberAt } from './member.ts';

/** What two texts of one meeting have in common: those of two sides, or of two languages. */
export interface Versions {
  readonly here: Entry;
  readonly there: Entry;
  readonly both: readonly { readonly here: Member; readonly there: Member }[];
  readonly onlyHere: readonly Member[];
  readonly onlyThere: readonly Member[];
}

/** The documents that are another version of this one, by `version-of` in either. */
export function versionsOf(snapshot: Snapshot, entry: Entry): Entry[] {
  const found = new Set<Entry>();
  for (const { via, name } of entry.summary.mentions) {
    if (via !== 'version-of') continue;
    for (const other of entriesOf(snapshot, name.slice(0, -1))) found.add(other);
  }
  for (const uri of snapshot.mentions.get(`${entry.summary.own}#`) ?? []) {
    const other = snapshot.entries.get(uri);
    const says = other?.summary.mentions.some(
      ({ via, name }) => via === 'version-of' && name === `${entry.summary.own}#`,
    );
    if (other && says) found.add(other);
  }
  found.delete(entry);
  return [...found].sort((a, b) => (a.uri < b.uri ? -1 : 1));
}

/**
 * Which registered marks of two versions belong together: those that `parallels` joins, from either side,
 * and those of one id.
 */
export function compareVersions(snapshot: Snapshot, here: Entry, there: Entry): Versions {
  const theirs = registered(snapshot, there);
  const free = new Set(theirs);
  const both: { here: Member; there: Member }[] = [];
  const onlyHere: Member[] = [];
  for (const member of registered(snapshot, here)) {
    const match =
      theirs.find((other) => free.has(other) && areParallel(snapshot, member, other)) ??
      theirs.find(
        (other) =>
          free.has(other) && !!member.definition.id && other.definition.id === member.definition.id,
      );
    if (!match) {
      onlyHere.push(member);
      continue;
    }
    free.delete(match);
    both.push({ here: member, there: match });
  }
  return { here, there, both, onlyHere, onlyThere: theirs.filter((other) => free.has(other)) };
}

function registered({ codebook }: Snapshot, entry: Entry): Member[] {
  return entry.summary.definitions.flatMap(({ kind }, index) =>
    codebook.kinds.get(kind)?.registered ? (memberAt(codebook, entry, index) ?? []) : [],
  );
}

const areParallel = (snapshot: Snapshot, one: Member, other: Member): boolean =>
  saysParallel(snapshot, one, other) || saysParallel(snapshot, other, one);

function saysParallel(snapshot: Snapshot, { entry, index }: Member, other: Member): boolean {
  return entry.summary.mentions.some(({ via, mark, name }) => {
    if (via !== 'parallels' || mark !== index) return false;
    const meant = resolveName(snapshot, name);
    return (
      meant.to === 'mark' &&
      meant.found.some(
        (found) => found.entry === other.entry && found.definition.id === other.definition.id,
      )
    );
  });
}
