import { passageReader } from '../reading/passage.ts';
import { onOneLine, type Span } from '../text.ts';
import type { Entry } from './snapshot.ts';
import type { Definition } from './summary.ts';

/** A fragment stands alone in its braces, so this is all it can look like. */
const continuation = /\{[ \t\r\n]*continues="?([A-Za-z][A-Za-z0-9_-]*)"?[ \t\r\n]*\}/y;
const none: ReadonlyMap<string, readonly Span[]> = new Map();
/** Signs of annotations, line ends, runs of blanks, blanks at an edge. */
const unusual = /[[\]{}^\\]|[^\S ]|^ | $| {2}/;
const signs = /[[\]{}^\\]/;

/** The words of the parts of each mark that is in parts, by its id; without reading the document anew. */
export function fragmentsIn(entry: Entry): ReadonlyMap<string, readonly Span[]> {
  const fragments = known.get(entry) ?? readFragments(entry);
  known.set(entry, fragments);
  return fragments;
}

const known = new WeakMap<Entry, ReadonlyMap<string, readonly Span[]>>();

function readFragments(entry: Entry): ReadonlyMap<string, readonly Span[]> {
  if (!entry.text.includes('continues=')) return none;
  let fragments: Map<string, Span[]> | undefined;
  for (const { id, kind, from, to } of entry.summary.definitions) {
    if (id || kind) continue;
    continuation.lastIndex = to + 1;
    const head = continuation.exec(entry.text)?.[1];
    if (head === undefined) continue;
    fragments ??= new Map();
    const others = fragments.get(head);
    if (others) others.push({ from, to });
    else fragments.set(head, [{ from, to }]);
  }
  return fragments ?? none;
}

/** The words of a mark as issued, on one line, those of its fragments included. */
export function wordsOfMark(
  entry: Entry,
  definition: Span & Pick<Definition, 'id'>,
  fragments: readonly Span[] = fragmentsIn(entry).get(definition.id) ?? [],
): string {
  let words = issuedAt(entry, definition);
  for (const span of fragments) words += ` ${issuedAt(entry, span)}`;
  return words;
}

/** The words of a mark or reference as issued, on one line; `span` is what stands between its brackets. */
export function issuedAt(entry: Entry, { from, to }: Span): string {
  const words = entry.text.slice(from, to);
  if (!unusual.test(words)) return words;
  return onOneLine(signs.test(words) ? strippedWords(words) : words);
}

/** What stands between two brackets that belong together reads the same without what is around it. */
function strippedWords(words: string): string {
  let issued = '';
  let at = 0;
  for (const { from, to } of passageReader(words)(0, words.length).cuts) {
    if (from > at) issued += words.slice(at, from);
    at = Math.max(at, to);
  }
  return issued + words.slice(at);
}
