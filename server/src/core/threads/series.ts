import { isStatement } from '../codebook/kinds.ts';
import type { Entry, Snapshot } from '../snapshot/snapshot.ts';
import { type Difference, differenceOf } from './difference.ts';
import { citing, lineageOf, saidAgainBy, sayingAgain, spokenOf } from './lineage.ts';
import { type Member, memberAt, statusOfMember } from './member.ts';

/** What one document of a series does with what the earlier ones said. */
export interface Drift {
  readonly entry: Entry;
  /** The document before it whose promises are asked after; undefined for the first, and for a draft. */
  readonly previous: Entry | undefined;
  /** Marks that say in the same words what an earlier document of the series said. */
  readonly carried: readonly Taken[];
  /** Marks that say it in other words. */
  readonly reworded: readonly Taken[];
  /** Marks that go back to nothing in the series. */
  readonly fresh: readonly Member[];
  /** What the previous document left standing and this one says nothing of. */
  readonly dropped: readonly Member[];
}

export interface Taken {
  readonly member: Member;
  /** The latest of the earlier marks it goes back to. */
  readonly from: Member;
  readonly difference: Difference;
}

/**
 * The documents of a series in order of their dates. Those without a date are left out, and those that are
 * another version (`version-of`) of one of them: the same meeting would count twice.
 */
export function documentsOf(snapshot: Snapshot, series: string): Entry[] {
  const all = [...snapshot.entries.values()].filter(
    ({ summary }) => summary.series === series && summary.date !== undefined,
  );
  const owns = new Set(all.map(({ summary }) => `${summary.own}#`));
  const isVersion = ({ summary }: Entry) =>
    summary.mentions.some(({ via, name }) => via === 'version-of' && owns.has(name));
  return all.filter((entry) => !isVersion(entry)).sort((a, b) => (before(a, b) ? -1 : 1));
}

/** Whether the first is the earlier one; of one day by their URI. */
function before(a: Entry, b: Entry): boolean {
  const [first, second] = [a.summary.date ?? '', b.summary.date ?? ''];
  return first !== second ? first < second : a.uri < b.uri;
}

/** What became from document to document of what a series said (language.md, section 9). */
export function driftOf(snapshot: Snapshot, series: string): readonly Drift[] {
  const documents = documentsOf(snapshot, series);
  return documents.map((entry, place) => driftIn(snapshot, documents, entry, place));
}

function driftIn(
  snapshot: Snapshot,
  documents: readonly Entry[],
  entry: Entry,
  place: number,
): Drift {
  const earlier = documents.slice(0, place);
  const carried: Taken[] = [];
  const reworded: Taken[] = [];
  const fresh: Member[] = [];
  for (const member of registered(snapshot, entry)) {
    const from = goesBackTo(snapshot, member, earlier);
    if (!from) {
      fresh.push(member);
      continue;
    }
    const difference = differenceOf(from, member);
    (difference.verbatim ? carried : reworded).push({ member, from, difference });
  }
  // What is a draft may still get what seems to be missing.
  const previous = isDraft(entry) ? undefined : earlier.findLast((one) => !isDraft(one));
  const dropped = previous ? droppedFrom(snapshot, previous, entry) : [];
  return { entry, previous, carried, reworded, fresh, dropped };
}

const isDraft = ({ summary }: Entry): boolean => summary.coding === 'draft';

/** The registered marks of a document, reports aside. */
function* registered({ codebook }: Snapshot, entry: Entry): Generator<Member> {
  for (const [index, { kind }] of entry.summary.definitions.entries()) {
    if (!isStatement(codebook, kind)) continue;
    const member = memberAt(codebook, entry, index);
    if (member) yield member;
  }
}

/** The latest mark of these documents that a mark says again, itself or through others. */
function goesBackTo(
  snapshot: Snapshot,
  { entry, index }: Member,
  earlier: readonly Entry[],
): Member | undefined {
  const direct = spokenOf(entry, (via) => sayingAgain.has(via), index);
  if (!direct.length) return undefined;
  const names = lineageOf(snapshot, direct);
  for (const one of earlier.toReversed()) {
    const { own, definitions } = one.summary;
    const place = definitions.findIndex(({ id }) => id && names.has(`${own}#${id}`));
    if (place >= 0) return memberAt(snapshot.codebook, one, place);
  }
  return undefined;
}

/**
 * What stood when the later document was written, and nothing in it speaks of: not of the mark itself, not
 * of what it says again, not of another version, nor of a text in between that says it again.
 */
function droppedFrom(snapshot: Snapshot, previous: Entry, entry: Entry): Member[] {
  const direct = spokenOf(entry, (via) => via !== citing);
  const spoken = lineageOf(snapshot, direct);
  return [...registered(snapshot, previous)].filter((member) => {
    const { name, index } = member;
    if (name && spoken.has(name)) return false;
    const own = name ? lineageOf(snapshot, [name]) : saidAgainBy(snapshot, previous, index);
    if (direct.some((one) => own.has(one))) return false;
    const status = statusOfMember(snapshot, member, (by) => !before(entry, by));
    return status?.is === 'standing' || status?.is === 'overdue';
  });
}
