import type { Document, Paragraph } from '../../core/document.ts';
import { stripSpan } from '../../core/reading/strip.ts';
import { onOneLine, type Span } from '../../core/text.ts';
import { headingsOf } from '../outline/readout.ts';

/** A heading, or a run of lines between headings and blank lines. */
export interface Block extends Span {
  /** `title` is the first block where it says what the front matter calls the text. */
  readonly is: 'title' | 'heading' | 'paragraph';
  /** How many `#` a heading has; 0 for anything else. */
  readonly level: number;
  readonly paragraph: Paragraph;
}

/** The blocks of a document in order, without the signs that make a heading; none is blank. */
export function blocksOf(document: Document, title: string | undefined): Block[] {
  const headings = headingsOf(document);
  const blocks: Block[] = [];
  let next = 0;
  for (const paragraph of document.paragraphs) {
    let at = paragraph.from;
    const readTo = (to: number) => {
      const span = trimmed(document, { from: at, to });
      if (span) blocks.push({ ...span, is: 'paragraph', level: 0, paragraph });
    };
    for (let one = headings[next]; one && one.from < paragraph.to; one = headings[++next]) {
      readTo(one.from);
      const signs = /^#+[ \t]+/.exec(document.text.slice(one.from, one.to))?.[0].length ?? 0;
      const span = { from: one.from + signs, to: one.to };
      blocks.push({ ...span, is: 'heading', level: one.level, paragraph });
      at = one.to;
    }
    readTo(paragraph.to);
  }
  const [first] = blocks;
  const isTitle = first && title && onOneLine(stripSpan(document, first)) === onOneLine(title);
  return isTitle ? blocks.with(0, { ...first, is: 'title' }) : blocks;
}

/** A span without the line ends and blanks around it, but with the indent of its first line. */
function trimmed({ text }: Document, { from, to }: Span): Span | undefined {
  const before = /^(?:[ \t]*(?:\r\n?|\n))*/.exec(text.slice(from, to))?.[0].length ?? 0;
  let end = to;
  while (end > from && isBlank.test(text.charAt(end - 1))) end--;
  return from + before < end ? { from: from + before, to: end } : undefined;
}

const isBlank = /[ \t\r\n]/;
