import { definitionNumber, eachMention } from '../snapshot/packed-summary.ts';
import type { Summary } from '../snapshot/summary.ts';

/** The relations with which a text goes back to what an earlier one said. */
const goingBack: ReadonlySet<string> = new Set([
  ...['reaffirms', 'strengthens', 'weakens', 'supersedes'],
]);

/** Two marks, by their names, of which one goes back to the other. */
export type Joint = readonly [later: string, earlier: string];

/** The joints that stand in one document; marks without an id have none. */
export function jointsIn(summary: Summary): Joint[] {
  const joints: Joint[] = [];
  eachMention(summary, (role, via, _from, _to, mark, name) => {
    if (role !== 'relation' || !goingBack.has(via)) return;
    const id = definitionNumber(summary, mark)?.id;
    if (id) joints.push([`${summary.own}#${id}`, name()]);
  });
  return joints;
}

/** The marks of a collection that go back to one another. */
export function threads() {
  const joined = new Map<string, string[]>();
  const put = (one: string, other: string) => {
    const list = joined.get(one);
    if (list) list.push(other);
    else joined.set(one, [other]);
  };
  const take = (one: string, other: string) => {
    const list = joined.get(one) ?? [];
    list.splice(list.indexOf(other), 1);
    if (!list.length) joined.delete(one);
  };
  let state = {};
  return {
    /** Takes what a document said before, and puts what it says now. */
    replace: (before: readonly Joint[], now: readonly Joint[]): void => {
      if (isSame(before, now)) return;
      for (const [later, earlier] of before) {
        take(later, earlier);
        take(earlier, later);
      }
      for (const [later, earlier] of now) {
        put(later, earlier);
        put(earlier, later);
      }
      state = {};
    },
    /** The same while no joint has changed. */
    state: (): object => state,
    isJoined: (name: string): boolean => joined.has(name),
    areJoined: (): boolean => joined.size > 0,
    /** The names of these marks and of all that can be reached from them, either way. */
    along: (names: Iterable<string>): ReadonlySet<string> => {
      const reached = new Set(names);
      // A set that grows while it is read is read to its end.
      for (const name of reached) for (const other of joined.get(name) ?? []) reached.add(other);
      return reached;
    },
  };
}

const isSame = (a: readonly Joint[], b: readonly Joint[]): boolean =>
  a.length === b.length &&
  a.every(([later, earlier], i) => later === b[i]?.[0] && earlier === b[i]?.[1]);
