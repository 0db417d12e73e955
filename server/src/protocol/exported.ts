import type { ExportFormat } from '../features/export/export.ts';

export interface ExportParams {
  readonly format: ExportFormat;
  /** A file of the collection that is meant; without it all that are open, one after the other. */
  readonly collectionOf?: string;
}

export interface Exported {
  readonly text: string;
  /** How many marks it holds, and of how many readouts. */
  readonly marks: number;
  readonly readouts: number;
  /** Files that could not be read, so that it lacks them. */
  readonly missing: readonly string[];
}
