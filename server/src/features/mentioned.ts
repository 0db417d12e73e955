import { type Entry, type Mentioned, mentionsOf, type Snapshot } from '../core/snapshot.ts';
import { keeping } from './kept.ts';

/** Names that stand in fewer documents are looked up anew each time: that is as fast. */
const few = 64;

/** So many much mentioned names are kept at a time, those asked for last. */
const mostKept = 64;

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
  if (lists.size > mostKept) lists.delete(lists.keys().next().value as string);
  return list;
}

type Lists = Map<string, readonly Mentioned[]>;

const keptLists = keeping<Lists>({
  begin: () => new Map(),
  change: (lists, before, after) => {
    for (const [name, list] of lists) {
      const had = !!before && mentions(before, name);
      if (!had && !(after && mentions(after, name))) continue;
      const others = had ? list.filter(({ entry }) => entry !== before) : list;
      lists.set(name, after ? [...others, ...mentionsIn(after, name)] : others);
    }
  },
});

const mentions = ({ summary }: Entry, name: string): boolean =>
  summary.mentions.some((mention) => mention.name === name);

const mentionsIn = (entry: Entry, name: string): Mentioned[] =>
  entry.summary.mentions
    .filter((mention) => mention.name === name)
    .map((mention) => ({ entry, mention }));
