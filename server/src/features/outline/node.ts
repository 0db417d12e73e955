import type { Span } from '../../core/text.ts';

/** One line of the outline. `selection` lies in `span`, and the spans of children lie in it too. */
export interface OutlineNode {
  /** Never empty. */
  readonly name: string;
  readonly detail: string;
  readonly what: 'title' | 'heading' | 'paragraph' | 'mark' | 'section' | 'entity' | 'entry';
  /** The kind of a mark or an entity as written; empty for anything else. */
  readonly kind: string;
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly OutlineNode[];
}
