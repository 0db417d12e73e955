import { documentOf, type Entry, type Snapshot } from '../../core/snapshot/snapshot.ts';
import { itemCompletions } from './braces.ts';
import { codebookCompletions } from './codebook.ts';
import { frontCompletions, frontSpan } from './front.ts';
import type { Completions } from './item.ts';
import { nameCompletions } from './names.ts';
import { placeIn } from './place-in.ts';
import { targetCompletions } from './targets.ts';
import { valueCompletions } from './values.ts';

export type { CompletionItem, Completions, ItemKind } from './item.ts';

/**
 * What can be written at an offset of a readout or a codebook file, at most 50 items, the best first;
 * undefined for nothing. It goes by what stands left of the offset, so it works in constructs that are
 * not closed yet.
 */
export function completion(
  snapshot: Snapshot,
  uri: string,
  offset: number,
): Completions | undefined {
  const entry = snapshot.entries.get(uri);
  if (entry) return unlessOverLines(entry.text, inReadout(snapshot, entry, offset));
  const file = snapshot.codebook.files.find((one) => one.uri === uri);
  return file && unlessOverLines(file.text, codebookCompletions(snapshot, file, offset));
}

/** An editor takes no item that replaces more than one line, as a quote that is left open would have it. */
const unlessOverLines = (text: string, found: Completions | undefined): Completions | undefined =>
  found?.items.some(({ edit: { span } }) => /[\r\n]/.test(text.slice(span.from, span.to)))
    ? undefined
    : found;

function inReadout(snapshot: Snapshot, entry: Entry, offset: number): Completions | undefined {
  const document = documentOf(entry);
  const front = frontSpan(document);
  if (front && offset < front.to) {
    return front.from <= offset
      ? frontCompletions(snapshot, entry, document, front, offset)
      : undefined;
  }
  const place = placeIn(document, offset);
  switch (place?.in) {
    case 'target':
      return targetCompletions(snapshot, entry, place);
    case 'item':
      return itemCompletions(snapshot, entry, place);
    case 'value':
      return valueCompletions(snapshot, entry, place);
    case 'text':
      return nameCompletions(snapshot, entry, document, place);
    case undefined:
      return undefined;
  }
}
