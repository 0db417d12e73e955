import { continuationOf } from '../core/reading/parse.ts';
import { definitionOf, resolveName } from '../core/snapshot/resolve.ts';
import { documentOf, type Snapshot } from '../core/snapshot/snapshot.ts';
import { type Thread, threadOf } from '../core/threads/thread.ts';
import { constructAt, cursorAt } from './cursor/cursor-at.ts';
import { headOf, subjectOf } from './cursor/subject.ts';

/** The thread of the mark at an offset, or of the one that a reference there points at; undefined without one. */
export function threadAt(snapshot: Snapshot, uri: string, offset: number): Thread | undefined {
  const cursor = cursorAt(snapshot, uri, offset);
  const subject = cursor && subjectOf(snapshot, uri, cursor);
  if (subject?.is === 'thing') return threadNamed(snapshot, subject.name);
  const entry = snapshot.entries.get(uri);
  if (!entry || subject?.is !== 'mark') return undefined;
  const document = documentOf(entry);
  const construct = constructAt(document, offset);
  const mark = construct?.type === 'mark' ? headOf(document, construct) : subject.mark;
  if (continuationOf(mark)) return undefined;
  const index = entry.summary.definitions.findIndex(
    ({ from, to }) => from === mark.words.from && to === mark.words.to,
  );
  return index < 0 ? undefined : threadOf(snapshot, entry, index);
}

/** The thread of the mark called `key#id`; of several with a duplicate key, the first one's. */
export function threadNamed(snapshot: Snapshot, name: string): Thread | undefined {
  const meant = resolveName(snapshot, name);
  if (meant.to !== 'mark') return undefined;
  const [found] = [...meant.found].sort((a, b) => (a.entry.uri < b.entry.uri ? -1 : 1));
  if (!found) return undefined;
  const place = definitionOf(found.entry, found.definition.id);
  const index = found.entry.summary.definitions.findIndex(
    ({ id, from }) => id === place?.id && from === place.from,
  );
  return index < 0 ? undefined : threadOf(snapshot, found.entry, index);
}
