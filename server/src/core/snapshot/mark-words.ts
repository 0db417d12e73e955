import { passageReader } from '../reading/passage.ts';
import { firstThat, lastAtMost } from '../search.ts';
import { moved, onOneLine, type Span } from '../text.ts';
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
  return onOneLine(signs.test(words) ? strippedWords(entry.text, from, to) : words);
}

/** A stretch of a text as issued, what strip leaves out of it, and where the rest comes from. */
interface Read extends Span {
  readonly text: string;
  readonly cuts: readonly Span[];
  readonly issued: string;
  /** Of each piece that is left its offset in the text, and its index in what is issued. */
  readonly offsets: readonly number[];
  readonly starts: readonly number[];
}

/** What was read last: the marks that stand in it are asked for next. */
let last: Read = { text: '', from: 0, to: 0, cuts: [], issued: '', offsets: [], starts: [] };

/** What stands between two brackets that belong together reads the same without what is around it. */
function strippedWords(text: string, from: number, to: number): string {
  const isKnown = last.text === text && last.from <= from && to <= last.to;
  // In a note nothing is left that could be looked up.
  const cut = isKnown ? last.cuts[firstThat(last.cuts, (one) => one.to > from)] : undefined;
  if (!isKnown || (cut && cut.from < from)) last = readStretch(text, from, to);
  return last.issued.slice(indexOf(last, from), indexOf(last, to));
}

/** The index in what is issued of the first character that is left at or behind an offset. */
function indexOf({ issued, offsets, starts }: Read, offset: number): number {
  const piece = lastAtMost(offsets, offset);
  if (piece < 0) return 0;
  const end = starts[piece + 1] ?? issued.length;
  return Math.min(end, (starts[piece] as number) + offset - (offsets[piece] as number));
}

function readStretch(text: string, from: number, to: number): Read {
  const words = text.slice(from, to);
  const cuts = passageReader(words)(0, words.length).cuts.map((cut) => moved(cut, from));
  const offsets: number[] = [];
  const starts: number[] = [];
  let issued = '';
  let at = from;
  const keep = (end: number) => {
    if (end <= at) return;
    offsets.push(at);
    starts.push(issued.length);
    issued += text.slice(at, end);
  };
  for (const cut of cuts) {
    keep(cut.from);
    at = Math.max(at, cut.to);
  }
  keep(to);
  return { text, from, to, cuts, issued, offsets, starts };
}
