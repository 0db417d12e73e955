import type { Span } from './text.ts';
import type { Value } from './yaml.ts';

/** The front matter of a document: its place and what it holds. */
export interface FrontMatter {
  /** From the opening `---` to the end of what strip leaves out (the one empty line included). */
  readonly span: Span;
  /** The YAML between the two lines of `---`. */
  readonly inner: Span;
  /** What the YAML says; a scalar or list where somebody wrote no map. */
  readonly value: Value | undefined;
  /** What the YAML reader found wrong, with offsets in the document. */
  readonly issues: readonly (Span & { readonly message: string })[];
}
