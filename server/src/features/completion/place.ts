import type { Attribute } from '../../core/document.ts';
import type { Span } from '../../core/text.ts';

/**
 * What is being written at a place of the body: a target behind `](`, an item of braces with its sign
 * (`assigned`: an `=` stands behind it), a value, or words. The span is what would be replaced, `typed`
 * what of it stands left of the cursor.
 */
export type Place = Span & { readonly typed: string } & (
    | { readonly in: 'target'; readonly key: string | undefined; readonly end: Ending }
    | {
        readonly in: 'item';
        readonly sign: '#' | '.' | '';
        readonly braces: Braces;
        readonly assigned: boolean;
      }
    | ({ readonly in: 'value' } & ValuePlace)
    | { readonly in: 'text' }
  );

export interface ValuePlace {
  /** The attribute or relation. */
  readonly key: string;
  readonly braces: Braces;
  /** Whether the value stands in quotes already. */
  readonly quoted: boolean;
  /** The words of the value that stand before this one, and those behind it. */
  readonly others: readonly string[];
}

/** What stands behind a target: whether it has its `#`, and its `)`. */
export interface Ending {
  readonly hash: boolean;
  readonly closed: boolean;
}

/** The braces of a mark, whole or begun. */
export interface Braces {
  /** Where the `{` stands. */
  readonly at: number;
  readonly kind: string | undefined;
  readonly id: string | undefined;
  readonly attributes: readonly Attribute[];
  /** What stands between the brackets before them. */
  readonly words: Span | undefined;
  /** Whether nothing else than what is typed stands in them. */
  readonly alone: boolean;
}
