import type { Range, WorkspaceEdit } from 'vscode-languageserver';
import type { UriParams } from './uri-params.ts';

/** What `readout/revise` takes and answers. */
export interface ReviseParams extends UriParams {
  /** The new source, line ends and byte order mark included. */
  readonly text: string;
  /** The day it was fetched, `YYYY-MM-DD`, for a front matter that records one. */
  readonly retrieved?: string;
}

export interface RevisedText {
  readonly edit: WorkspaceEdit;
  /** How many annotations stay on the same words. */
  readonly kept: number;
  /** The others, in the order of the document. */
  readonly others: readonly FateShown[];
}

export interface FateShown {
  readonly is: 'changed' | 'lost';
  /** The annotation as it was written, words and signs. */
  readonly written: string;
  /** Its words as issued; of a note, those before it. */
  readonly before: string;
  /** What it stands on now; empty where it is lost. */
  readonly after: string;
  /** Where it stands in the new text, signs included; of what is lost, the place where it would have stood. */
  readonly range: Range;
}
