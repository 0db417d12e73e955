import type { Attribute, Mark, Note, Reference, Target } from '../../core/document.ts';
import type { Piece, Span } from '../../core/text.ts';

/**
 * What stands at a place of a readout or of a codebook file. `span` is the whole of what is named,
 * without the `#` or `.` before an id or a kind. Pieces that name something keep their text.
 */
export type Cursor = Span &
  (
    | { readonly on: 'mark'; readonly mark: Mark }
    | { readonly on: 'mark-id'; readonly mark: Mark; readonly text: string }
    /** A kind in braces, or in a codebook file, where no mark is. */
    | { readonly on: 'kind'; readonly text: string; readonly mark: Mark | undefined }
    /** The key of a built-in attribute. */
    | { readonly on: 'attribute'; readonly text: string; readonly mark: Mark }
    /** The key of a relation, or its key in a codebook file, where no mark is. */
    | { readonly on: 'relation'; readonly text: string; readonly mark: Mark | undefined }
    /** A word of a value that names nothing: a date, a verb, a score, words of a condition. */
    | {
        readonly on: 'value';
        readonly mark: Mark;
        readonly attribute: Attribute;
        readonly text: string;
      }
    | { readonly on: 'reference'; readonly reference: Reference }
    /** One part of `key#id` in a link or a relation; with `continues` an id alone. */
    | {
        readonly on: 'target';
        readonly part: 'key' | 'id';
        readonly target: Target;
        readonly in: Reference | Attribute;
      }
    | { readonly on: 'note'; readonly note: Note }
    /** An id of the codebook: in `by`, in the front matter, or where the codebook defines it. */
    | { readonly on: 'entity'; readonly text: string }
    /** A name or alias of an entity in a codebook file. */
    | { readonly on: 'name'; readonly entity: string }
    | { readonly on: 'series'; readonly text: string }
    /** The key of a document in the front matter. */
    | { readonly on: 'document'; readonly text: string }
    /** Words that stand for parties in this document. */
    | { readonly on: 'term'; readonly actors: readonly Piece[] }
    /** The code of a finding. */
    | { readonly on: 'rule'; readonly text: string }
    | { readonly on: 'front-key'; readonly text: string }
    | { readonly on: 'front-value'; readonly key: string; readonly text: string }
    /** Any other key or value of a codebook file, with the keys that lead to it. */
    | { readonly on: 'codebook-key'; readonly path: readonly string[] }
    | { readonly on: 'codebook-value'; readonly path: readonly string[]; readonly text: string }
  );
