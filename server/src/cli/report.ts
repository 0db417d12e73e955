import type { Severity } from '../core/codebook/codebook.ts';
import type { Message } from '../rules/rule.ts';

/** A finding with its place in a file, as the command line shows it. Lines and columns count from 1. */
export interface Found {
  readonly file: string;
  readonly code: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  /** Of `end`. */
  readonly lastLine: number;
  readonly lastColumn: number;
  readonly target?: string;
}

/** How findings are written, file by file, each part when it is its turn. */
export interface Report {
  readonly begin: string;
  readonly file: (found: readonly Found[]) => string;
  /** Written when all files have been; so many findings were left out because a baseline has them, if there is one. */
  readonly end: (leftOut: number | undefined) => string;
}
