import { resolveName } from '../snapshot/resolve.ts';
import { type Entry, mentionsOf, type Snapshot } from '../snapshot/snapshot.ts';
import { type Difference, differenceOf } from './difference.ts';
import { citing } from './lineage.ts';
import { inOrder, type Member, memberAt } from './member.ts';

/** Every mark that hangs together with one through relations, and how they do. */
export interface Thread {
  /** In order of their documents' dates. */
  readonly members: readonly Member[];
  /** In order of the later mark, then of the earlier. */
  readonly steps: readonly Step[];
}

/** A relation between two members, written on the one that speaks of the other. */
export interface Step {
  readonly via: string;
  /** The mark it is written on, by its index among the members: mostly the later one. */
  readonly from: number;
  readonly to: number;
  /** From the mark it points at to the mark it is written on. */
  readonly difference: Difference;
}

/** A relation as it is found, between marks by their keys. */
interface Found {
  readonly via: string;
  readonly from: string;
  readonly to: string;
}

interface Node {
  readonly entry: Entry;
  readonly index: number;
}

const keyOf = ({ entry, index }: Node): string => `${entry.uri} ${index}`;

/**
 * The thread of a mark: all that is reached from it through relations in either direction, `cites` aside
 * (language.md, section 9). It is the same whichever of its members is asked for. Only what it holds is
 * read. `until` leaves out documents of a later day, as if they had not been written yet.
 */
export function threadOf(
  snapshot: Snapshot,
  entry: Entry,
  index: number,
  until?: string,
): Thread | undefined {
  const start = { entry, index };
  const nodes = new Map<string, Node>([[keyOf(start), start]]);
  const found = new Map<string, Found>();
  // A map that grows while it is read is read to its end.
  for (const node of nodes.values()) {
    for (const { via, from, to } of [...ahead(snapshot, node), ...behind(snapshot, node)]) {
      if (isAfter(from.entry, until) || isAfter(to.entry, until)) continue;
      if (keyOf(from) === keyOf(to)) continue;
      for (const one of [from, to]) if (!nodes.has(keyOf(one))) nodes.set(keyOf(one), one);
      const link = { via, from: keyOf(from), to: keyOf(to) };
      found.set(`${link.from} ${via} ${link.to}`, link);
    }
  }
  const members = [...nodes.values()]
    .flatMap((node) => memberAt(snapshot.codebook, node.entry, node.index) ?? [])
    .sort(inOrder);
  if (!members.length) return undefined;
  return { members, steps: stepsOf(members, [...found.values()]) };
}

const isAfter = ({ summary }: Entry, until: string | undefined): boolean =>
  until !== undefined && summary.date !== undefined && summary.date > until;

interface Relation {
  readonly via: string;
  readonly from: Node;
  readonly to: Node;
}

/** What the mark itself says of others. */
function* ahead(snapshot: Snapshot, from: Node): Generator<Relation> {
  for (const { role, via, name, mark } of from.entry.summary.mentions) {
    if (role !== 'relation' || mark !== from.index || via === citing) continue;
    const meant = resolveName(snapshot, name);
    if (meant.to !== 'mark') continue;
    for (const { entry, definition } of meant.found) {
      const index = entry.summary.definitions.findIndex((one) => one.id === definition.id);
      if (index >= 0) yield { via, from, to: { entry, index } };
    }
  }
}

/** What others say of the mark. */
function* behind(snapshot: Snapshot, to: Node): Generator<Relation> {
  const { own, definitions } = to.entry.summary;
  const id = definitions[to.index]?.id;
  if (!id) return;
  for (const { entry, mention } of mentionsOf(snapshot, `${own}#${id}`)) {
    const { role, via, mark } = mention;
    if (role === 'relation' && mark >= 0 && via !== citing) {
      yield { via, from: { entry, index: mark }, to };
    }
  }
}

function stepsOf(members: readonly Member[], found: readonly Found[]): Step[] {
  const places = new Map(members.map((member, place) => [keyOf(member), place]));
  return found
    .flatMap(({ via, from, to }): Step[] => {
      const [later, earlier] = [places.get(from), places.get(to)];
      if (later === undefined || earlier === undefined) return [];
      const difference = differenceOf(members[earlier] as Member, members[later] as Member);
      return [{ via, from: later, to: earlier, difference }];
    })
    .sort((a, b) => a.from - b.from || a.to - b.to || (a.via < b.via ? -1 : 1));
}
