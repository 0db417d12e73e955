import type { ProgressToken, Range, WorkspaceEdit } from 'vscode-languageserver';
import type { UriParams } from './uri-params.ts';

/** What `readout/unlinked` and the requests beside it take and answer. */
export type UnlinkedSort = 'entity' | 'document' | 'restatement' | 'backreference' | 'unmarked';

export interface UnlinkedParams {
  readonly sort: UnlinkedSort;
  /** A document or a folder of the collection that is meant; without it, all are. */
  readonly uri?: string;
  readonly partialResultToken?: ProgressToken;
}

/** What one document says and does not link. */
export interface UnlinkedSheet {
  readonly uri: string;
  /** The title of the document, or the name of its file. */
  readonly title: string;
  readonly date?: string;
  /** What is meant here for the first time in the answer; counted from 0 over all sheets, pieces included. */
  readonly targets?: readonly UnlinkedTargetShown[];
  readonly found: readonly UnlinkedFound[];
}

export interface UnlinkedFound {
  /** The number of what is meant. */
  readonly target: number;
  /** At how many places. */
  readonly places: number;
}

export interface UnlinkedTargetShown {
  /** What the other requests call it. */
  readonly target: string;
  /** The folder of its collection. */
  readonly collection: string;
  /** Names, a title or words; several where one of several may be meant, none where nothing tells which. */
  readonly names: readonly string[];
  /** Of an entity or a mark. */
  readonly kind?: string;
  /** A theme colour id for a kind whose codebook gives one. */
  readonly color?: string;
  /** Of a document, or of that of a mark. */
  readonly date?: string;
  /** What else it is called. */
  readonly also: readonly string[];
}

/** What is unlinked in one document. */
export interface UnlinkedThereParams extends UriParams {
  readonly sort: UnlinkedSort;
  readonly target: string;
}

export interface UnlinkedPlaceShown {
  readonly range: Range;
  readonly words: string;
  /** What stands before the words in their paragraph, and behind them. */
  readonly before: string;
  readonly after: string;
}

export interface MendUnlinkedParams extends UnlinkedThereParams {
  /** The words at one place; without it those of the first. */
  readonly range?: Range;
  /** `link-everywhere`: in every document of the collection, to be confirmed one by one. */
  readonly deed: 'link' | 'link-here' | 'link-everywhere' | 'ignore' | 'never';
}

export interface UnlinkedChoice {
  readonly title: string;
  readonly edit: WorkspaceEdit;
}

/** More than one where somebody has to choose what is meant. */
export interface UnlinkedChoices {
  readonly choices: readonly UnlinkedChoice[];
}
