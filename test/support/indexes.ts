import type { Snapshot } from '../../server/src/core/snapshot/snapshot.ts';

/** What a snapshot knows, in an order of its own. */
export const indexes = ({ entries, ...snapshot }: Snapshot) => ({
  summaries: new Map(
    [...entries.entries()].sort().map(([name, { summary, text }]) => {
      const kinds = summary.definitions.map(({ kind }) => kind);
      return [name, { text, mentions: summary.mentions, kinds }];
    }),
  ),
  keys: sorted(snapshot.keys.entries()),
  mentions: sorted(snapshot.mentions.entries()),
  readers: sorted(snapshot.readers.entries()),
});

const sorted = (index: Iterable<[string, readonly string[]]>) =>
  new Map([...index].sort().map(([name, uris]) => [name, [...uris].sort()]));
