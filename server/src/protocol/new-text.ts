import type { WorkspaceEdit } from 'vscode-languageserver';
import type { UriParams } from './uri-params.ts';

/** What `readout/import`, `readout/new`, `readout/seriesChoices` and `readout/recordSource` take and answer. */
export interface ImportParams {
  /** The source, line ends and byte order mark included. */
  readonly text: string;
  /** The name of its file, where it has one. */
  readonly name?: string;
  /** The address that the file gives as its own. */
  readonly address?: string;
  /** The language that the file says it is in. */
  readonly lang?: string;
  /** Whether paragraphs that the ends of pages have broken are to be put together. */
  readonly joinPages?: boolean;
}

export interface Imported {
  /** The readout: the source behind a front matter. */
  readonly text: string;
  /** What its file may be called: `key.readout.md`. */
  readonly key: string;
  /** How many paragraphs read as broken by the end of a page, where they were not put together. */
  readonly broken: number;
}

export interface NewParams {
  readonly title: string;
  /** `YYYY-MM-DD`, or the first and the last day with a slash between them; empty for none. */
  readonly date: string;
  /** The id of a series. */
  readonly series?: string;
}

export interface SeriesChoice {
  readonly id: string;
  readonly names: readonly string[];
}

export interface RecordParams extends UriParams {
  /** An address or the name of a file; without it what is recorded stays. */
  readonly source?: string;
  /** The text of that file, to be compared. */
  readonly text?: string;
}

export interface Recorded {
  readonly edit: WorkspaceEdit;
  /** Whether the text of the file is another than that of the document. */
  readonly differs: boolean;
}
