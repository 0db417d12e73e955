import type { Hit } from '../names/automaton.ts';
import type { Span } from '../text.ts';
import { type EntityName, type EntityNames, holds } from './names.ts';
import { reach } from './places.ts';

/** Words that name one entity, or one of several. */
export interface Named extends Span {
  readonly ids: readonly string[];
}

interface Candidate extends Named {
  readonly length: number;
}

/**
 * What the names that were found mean, in order: names that do not hold on the day, words of
 * `ignore-in` and the document's own terms are left out, and of names that overlap the longest counts. Those in
 * the plural of a longer name are left out too.
 */
export function settled(
  hits: readonly Hit<EntityName>[],
  terms: readonly Span[],
  names: EntityNames,
  day: string | undefined,
): readonly Named[] {
  const excluded = exclusions(hits, terms);
  const candidates: Candidate[] = [];
  const plurals: Span[] = [];
  for (const hit of hits) {
    const ids: string[] = [];
    let isPlural = false;
    for (const name of hit.of) {
      if (name.ignored || !holds(name, day) || ids.includes(name.id)) continue;
      if (name.plural) isPlural = true;
      else if (!excluded?.(name.id, hit)) ids.push(name.id);
    }
    if (isPlural && !ids.length) plurals.push(hit);
    if (!ids.length) continue;
    if (ids.length > 1) ids.sort((a, b) => place(names, a) - place(names, b));
    candidates.push({ from: hit.from, to: hit.to, length: hit.length, ids });
  }
  return longestFirst(plurals.length ? outside(plurals, candidates) : candidates);
}

/** Those that no plural goes on behind: a name that ends where it does is in the plural itself. */
function outside(plurals: readonly Span[], candidates: readonly Candidate[]): readonly Candidate[] {
  const reached = reach(plurals);
  return candidates.filter(({ from, to }) => reached(from) <= to);
}

const place = ({ order }: EntityNames, id: string): number => order.get(id) ?? 0;

/** Tells whether an entity is not meant in a span, because it lies in a term or in `ignore-in` words. */
function exclusions(
  hits: readonly Hit<EntityName>[],
  terms: readonly Span[],
): ((id: string, span: Span) => boolean) | undefined {
  const byEntity = new Map<string, Span[]>();
  for (const hit of hits) {
    for (const { id, ignored } of hit.of) {
      if (!ignored) continue;
      const spans = byEntity.get(id) ?? [];
      spans.push(hit);
      byEntity.set(id, spans);
    }
  }
  if (!byEntity.size && !terms.length) return undefined;
  const inTerms = reach(terms);
  const reached = new Map([...byEntity].map(([id, spans]) => [id, reach(spans)]));
  return (id, { from, to }) => inTerms(from) >= to || (reached.get(id)?.(from) ?? -1) >= to;
}

function longestFirst(candidates: readonly Candidate[]): readonly Candidate[] {
  const isClear = candidates.every(
    ({ from }, i) => i === 0 || (candidates[i - 1] as Candidate).to <= from,
  );
  if (isClear) return candidates;
  const start = candidates[0]?.from ?? 0;
  const end = candidates.reduce((most, { to }) => Math.max(most, to), start);
  const taken = new Uint8Array(end - start);
  const sorted = candidates.toSorted((a, b) => b.length - a.length || a.from - b.from);
  const kept = sorted.filter(({ from, to }) => {
    if (taken.subarray(from - start, to - start).includes(1)) return false;
    taken.fill(1, from - start, to - start);
    return true;
  });
  return kept.sort((a, b) => a.from - b.from);
}
