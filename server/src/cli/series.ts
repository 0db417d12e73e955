import { parseArgs } from 'node:util';
import type { Snapshot } from '../core/snapshot/snapshot.ts';
import { changesIn } from '../core/threads/changes.ts';
import type { Member } from '../core/threads/member.ts';
import { type Drift, driftOf, type Taken } from '../core/threads/series.ts';
import { ask, shownPath } from './collection.ts';
import { plain } from './plain.ts';
import { Refused } from './refused.ts';
import { formatOf, marked, shownMember } from './thread.ts';

/** `readout series NAME [--format pretty|json] [path…]`: what each document carried, reworded, brought and dropped. */
export async function series(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { format: { type: 'string', default: 'pretty' } },
  });
  const [name, ...paths] = positionals;
  if (!name)
    throw new Refused('Name a series, as the front matters have it: readout series talks.');
  const format = formatOf(values.format);
  const { workspace, nearest } = await ask(paths);
  const all = [...workspace.snapshots()].map((snapshot) => ({
    snapshot,
    drifts: driftOf(snapshot, idOf(snapshot, name)),
  }));
  const found = nearest(all.filter(({ drifts }) => drifts.length));
  const [first] = found;
  if (!first) throw new Refused(noSeries(name, [...workspace.snapshots()]));
  if (found.length > 1) {
    throw new Refused(
      `Several collections have a series “${name}”. Name the folder of one of them.`,
    );
  }
  const { snapshot, drifts } = first;
  process.stdout.write(format === 'json' ? json(name, drifts) : pretty(snapshot, drifts));
  return 0;
}

function noSeries(name: string, snapshots: readonly Snapshot[]): string {
  const ids = snapshots.flatMap(({ entries }) =>
    [...entries.values()].flatMap(({ summary }) => summary.series ?? []),
  );
  const others = [...new Set(ids)].sort();
  const here = others.length ? ` Those here: ${others.join(', ')}.` : '';
  return `No dated readout here says “series: ${name}”.${here}`;
}

/** The id of a series that is called so, by its id or one of its names. */
function idOf({ codebook }: Snapshot, name: string): string {
  const same = (text: string) => text.toLowerCase() === name.toLowerCase();
  const found = [...codebook.series.values()].find(
    ({ id, names }) => id === name || names.some(same),
  );
  return found?.id ?? name;
}

function json(name: string, drifts: readonly Drift[]): string {
  const taken = ({ member, from, difference }: Taken) => ({
    ...shownMember(member),
    from: shownMember(from),
    difference: difference.words,
  });
  const documents = drifts.map(({ entry, previous, carried, reworded, fresh, dropped }) => ({
    file: shownPath(entry.uri),
    date: entry.summary.date,
    ...(previous && { previous: shownPath(previous.uri) }),
    carried: carried.map(taken),
    reworded: reworded.map(taken),
    new: fresh.map(shownMember),
    dropped: dropped.map(shownMember),
  }));
  return `${JSON.stringify({ version: 1, series: name, documents }, null, 2)}\n`;
}

function pretty({ codebook }: Snapshot, drifts: readonly Drift[]): string {
  const called = ({ name, words: own }: Member, words = own) =>
    name ? `${name.replace(/^.*#/, '#')}  ${words}` : words;
  const lines = drifts.flatMap(({ entry, previous, carried, reworded, fresh, dropped }) => [
    `${entry.summary.date}  ${entry.summary.title ?? shownPath(entry.uri)}`,
    ...carried.map(({ member }) => `  carried   ${called(member)}`),
    ...reworded.flatMap(({ member, from, difference }) => {
      const changes = changesIn(difference, from, member, codebook);
      const more = changes.length ? [`            ${changes.join('; ')}`] : [];
      return [`  reworded  ${called(member, marked(difference.words))}`, ...more];
    }),
    ...fresh.map((member) => `  new       ${called(member)}`),
    ...dropped.map((member) => `  dropped   ${called(member)} (${previous?.summary.date})`),
    '',
  ]);
  return `${lines.map(plain).join('\n').trimEnd()}\n`;
}
