import { resolveName } from '../core/snapshot/resolve.ts';
import type { Snapshot } from '../core/snapshot/snapshot.ts';
import type { Subject } from './cursor/subject.ts';
import { type Definitions, landingFrom, landingsOf } from './definition.ts';

/**
 * Where the kind of what stands or is referred to at `offset` is defined: of a mark, of an entity. What is
 * built in has no place, so there is nowhere to go; its hover tells what it means.
 */
export const typeDefinition = (
  snapshot: Snapshot,
  uri: string,
  offset: number,
): Definitions | undefined =>
  landingFrom(snapshot, uri, offset, (subject) =>
    [...new Set(kindsOf(snapshot, subject))].flatMap((name) =>
      landingsOf(snapshot, { is: 'kind', name }),
    ),
  );

function kindsOf(snapshot: Snapshot, subject: Subject): string[] {
  if (subject.is === 'kind') return [subject.name];
  if (subject.is === 'mark') return subject.mark.kind ? [subject.mark.kind.text] : [];
  if (subject.is !== 'thing') return [];
  const meant = resolveName(snapshot, subject.name);
  if (meant.to === 'entity') return [meant.entity.kind];
  return meant.to === 'mark' ? meant.found.map(({ definition }) => definition.kind) : [];
}
