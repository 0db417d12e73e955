import type { Mentioned } from '../snapshot/snapshot.ts';
import type { Role } from '../snapshot/summary.ts';

/** What says most of the named one comes first. */
export const rank: Readonly<Record<Role, number>> = { relation: 0, actor: 1, front: 2, link: 3 };

/** Relations first, then the later document; within a document the later place. */
export function comesBefore(a: Mentioned, b: Mentioned): boolean {
  const role = rank[a.mention.role] - rank[b.mention.role];
  if (role !== 0) return role < 0;
  const [first, second] = [a.entry.summary.date ?? '', b.entry.summary.date ?? ''];
  if (first !== second) return first > second;
  if (a.entry !== b.entry) return a.entry.uri < b.entry.uri;
  return a.mention.from > b.mention.from;
}
