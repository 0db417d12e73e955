import type { Document, Paragraph } from '../document.ts';
import { fieldsOf } from '../front/fields.ts';
import { fold } from '../names/fold.ts';
import { advance, readerAt } from '../names/fold-reader.ts';
import { space } from '../names/fold-signs.ts';
import type { Span } from '../text.ts';

/** The title stands among the first paragraphs, below a date or an issuer. */
const mostAbove = 8;
const longestTitle = 300;

/**
 * Where the title stands in the text: the words of `title` in the front matter, where they are lines of
 * their own near the top; without such a field a first line that stands alone and is no sentence.
 */
export function titleIn(document: Document): Span | undefined {
  const title = fieldsOf(document.front).title?.text;
  if (title === undefined) return loneLine(document);
  const folded = fold(title);
  if (!folded) return undefined;
  for (const paragraph of document.paragraphs.slice(0, mostAbove)) {
    const to = endOf(folded, document.text, paragraph);
    if (to !== undefined) return { from: paragraph.from, to };
  }
  return undefined;
}

/** Where the title ends that the paragraph begins with, signs before it aside. */
function endOf(title: string, text: string, { from, to, passage }: Paragraph): number | undefined {
  const reader = readerAt(text, from, to, passage.cuts);
  let at = 0;
  let isFirst = true;
  while (at < title.length) {
    if (!advance(reader)) return undefined;
    const isSpace = reader.kind === space;
    const units = isSpace ? ' ' : (reader.units ?? String.fromCharCode(reader.unit));
    const isLead = isFirst && (isSpace || units === '#' || units === '*');
    if (isLead) continue;
    isFirst = false;
    if (title.startsWith(units, at)) at += units.length;
    else if (!isSpace) return undefined;
  }
  const { end } = reader;
  if (!advance(reader) || reader.kind !== space) return reader.end >= to ? end : undefined;
  return reader.unit > 0 || reader.end >= to ? end : undefined;
}

function loneLine({ text, paragraphs }: Document): Span | undefined {
  const first = paragraphs[0];
  if (!first || first.to - first.from > longestTitle) return undefined;
  const { from, to } = first;
  const isTitle =
    paragraphs.length > 1 &&
    !/[\r\n]|[.!?。！？:：;,、]["”'’」)）]?\s*$/.test(text.slice(from, to));
  return isTitle ? { from, to } : undefined;
}
