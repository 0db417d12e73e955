import { jsonList } from '../../core/json-list.ts';
import type { RegisterRow } from '../register/row.ts';
import { csvHead, csvRows } from './csv.ts';
import { recordOf } from './record.ts';

/** How a register is handed in: for Excel, for programs, for programs that read a line at a time. */
export const exportFormats = ['csv', 'json', 'ndjson'] as const;

export type ExportFormat = (typeof exportFormats)[number];

/** A register as a text that comes piece by piece, in the order of the fields. */
export interface ExportText {
  readonly begin: string;
  readonly rows: (rows: readonly RegisterRow[]) => string;
  readonly end: () => string;
}

/**
 * The writing of a register.
 * @param asOf the day it was judged on, `YYYY-MM-DD`
 * @param fileOf names a file, given as URI, as the reader knows it
 */
export function exportText(
  format: ExportFormat,
  asOf: string | undefined,
  fileOf: (uri: string) => string,
): ExportText {
  const records = (rows: readonly RegisterRow[]) => rows.map((row) => recordOf(row, fileOf));
  if (format === 'csv') {
    return { begin: csvHead, rows: (rows) => records(rows).map(csvRows).join(''), end: () => '' };
  }
  if (format === 'ndjson') {
    const line = (record: object) => `${JSON.stringify(record)}\n`;
    return { begin: '', rows: (rows) => records(rows).map(line).join(''), end: () => '' };
  }
  const { begin, items, end } = jsonList({ version: 1, as_of: asOf ?? null, marks: [] }, 1);
  return { begin, rows: (rows) => items(records(rows)), end: () => end() };
}
