import type { Snapshot } from '../../core/snapshot/snapshot.ts';
import { csvText } from './csv.ts';
import { graphmlText } from './graphml.ts';
import { htmlText } from './html.ts';
import { icsText } from './ics.ts';
import { jsonText, ndjsonText } from './json.ts';
import { jsonldText } from './jsonld.ts';
import { mermaidText } from './mermaid.ts';
import {
  annotationPieces,
  type ExportPiece,
  type RegisterText,
  registerPieces,
  type Wanted,
} from './pieces.ts';

/**
 * How a register is handed in as one file: for Excel, for programs, for programs that read a line at a time,
 * for people, as a drawing of who goes back to whom, for programs that draw such, for a calendar; and all
 * annotations for programs that know the W3C's.
 */
export const exportFormats = [
  ...(['csv', 'json', 'ndjson', 'html', 'mermaid', 'graphml', 'ics', 'jsonld'] as const),
] as const;

export type ExportFormat = (typeof exportFormats)[number];

/**
 * An export of some collections, one after the other, piece by piece, so that others can be served between
 * two of them. A snapshot never changes, so the whole is true.
 */
export function* exportPieces(
  format: ExportFormat,
  snapshots: readonly Snapshot[],
  wanted: Wanted,
): Generator<ExportPiece> {
  const outside = (text: string): ExportPiece => ({ text, marks: 0, uri: undefined });
  const text = format === 'jsonld' ? jsonldText(wanted) : registerTexts[format](wanted, snapshots);
  yield outside(text.begin);
  for (const snapshot of snapshots) {
    yield* 'rows' in text
      ? registerPieces(text, snapshot, wanted)
      : annotationPieces(text, snapshot, wanted);
  }
  yield outside(text.end());
}

type Writing = (wanted: Wanted, snapshots: readonly Snapshot[]) => RegisterText;

const registerTexts: Readonly<Record<Exclude<ExportFormat, 'jsonld'>, Writing>> = {
  csv: csvText,
  json: jsonText,
  ndjson: ndjsonText,
  html: htmlText,
  mermaid: mermaidText,
  graphml: graphmlText,
  ics: icsText,
};
