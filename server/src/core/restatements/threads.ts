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
  /** The threads that were asked for, by each of their names, while no joint has changed. */
  let known = new Map<string, ReadonlySet<string>>();
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
      known = new Map();
    },
    /** The same while no joint has changed. */
    state: (): object => state,
    areJoined: (): boolean => joined.size > 0,
    /**
     * The names of all marks that can be reached from one, either way, its own among them: the same object
     * for each of them. Undefined for one that no other goes back to, or it to another.
     */
    threadOf: (name: string): ReadonlySet<string> | undefined => {
      if (!joined.has(name)) return undefined;
      const found = known.get(name);
      if (found) return found;
      const thread = new Set([name]);
      // A set that grows while it is read is read to its end.
      for (const one of thread) for (const other of joined.get(one) ?? []) thread.add(other);
      for (const one of thread) known.set(one, thread);
      return thread;
    },
  };
}

const isSame = (a: readonly Joint[], b: readonly Joint[]): boolean =>
  a.length === b.length &&
  a.every(([later, earlier], i) => later === b[i]?.[0] && earlier === b[i]?.[1]);
