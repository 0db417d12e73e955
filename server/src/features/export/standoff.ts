import type { Attribute, Document, Mark, Note, Reference } from '../../core/document.ts';
import { partsOf } from '../../core/marks/parts.ts';
import { continuationOf, headsOf } from '../../core/reading/parse.ts';
import { stripped } from '../../core/reading/strip.ts';
import { documentOf, type Entry } from '../../core/snapshot/snapshot.ts';
import { isRelation, readTarget, valueWords } from '../../core/snapshot/targets.ts';
import { contains, type Span } from '../../core/text.ts';

/** A document as it was issued, and its annotations apart from it. Offsets are UTF-16 units of the issued text. */
export interface Standoff {
  readonly text: string;
  /** In order of their start in the document, an outer one first. */
  readonly annotations: readonly Annotation[];
}

export type Annotation = MarkedWords | ReferringWords | Remark;

/** A mark with its fragments. */
export interface MarkedWords {
  readonly type: 'mark';
  readonly id: string | undefined;
  readonly kind: string | undefined;
  /** Its words, and those of its fragments; empty where nothing but line ends is left of them. */
  readonly parts: readonly Span[];
  /** The attributes that are no relations, as written. */
  readonly attributes: readonly { readonly key: string; readonly value: string }[];
  /** What it says of others, in its order. */
  readonly relations: readonly { readonly via: string; readonly target: string }[];
}

/** A reference. A target is spelled as in references; a mark of the document itself always as `#id`. */
export interface ReferringWords {
  readonly type: 'reference';
  readonly parts: readonly Span[];
  readonly target: string;
}

/** A note, and where it stands. */
export interface Remark {
  readonly type: 'note';
  readonly at: number;
  /** As written, references in it included. */
  readonly words: string;
  /** What they point at. */
  readonly targets: readonly string[];
}

/** Takes the annotations off a document. */
export function standoffOf(entry: Entry): Standoff {
  const document = documentOf(entry);
  const issued = stripped(document, { from: 0, to: document.text.length });
  const { text, indexOf } = issued;
  const place = (spans: readonly Span[]): Span[] =>
    inLines(
      text,
      spans.map(({ from, to }) => ({ from: indexOf(from), to: indexOf(to) })),
    );
  const spelled = ({ key, id }: { key: string; id: string }): string =>
    `${id && key === entry.key ? '' : key}#${id}`;
  const parts = partsIn(document);
  const noted = notedIn(document);
  const annotations = document.constructs.flatMap((construct): Annotation[] => {
    const { type, words } = construct;
    if (type === 'note') {
      const targets = (noted.by.get(construct) ?? []).map(({ target }) => spelled(target));
      const remark = document.text.slice(words.from, words.to);
      return [{ type, at: indexOf(construct.span.from), words: remark, targets }];
    }
    if (type === 'reference') {
      if (noted.all.has(construct)) return [];
      return [{ type, parts: place([words]), target: spelled(construct.target) }];
    }
    const own = parts.get(construct);
    if (!own) return [];
    const { id, kind, attributes } = construct;
    return [
      {
        type,
        id: id?.text,
        kind: kind?.text,
        parts: place(own.map((part) => part.words)),
        attributes: attributes.flatMap(plainly),
        relations: attributes.flatMap((attribute) =>
          relatedBy(attribute).map((target) => ({
            via: attribute.key.text,
            target: spelled(target),
          })),
        ),
      },
    ];
  });
  return { text, annotations };
}

/** The references that stand in notes: all of them, and by the note. */
function notedIn({ constructs }: Document) {
  const all = new Set<Reference>();
  const by = new Map<Note, Reference[]>();
  // In order of their start, an outer one first.
  let last: Note | undefined;
  for (const construct of constructs) {
    const isInside = last && contains(last.words, construct.span);
    if (construct.type === 'note' && !isInside) last = construct;
    if (construct.type !== 'reference' || !last || !isInside) continue;
    all.add(construct);
    const own = by.get(last);
    if (own) own.push(construct);
    else by.set(last, [construct]);
  }
  return { all, by };
}

/** The parts of each mark; a sound fragment has none of its own. */
function partsIn(document: Document): ReadonlyMap<Mark, readonly Mark[]> {
  const parts = new Map<Mark, readonly Mark[]>();
  const heads = headsOf(document.marks);
  const taken = new Set<Mark>();
  for (const mark of document.marks) {
    const isHead = mark.id && heads.get(mark.id.text) === mark;
    const own = isHead ? partsOf(document, mark) : [mark];
    if (isHead) for (const part of own.slice(1)) taken.add(part);
    parts.set(mark, own);
  }
  for (const mark of document.marks) {
    if (continuationOf(mark) && taken.has(mark)) parts.delete(mark);
  }
  return parts;
}

const relatedBy = (attribute: Attribute) =>
  isRelation(attribute) ? valueWords(attribute).flatMap((word) => readTarget(word) ?? []) : [];

/** An attribute as written, or what of a relation points nowhere. */
function plainly(attribute: Attribute): { key: string; value: string }[] {
  const { key, value } = attribute;
  if (!relatedBy(attribute).length) return [{ key: key.text, value: value.text }];
  const rest = valueWords(attribute).filter((word) => !readTarget(word));
  return rest.length ? [{ key: key.text, value: rest.map(({ text }) => text).join(' ') }] : [];
}

/** Spans as they run from line to line: without line ends at their edges, and apart where an empty line divides them. */
const inLines = (text: string, spans: readonly Span[]): Span[] =>
  joinedSpans(
    text,
    spans.flatMap((span) => linesIn(text, span)),
  );

/** The lines of a span without their ends, empty ones left out. */
export function linesIn(text: string, { from, to }: Span): Span[] {
  const lines: Span[] = [];
  let at = from;
  for (const match of text.slice(from, to).matchAll(/\r\n|\r|\n|$/g)) {
    const end = from + match.index;
    if (end > at) lines.push({ from: at, to: end });
    at = end + match[0].length;
  }
  return lines;
}

/** Those that one line end alone divides are joined: words run on over the end of a line. */
export function joinedSpans(text: string, spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined[joined.length - 1];
    if (last && /^(\r\n|\r|\n)$/.test(text.slice(last.to, span.from))) {
      joined[joined.length - 1] = { from: last.from, to: span.to };
    } else joined.push(span);
  }
  return joined;
}

/** Counts in code points, as Python, the Web Annotation model and brat do. */
export interface CodePoints {
  /** Code points before a UTF-16 offset. */
  readonly at: (offset: number) => number;
  /** The UTF-16 offset behind so many code points. */
  readonly offset: (points: number) => number;
}

export function codePointsOf(text: string): CodePoints {
  const pairs = [...text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)].map(({ index }) => index);
  /** How many pairs begin before a place, which `ahead` tells of the pair at an index. */
  const count = (ahead: (index: number) => boolean): number => {
    let [low, high] = [0, pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ahead(middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    at: (offset) => offset - count((index) => (pairs[index] ?? 0) < offset),
    offset: (points) => points + count((index) => (pairs[index] ?? 0) - index < points),
  };
}
