import { definitionNumber } from '../core/snapshot/packed-summary.ts';
import type { Snapshot } from '../core/snapshot/snapshot.ts';
import { type Definitions, type Landing, landingFrom, landingOn } from './definition.ts';
import { mentionedBy } from './index/mentioned.ts';

/** What shows whether a promise was kept (language.md, section 6). */
const keeping: ReadonlySet<string> = new Set(['fulfils', 'breaches']);

/**
 * What was done about the mark that stands or is referred to at `offset`: the marks that say that they
 * fulfil or breach it, evidence or not.
 */
export const implementations = (
  snapshot: Snapshot,
  uri: string,
  offset: number,
): Definitions | undefined =>
  landingFrom(snapshot, uri, offset, (subject) =>
    subject.is === 'thing' ? [...keepersOf(snapshot, subject.name).values()] : [],
  );

/** The marks that keep or break a promise, each once. */
function keepersOf(snapshot: Snapshot, name: string): ReadonlyMap<string, Landing> {
  const landings = new Map<string, Landing>();
  for (const { entry, mention } of mentionedBy(snapshot, name)) {
    if (mention.role !== 'relation' || !keeping.has(mention.via)) continue;
    const definition = definitionNumber(entry.summary, mention.mark);
    if (definition) landings.set(`${definition.from} ${entry.uri}`, landingOn(entry, definition));
  }
  return landings;
}
