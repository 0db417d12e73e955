import type { Codebook } from '../../core/codebook/codebook.ts';
import type { Document, Mark } from '../../core/document.ts';
import { fieldsOf } from '../../core/front/fields.ts';
import { t } from '../../core/language.ts';
import { actorName, heldBy } from '../../core/marks/bound.ts';
import { dueOf } from '../../core/marks/status.ts';
import { verbOfMark } from '../../core/marks/verb.ts';
import { continuationOf } from '../../core/reading/parse.ts';
import { paragraphAt, stripSpan } from '../../core/reading/strip.ts';
import { contains, onOneLine, type Span, shortened } from '../../core/text.ts';
import { dueInWords } from '../days.ts';
import type { OutlineNode } from './node.ts';

/** Longer names of marks and paragraphs are cut: the outline is a narrow list. */
const longestName = 80;

/**
 * So much of a mark or paragraph is looked at for its name, annotations included: of marks in marks in
 * marks each would else be read as often as it is deep.
 */
const mostRead = 1000;

/** What lies deeper stands beside the others there: editors and JSON follow a tree by calling themselves. */
const deepest = 100;

/** A node that is still to get its children. */
type Open = Omit<OutlineNode, 'children'> & { readonly children: OutlineNode[] };

/** Title, headings or numbered paragraphs, and the marks nested as in the text; fragments once. */
export function readoutOutline(codebook: Codebook, document: Document): OutlineNode[] {
  const title = titleNode(document);
  const sections = sectionsOf(document, title?.name);
  const marks = document.marks.filter((mark) => !continuationOf(mark));
  const nodes = [...sections, ...marks.map((mark) => markNode(codebook, document, mark))];
  // A heading before what begins with it; the sort keeps an outer mark before those in it.
  nodes.sort((a, b) => a.span.from - b.span.from);
  return nested(title ? [title, ...nodes] : nodes);
}

function nested(nodes: readonly Open[]): OutlineNode[] {
  const roots: OutlineNode[] = [];
  const around: Open[] = [];
  for (const node of nodes) {
    while (around.length && !contains((around.at(-1) as Open).span, node.span)) around.pop();
    const parent = around[Math.min(around.length, deepest) - 1];
    (parent?.children ?? roots).push(node);
    around.push(node);
  }
  return roots;
}

function titleNode({ front, text }: Document): Open | undefined {
  const title = fieldsOf(front).title;
  if (!title?.text.trim()) return undefined;
  return {
    name: onOneLine(title.text),
    detail: fieldsOf(front).date?.text ?? '',
    what: 'title',
    kind: '',
    span: { from: 0, to: text.length },
    selection: { from: title.from, to: title.to },
    children: [],
  };
}

function markNode(codebook: Codebook, document: Document, mark: Mark): Open {
  const words = onOneLine(stripSpan(document, beginning(mark.words)));
  const kind = mark.kind?.text ?? '';
  return {
    name: shortened(words, longestName) || mark.id?.text || kind || '…',
    detail: detailOf(codebook, document, mark),
    what: 'mark',
    kind,
    span: mark.span,
    selection: mark.words,
    children: [],
  };
}

const beginning = ({ from, to }: Span): Span => ({ from, to: Math.min(to, from + mostRead) });

/** `verb · actors · due`; the kind where a mark is not registered. */
function detailOf(codebook: Codebook, document: Document, mark: Mark): string {
  const kind = mark.kind?.text ?? '';
  if (!codebook.kinds.get(kind)?.registered) return t(kind);
  const verb = verbOfMark(codebook, document, mark);
  const actors = heldBy(document, mark).actors.map((id) => actorName(codebook, id));
  const shown = actors.length > 3 ? [...actors.slice(0, 2), t`${actors.length - 2} more`] : actors;
  const due = dueOf(codebook, document, mark);
  const all = [(verb?.force ?? verb)?.lemma, shown.join(t`, `), due && (dueInWords(due) ?? due)];
  return all.filter(Boolean).join(' · ') || t(kind);
}

export interface Heading extends Span {
  readonly level: number;
  readonly name: string;
  readonly what: 'heading' | 'paragraph';
}

function sectionsOf(document: Document, title: string | undefined): Open[] {
  const headings = headingsOf(document);
  const first = headings[0];
  // A first line that says the title again would be a second root.
  const repeats = first?.name === title && !document.text.slice(document.body, first?.from).trim();
  const starts = headings.length ? headings.slice(repeats ? 1 : 0) : numberedOf(document);
  // From the end: a section goes up to the next of its own level or above.
  const ends: number[] = Array(7).fill(document.text.length);
  return starts
    .toReversed()
    .map(({ name, what, level, from, to }): Open => {
      const span = { from, to: ends[level] ?? to };
      ends.fill(from, level);
      return { name, detail: '', what, kind: '', span, selection: { from, to }, children: [] };
    })
    .toReversed();
}

const headingForm = /(?<![^\r\n\uFEFF])(#{1,6})[ \t]+([^\r\n]*)/g;

/** Lines of 1–6 `#`, a blank and words, outside of marks and notes that go over several lines. */
export function headingsOf(document: Document): Heading[] {
  const headings: Heading[] = [];
  headingForm.lastIndex = document.body;
  for (
    let match = headingForm.exec(document.text);
    match;
    match = headingForm.exec(document.text)
  ) {
    const from = match.index;
    const to = from + match[0].trimEnd().length;
    const [, hashes = '', words = ''] = match;
    const name = onOneLine(stripSpan(document, { from: to - words.trimEnd().length, to }));
    if (name && !isInside(document, from)) {
      headings.push({ from, to, level: hashes.length, name, what: 'heading' });
    }
  }
  return headings;
}

function isInside(document: Document, offset: number): boolean {
  const constructs = document.paragraphs[paragraphAt(document, offset)]?.passage.constructs ?? [];
  return constructs.some(({ span }) => span.from < offset && offset < span.to);
}

const numberForm = /^[ \t\u3000]*(?:[(（]?[0-9０-９]{1,3}[)）.．、])(?=\s|[^\s0-9０-９])/;

/** Paragraphs that begin with a number, where there are at least two. */
function numberedOf(document: Document): Heading[] {
  const numbered = document.paragraphs.flatMap(({ from, to }): Heading[] => {
    if (!numberForm.test(document.text.slice(from, from + 20))) return [];
    const name = shortened(onOneLine(stripSpan(document, beginning({ from, to }))), longestName);
    return [{ from, to, level: 1, name, what: 'paragraph' }];
  });
  return numbered.length > 1 ? numbered : [];
}
