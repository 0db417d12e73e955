import { comesBefore, rank } from '../../core/marks/latest.ts';
import type { Entry, Mentioned, Snapshot } from '../../core/snapshot/snapshot.ts';
import type { Role } from '../../core/snapshot/summary.ts';
import { mentionedBy } from './mentioned.ts';

/** Who speaks of a name, counted by what they say, with the latest of them. */
export interface Tally {
  readonly all: readonly Mentioned[];
  readonly counts: readonly Count[];
  /** In how many documents. */
  readonly documents: number;
  /** At most three: relations before links, the latest first. */
  readonly latest: readonly Mentioned[];
}

export interface Count {
  readonly role: Role;
  /** The relation, attribute or front matter key; empty for a link. */
  readonly via: string;
  readonly count: number;
}

const tallies = new WeakMap<readonly Mentioned[], Tally>();

/** Counts who speaks of a name. */
export function tallyOf(snapshot: Snapshot, name: string): Tally {
  const all = mentionedBy(snapshot, name);
  const known = tallies.get(all) ?? count(all);
  tallies.set(all, known);
  return known;
}

const mostLatest = 3;

function count(all: readonly Mentioned[]): Tally {
  const counts: { role: Role; via: string; count: number }[] = [];
  const documents = new Set<Entry>();
  const latest: Mentioned[] = [];
  for (const one of all) {
    const { role, via } = one.mention;
    documents.add(one.entry);
    const known = counts.find((count) => count.role === role && count.via === via);
    if (known) known.count++;
    else counts.push({ role, via, count: 1 });
    if (role === 'link' || role === 'relation') keepLatest(latest, one);
  }
  counts.sort((a, b) => rank[a.role] - rank[b.role] || (a.via < b.via ? -1 : 1));
  return { all, counts, documents: documents.size, latest };
}

function keepLatest(latest: Mentioned[], one: Mentioned): void {
  let at = latest.length;
  while (at > 0 && comesBefore(one, latest[at - 1] as Mentioned)) at--;
  if (at >= mostLatest) return;
  latest.splice(at, 0, one);
  latest.length = Math.min(latest.length, mostLatest);
}
