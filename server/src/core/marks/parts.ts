import type { Codebook } from '../codebook/codebook.ts';
import type { Construct, Document, Mark, Reference } from '../document.ts';
import { continuationOf } from '../reading/parse.ts';
import { firstThat } from '../search.ts';
import type { Span } from '../text.ts';

const none: readonly never[] = Object.freeze([]);

type Fragments = ReadonlyMap<string, readonly Mark[]>;

const known = new WeakMap<Document, Fragments>();

/** A mark with its sound fragments, in order: for the reader they are one. */
export function partsOf(document: Document, mark: Mark): readonly Mark[] {
  const fragments = known.get(document) ?? fragmentsIn(document);
  known.set(document, fragments);
  const own = mark.id && fragments.get(mark.id.text);
  return own ? [mark, ...own.filter((part) => mark.span.to <= part.span.from)] : [mark];
}

function fragmentsIn(document: Document): Fragments {
  const fragments = new Map<string, Mark[]>();
  for (const mark of document.marks) {
    const head = mark.items === 1 ? continuationOf(mark)?.value.text : undefined;
    if (head === undefined) continue;
    const others = fragments.get(head);
    if (others) others.push(mark);
    else fragments.set(head, [mark]);
  }
  return fragments;
}

/** The marks that stand in the words of a mark or of its fragments. */
export function nestedMarks(document: Document, mark: Mark): readonly Mark[] {
  const parts = partsOf(document, mark);
  // Nearly every mark is in one part, and nothing stands in it.
  return parts.length === 1
    ? within(document.marks, mark.words)
    : parts.flatMap(({ words }) => within(document.marks, words));
}

/**
 * The marks that say something of a mark: those that stand in it, but for what stands in a registered mark
 * of its own there. The deadline of a stage is no deadline of the whole.
 */
export function ownMarks(
  { kinds }: Pick<Codebook, 'kinds'>,
  document: Document,
  mark: Mark,
): readonly Mark[] {
  const { marks } = document;
  const own: Mark[] = [];
  for (const { words } of partsOf(document, mark)) {
    for (let at = firstFrom(marks, words.from); at < marks.length; ) {
      const one = marks[at] as Mark;
      if (one.span.from >= words.to) break;
      own.push(one);
      const isStage = one.kind && kinds.get(one.kind.text)?.registered;
      at = isStage ? firstFrom(marks, one.words.to) : at + 1;
    }
  }
  return own.length ? own : none;
}

/** The references that stand in the words of a mark or of its fragments. */
export const nestedReferences = (document: Document, mark: Mark): Reference[] =>
  partsOf(document, mark).flatMap(({ words }) => within(document.references, words));

/** Of constructs in order of their start those that begin in a span: brackets never cross, so they end there. */
function within<T extends Construct>(sorted: readonly T[], span: Span): readonly T[] {
  const low = firstFrom(sorted, span.from);
  let end = low;
  while (end < sorted.length && (sorted[end] as T).span.from < span.to) end++;
  return low < end ? sorted.slice(low, end) : none;
}

/** The index of the first that begins at or behind an offset. */
const firstFrom = (sorted: readonly Construct[], from: number): number =>
  firstThat(sorted, ({ span }) => span.from >= from);

/** The value of an attribute as it is meant, without its quotes. */
export const attributeText = (mark: Mark, key: string): string | undefined =>
  mark.attributes.find((attribute) => attribute.key.text === key)?.value.text;
