import type { Document } from '../core/document.ts';
import { documentOf, type Snapshot } from '../core/snapshot/snapshot.ts';
import type { Span } from '../core/text.ts';
import type { OutlineNode } from './outline/node.ts';
import { outline } from './outline/outline.ts';

/** What can be folded away; an editor folds lines, so what stands on one line is no fold for it. */
export interface Fold extends Span {
  readonly is: 'front' | 'section' | 'note';
}

/**
 * The front matter, the sections below headings and the notes of a readout, in order of their start, an
 * outer one first. Paragraphs are not folded: each is one long line.
 */
export function folds(snapshot: Snapshot, uri: string): Fold[] | undefined {
  const entry = snapshot.entries.get(uri);
  if (!entry) return undefined;
  const document = documentOf(entry);
  const { front, notes } = document;
  const found: Fold[] = [
    ...(front ? [{ ...front.span, is: 'front' } as const] : []),
    ...[...sectionsIn(outline(snapshot, uri) ?? [])],
    ...notes.map(({ span }) => ({ ...span, is: 'note' }) as const),
  ];
  return found
    .map((one) => ({ ...one, to: withoutBlanks(document, one) }))
    .sort((a, b) => a.from - b.from || b.to - a.to);
}

function* sectionsIn(nodes: readonly OutlineNode[]): Generator<Fold> {
  for (const { what, span, children } of nodes) {
    if (what === 'heading') yield { ...span, is: 'section' };
    if (what === 'heading' || what === 'title') yield* sectionsIn(children);
  }
}

/** Empty lines before the next heading stay, so that headings keep apart. */
const withoutBlanks = ({ text }: Document, { from, to }: Span): number =>
  from + text.slice(from, to).trimEnd().length;
