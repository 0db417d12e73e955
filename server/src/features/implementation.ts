import { definitionNumber } from '../core/snapshot/packed-summary.ts';
import type { Snapshot } from '../core/snapshot/snapshot.ts';
import { cursorAt } from './cursor/cursor.ts';
import { subjectOf } from './cursor/subject.ts';
import type { Definitions, Landing } from './definition.ts';
import { mentionedBy } from './index/mentioned.ts';

/** What shows whether a promise was kept (language.md, section 6). */
const keeping: ReadonlySet<string> = new Set(['fulfils', 'breaches']);

/**
 * What was done about the mark that stands or is referred to at `offset`: the marks that say that they
 * fulfil or breach it, evidence or not.
 */
export function implementations(
  snapshot: Snapshot,
  uri: string,
  offset: number,
): Definitions | undefined {
  const cursor = cursorAt(snapshot, uri, offset);
  const subject = cursor && subjectOf(snapshot, uri, cursor);
  if (!cursor || subject?.is !== 'thing') return undefined;
  const landings = new Map<string, Landing>();
  for (const { entry, mention } of mentionedBy(snapshot, subject.name)) {
    if (mention.role !== 'relation' || !keeping.has(mention.via)) continue;
    const definition = definitionNumber(entry.summary, mention.mark);
    if (!definition) continue;
    const { from, to, at } = definition;
    const whole = { from: Math.min(from, at.from), to: Math.max(to, at.to) };
    landings.set(`${from} ${entry.uri}`, { uri: entry.uri, from, to, whole });
  }
  const span = { from: cursor.from, to: cursor.to };
  return landings.size ? { span, landings: [...landings.values()] } : undefined;
}
