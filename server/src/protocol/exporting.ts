import type { CancellationToken, Connection } from 'vscode-languageserver';
import { t } from '../core/language.ts';
import { onDay, type Snapshot } from '../core/snapshot/snapshot.ts';
import { exportFormats, exportPieces } from '../features/export/export.ts';
import { pacing } from '../workspace/pacing.ts';
import type { Desk } from './desk.ts';
import type { Exported, ExportParams } from './exported.ts';
import { searching } from './progress.ts';
import type { Refusal } from './requests.ts';
import { whenRead } from './when-read.ts';

/** Makes a text of the register; it is the client who writes it. */
export function registerExporting(connection: Connection, desk: Desk): void {
  const { workspace } = desk;

  connection.onRequest(
    'readout/export',
    desk.answer('readout/export', async (params: ExportParams, token): Promise<object> => {
      const format = exportFormats.find((one) => one === params.format);
      if (!format) return { refused: t`There is no format “${params.format}”.` };
      await whenRead(desk, token);
      return exported({ ...params, format }, token);
    }),
  );

  async function exported(
    { format, collectionOf }: ExportParams,
    token: CancellationToken,
  ): Promise<Exported | Refusal> {
    const uri = collectionOf && desk.ours(collectionOf);
    if (!(uri ? workspace.isWhole(uri) : workspace.areWhole())) return { refused: notWhole() };
    const collections = uri ? [workspace.snapshotOf(uri)] : [...workspace.snapshots()];
    const missing = unreadableOf(collections);
    const dated = collections.map((one) => onDay(one, dayOf(one)));
    const progress = searching(connection);
    const isOver = () => token.isCancellationRequested || progress.isCancelled();
    const pause = pacing(desk.pause);
    const of = dated.reduce((sum, { entries }) => sum + entries.size, 0);
    const pieces: string[] = [];
    const readouts = new Set<string>();
    let [marks, looked] = [0, 0];
    const wanted = { asOf: dated[0]?.asOf, fileOf: workspace.pathOf, isAsked: () => true };
    for (const piece of exportPieces(format, dated, wanted)) {
      pieces.push(piece.text);
      marks += piece.marks;
      if (piece.uri !== undefined) readouts.add(piece.uri);
      // A document with many marks comes in several pieces.
      progress.report(Math.min(++looked, of), of);
      await pause();
      if (isOver()) break;
    }
    progress.done();
    if (isOver()) return { refused: t`The register was not made, because it was cancelled.` };
    return { text: pieces.join(''), marks, readouts: readouts.size, missing };
  }

  /** Each folder may have its own day. */
  function dayOf({ entries }: Snapshot): string {
    const [first = ''] = entries.keys();
    return desk.asOf(first);
  }

  function unreadableOf(collections: readonly Snapshot[]): string[] {
    return workspace
      .unreadableFiles()
      .filter((uri) => workspace.unreadable(uri) && collections.includes(workspace.snapshotOf(uri)))
      .map(workspace.pathOf);
  }
}

const notWhole = (): string =>
  t`The readouts of this folder have not all been read, so the register would lack some. Wait until they are, or restart Readout where reading was stopped.`;
