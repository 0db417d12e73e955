import { continuationOf } from '../core/reading/parse.ts';
import { documentOf, type Snapshot } from '../core/snapshot/snapshot.ts';
import type { Span } from '../core/text.ts';

/**
 * The words of the mark that begins next after an offset, or before it, round the document's end;
 * undefined where the document has none. Fragments are no marks of their own.
 * @param kind only marks of this kind
 */
export function nextMark(
  snapshot: Snapshot,
  uri: string,
  offset: number,
  direction: 'next' | 'previous',
  kind?: string,
): Span | undefined {
  const entry = snapshot.entries.get(uri);
  if (!entry) return undefined;
  const words = documentOf(entry)
    .marks.filter((mark) => !continuationOf(mark) && (!kind || mark.kind?.text === kind))
    .map((mark) => mark.words);
  return direction === 'next'
    ? (words.find(({ from }) => from > offset) ?? words[0])
    : (words.findLast(({ from }) => from < offset) ?? words[words.length - 1]);
}
