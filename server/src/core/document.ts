import type { FrontMatter } from './front/matter.ts';
import type { Piece, Span } from './text.ts';

/**
 * One readout as it was read. It depends on its text alone: what a name means, and
 * whether a kind exists, is the snapshot's to say. All spans are UTF-16 offsets in `text`.
 */
export interface Document {
  readonly text: string;
  /** The front matter as it stands, or `undefined` where the text has none. */
  readonly front: FrontMatter | undefined;
  /** Where the body begins: after a BOM and the front matter with its one empty line. */
  readonly body: number;
  readonly paragraphs: readonly Paragraph[];
  /** Marks, references and notes in order of their start, an outer one first. */
  readonly constructs: readonly Construct[];
  /** The marks among the constructs, fragments (`continues=`) included. */
  readonly marks: readonly Mark[];
  /** The references among the constructs; those that stand in attributes and front matter are `pointers`. */
  readonly references: readonly Reference[];
  readonly notes: readonly Note[];
  /** What the reader of the text found wrong, in order of its place. */
  readonly issues: readonly Issue[];
}

/** A run of lines that are not blank. */
export interface Paragraph extends Span {
  readonly passage: Passage;
}

/** What one paragraph holds. Spans are offsets in the document. */
export interface Passage {
  /** The same for as long as the paragraph's characters stay the same, wherever it moves: a key for caches. */
  readonly identity: object;
  readonly constructs: readonly Construct[];
  readonly issues: readonly Issue[];
  /** What strip leaves out of this paragraph: sorted, disjoint. */
  readonly cuts: readonly Span[];
  /** The `[` and `^[` that are open where the paragraph ends, outermost first. */
  readonly open: readonly Opening[];
  /** The `]` that close nothing here, in order. */
  readonly closings: readonly Closing[];
}

export interface Opening {
  readonly at: number;
  readonly note: boolean;
}

export interface Closing {
  readonly at: number;
  /** What follows the `]`: attributes, a target with an empty key, or nothing that counts. */
  readonly form: 'mark' | 'reference' | 'bracket';
}

export type Construct = Mark | Reference | Note;

/** `[words]{#id .kind key=value}` */
export interface Mark {
  readonly type: 'mark';
  readonly span: Span;
  /** What stands between the brackets. */
  readonly words: Span;
  /** The braces with what is in them. */
  readonly braces: Span;
  /** The first well-formed `#id`; its span takes in the `#`, its text does not. */
  readonly id: Piece | undefined;
  /** The first `.kind`, known or not; its span takes in the `.`, its text does not. */
  readonly kind: Piece | undefined;
  /** The well-formed `key=value` items, of repeated keys the first. */
  readonly attributes: readonly Attribute[];
  /** How many items of any form stand in the braces, bad ones too. */
  readonly items: number;
}

/** A `key=value` item. */
export interface Attribute extends Span {
  readonly key: Piece;
  /** The value: its span lies inside the quotes, its text is without the backslashes that quotes need. */
  readonly value: Piece;
  readonly quoted: boolean;
}

/** `[words](#id)`, `[words](key#id)`, `[words](key#)` */
export interface Reference {
  readonly type: 'reference';
  readonly span: Span;
  readonly words: Span;
  readonly target: Target;
}

/** What a reference points at; the span covers `key#id` as written. */
export interface Target extends Span {
  /** Empty for this document. */
  readonly key: string;
  /** Empty for a whole document. As written: it may be no valid id. */
  readonly id: string;
}

/** `^[what the analyst thinks]` */
export interface Note {
  readonly type: 'note';
  readonly span: Span;
  /** What stands between the brackets. */
  readonly words: Span;
}

/** Codes of what the reader of a text can tell from the text alone. */
export type IssueCode =
  | 'unclosed-attributes'
  | 'no-opening-bracket'
  | 'unclosed-note'
  | 'unclosed-reference'
  | 'paragraph-in-mark'
  | 'paragraph-in-note'
  | 'paragraph-in-reference'
  | 'second-attributes'
  | 'bad-id'
  | 'two-ids'
  | 'two-kinds'
  | 'unclosed-quote'
  | 'wrong-quotes'
  | 'space-around-equals'
  | 'stray-word'
  | 'repeated-key'
  | 'empty-mark'
  | 'nested-in-reference'
  | 'mark-in-note'
  | 'bad-continuation'
  | 'bad-value'
  | 'full-width'
  | 'gap-before-attributes'
  | 'glued-sign'
  | 'space-before-note'
  | 'unclosed-front-matter'
  | 'late-front-matter'
  | 'quote-value';

/** Something wrong, by its code and place. The words for people are the rule's. */
export interface Issue extends Span {
  readonly code: IssueCode;
  /**
   * A second place that the fix needs: the whole construct for `glued-sign`, `empty-mark` and
   * `nested-in-reference`; the whole item for `wrong-quotes`, `space-around-equals`, `bad-value`,
   * `repeated-key` and `quote-value`; the opening `[` in the paragraph before for `paragraph-in-mark`
   * and `paragraph-in-reference`; the closing `]` in the paragraph after for `paragraph-in-note`;
   * the brackets `[…]` (or `［…］`) before the braces for `full-width` and `gap-before-attributes`;
   * the head mark's span for `bad-continuation` where there is one.
   */
  readonly about?: Span;
}
