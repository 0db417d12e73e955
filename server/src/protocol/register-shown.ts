import type { ProgressToken, Range } from 'vscode-languageserver';

/** What `readout/register` and the requests beside it take and answer. */
export interface RegisterParams {
  /** A document or a folder of the collection that is meant; without it, all are. */
  readonly uri?: string;
  readonly partialResultToken?: ProgressToken;
}

/** Marks of one document in their order; sheets come in the order of dates. A long document has several. */
export interface RegisterSheet extends RegisterDocumentShown {
  readonly marks: readonly RegisterMark[];
}

/** The same with nothing but what is needed to put marks in groups and in order; those in which something is due come first. */
export interface RegisterOutline extends RegisterDocumentShown {
  readonly marks: readonly RegisterMarkOutline[];
}

export interface RegisterDocumentShown {
  readonly uri: string;
  /** The title of the document, or the name of its file. */
  readonly title: string;
  readonly date?: string;
  /** The name of the series, or its id where the codebook has none of that name. */
  readonly series?: string;
}

export interface RegisterMarkOutline {
  /** Its number, by which `readout/registerMarks` tells the rest. */
  readonly index: number;
  readonly kind: string;
  /** A theme colour id for a kind whose codebook gives one. */
  readonly color?: string | undefined;
  readonly status: 'superseded' | 'breached' | 'fulfilled' | 'overdue' | 'standing';
  /** The last day of its `due`, `YYYY-MM-DD`. */
  readonly dueBy?: string | undefined;
}

export interface RegisterMark extends RegisterMarkOutline {
  /** The words of the mark, of one in parts those of its first. */
  readonly range: Range;
  /** `key#id`; absent for a mark without an id. */
  readonly name?: string | undefined;
  readonly words: string;
  /** Names of who is bound, or whose it is. */
  readonly actors: readonly string[];
  /** The lemma that its force goes by. */
  readonly verb?: string | undefined;
  /** As written. */
  readonly due?: string | undefined;
}

export interface RegisterMarksParams {
  readonly wanted: readonly { readonly uri: string; readonly marks: readonly number[] }[];
}
