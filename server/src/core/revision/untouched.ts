import type { Construct, Document, Paragraph } from '../document.ts';
import { continuationOf } from '../reading/parse.ts';
import type { Stripped } from '../reading/strip.ts';
import { firstThat } from '../search.ts';
import type { Span } from '../text.ts';
import type { Ground } from './place.ts';

/** A paragraph of the document that stands in the new source as it is. */
export interface Untouched {
  /** In the new source. */
  readonly span: Span;
  /** As it is written, with its annotations. */
  readonly text: string;
  readonly constructs: readonly Construct[];
}

/**
 * The paragraphs whose source is a paragraph of the new source too, in the order in which they stand there. They
 * keep their text with every escape and every fault in it, unless a fragment in them has lost its head.
 */
export function untouchedIn(
  { text, paragraphs }: Document,
  way: Stripped,
  ground: Ground,
  isPlanned: (construct: Construct) => boolean,
): Untouched[] {
  const found: Untouched[] = [];
  for (const paragraph of paragraphs) {
    const { constructs } = paragraph.passage;
    const isHeadless = constructs.some(
      (one) => one.type === 'mark' && continuationOf(one) && !isPlanned(one),
    );
    const span = isHeadless ? undefined : sameParagraph(paragraph, way, ground);
    if (span) found.push({ span, text: text.slice(paragraph.from, paragraph.to), constructs });
  }
  return found.sort((a, b) => a.span.from - b.span.from);
}

/** Where the source of a paragraph stands in the new source as a paragraph, word for word. */
function sameParagraph(
  paragraph: Paragraph,
  way: Stripped,
  { old, now, images }: Ground,
): Span | undefined {
  const [from, to] = [way.indexOf(paragraph.from), way.indexOf(paragraph.to)];
  const first = firstThat(old.words, (word) => word.from >= from);
  const word = old.words[first];
  const image = images[first] ?? -1;
  const place = now.words[image];
  if (!word || !place || word.from >= to) return undefined;
  for (let at = first; (old.words[at]?.from ?? to) < to; at++)
    if (images[at] !== image + at - first) return undefined;
  const span = { from: place.from + from - word.from, to: place.from + to - word.from };
  const isParagraph =
    now.paragraphs[firstThat(now.paragraphs, (one) => one.from >= span.from)]?.from === span.from &&
    now.paragraphs[firstThat(now.paragraphs, (one) => one.to >= span.to)]?.to === span.to;
  const isSame = old.source.slice(from, to) === now.source.slice(span.from, span.to);
  return isParagraph && isSame ? span : undefined;
}
