import { eachMention } from '../snapshot/packed-summary.ts';
import type { Summary } from '../snapshot/summary.ts';

/**
 * Who a passage binds, as far as the document says: the ids under `by` of its mark, else the `parties` of
 * its document, else those that the documents of its series usually have. Sorted, joined by blanks.
 */
export interface Circle {
  readonly by: string | undefined;
  readonly parties: string | undefined;
  readonly series: string | undefined;
  readonly title: string | undefined;
}

const sorted = (ids: readonly string[]): string | undefined =>
  ids.length > 1 ? [...new Set(ids)].sort().join(' ') : ids[0];

/** The `parties` of a document, and the `by` of its marks by their index among the definitions. */
export function actorsIn(summary: Summary) {
  const parties: string[] = [];
  const bound = new Map<number, string[]>();
  eachMention(summary, (role, via, _from, _to, mark, name) => {
    if (role === 'front' && via === 'parties') parties.push(name().slice(1));
    if (role !== 'actor' || via !== 'by') return;
    const list = bound.get(mark);
    if (list) list.push(name().slice(1));
    else bound.set(mark, [name().slice(1)]);
  });
  return {
    parties: sorted(parties),
    byOf: (mark: number) => sorted(bound.get(mark) ?? []),
  };
}

/** Actor ids as a circle has them. */
export const circleOf = (ids: readonly string[]): string | undefined => sorted(ids);

/** Whether two passages bind the same circle; a larger or smaller one is another. */
export type Fit = 'same' | 'other' | 'unknown';

/** Whether two circles are the same, as far as ids tell. */
export function fitOf(a: Circle, b: Circle): Fit {
  if (a.by && b.by) return a.by === b.by ? 'same' : 'other';
  // A mark says who is bound, the other passage leaves it to its document: they may be some of its parties.
  if (a.by || b.by) {
    const all = (a.by ? b.parties : a.parties)?.split(' ');
    const some = (a.by ?? b.by ?? '').split(' ');
    if (!all) return 'unknown';
    return some.every((id) => all.includes(id)) ? 'same' : 'other';
  }
  if (a.parties && b.parties) return a.parties === b.parties ? 'same' : 'other';
  return 'unknown';
}

/** What the documents of a series usually have as their parties: what more than half of those say that say any. */
export function usualParties() {
  const bySeries = new Map<string, Map<string, number>>();
  return {
    count: (series: string | undefined, parties: string | undefined, by: 1 | -1): void => {
      if (!series || !parties) return;
      const counts = bySeries.get(series) ?? new Map<string, number>();
      bySeries.set(series, counts);
      counts.set(parties, (counts.get(parties) ?? 0) + by);
    },
    of: (series: string | undefined): string | undefined => {
      const counts = series ? bySeries.get(series) : undefined;
      let all = 0;
      for (const count of counts?.values() ?? []) all += count;
      for (const [parties, count] of counts ?? []) if (count > all / 2) return parties;
      return undefined;
    },
  };
}
