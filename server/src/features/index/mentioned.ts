import { keeping } from '../../core/snapshot/kept.ts';
import { mentionsNamed } from '../../core/snapshot/packed-summary.ts';
import { type Mentioned, mentionsOf, type Snapshot } from '../../core/snapshot/snapshot.ts';

/** Names that stand in fewer documents are looked up anew each time: that is as fast. */
const few = 64;

/** So many mentions are kept at a time, of the names asked for last: a few megabytes. */
const mostKept = 20_000;

/**
 * Everybody who mentions a name, as `mentionsOf` gives it. What is mentioned by thousands is asked for
 * again and again (a hover, then its references), so it is kept and brought up to date.
 */
export function mentionedBy(snapshot: Snapshot, name: string): readonly Mentioned[] {
  if ((snapshot.mentions.get(name)?.length ?? 0) < few) return mentionsOf(snapshot, name);
  const lists = keptLists(snapshot);
  const list = lists.get(name) ?? mentionsOf(snapshot, name);
  lists.delete(name);
  lists.set(name, list);
  let kept = 0;
  for (const one of lists.values()) kept += one.length;
  for (const [oldest, { length }] of lists) {
    if (kept <= mostKept || oldest === name) break;
    lists.delete(oldest);
    kept -= length;
  }
  return list;
}

type Lists = Map<string, readonly Mentioned[]>;

const keptLists = keeping<Lists>({
  begin: () => new Map(),
  isBlank: true,
  change: (lists, before, after) => {
    for (const [name, list] of lists) {
      const named = mentionsNamed(name);
      const had = before ? named(before.summary).length : 0;
      const has = after ? named(after.summary) : [];
      if (!had && !has.length) continue;
      const others = had ? list.filter(({ entry }) => entry !== before) : list;
      const own = after ? has.map((mention) => ({ entry: after, mention })) : [];
      lists.set(name, [...others, ...own]);
    }
  },
});
