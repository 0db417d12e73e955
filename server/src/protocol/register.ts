import { type CancellationToken, type Connection, ProgressType } from 'vscode-languageserver';
import type { Place } from '../core/codebook/codebook.ts';
import { onDay, type Snapshot } from '../core/snapshot/snapshot.ts';
import { effectiveCodebook } from '../features/codebook/effective.ts';
import { registerOf } from '../features/register/register.ts';
import type { RegisterRow } from '../features/register/row.ts';
import { pacing } from '../workspace/pacing.ts';
import type { Desk } from './desk.ts';
import type { CodebookText } from './exported.ts';
import type {
  CollectionShown,
  RegisterMark,
  RegisterParams,
  RegisterSheet,
  UriParams,
} from './requests.ts';
import { whenRead } from './when-read.ts';

/** So many documents are sent at a time. */
const most = 50;

const sheets = new ProgressType<readonly RegisterSheet[]>();

/** The register of collections, and what there is to say of a collection as a whole. */
export function registerRegister(connection: Connection, desk: Desk): void {
  connection.onRequest(
    'readout/register',
    desk.answer('readout/register', async (params: RegisterParams, token) => {
      // Half of a collection would be taken for all of it.
      await whenRead(desk, token);
      const { uri, partialResultToken } = params;
      let found: RegisterSheet[] = [];
      const sent: Promise<void>[] = [];
      for await (const sheet of sheetsOf(snapshotsFor(uri), token)) {
        found.push(sheet);
        if (partialResultToken === undefined || found.length < most) continue;
        sent.push(connection.sendProgress(sheets, partialResultToken, found));
        found = [];
      }
      if (partialResultToken === undefined) return found;
      if (found.length) sent.push(connection.sendProgress(sheets, partialResultToken, found));
      await Promise.all(sent);
      return [];
    }),
  );

  connection.onRequest(
    'readout/collection',
    desk.answer('readout/collection', ({ uri }: UriParams): CollectionShown | null => {
      const folder = desk.workspace.collectionOf(desk.ours(uri));
      if (folder === undefined) return null;
      const { codebook, entries } = desk.workspace.snapshotOf(`${folder}/`);
      const { name } = codebook;
      return { ...(name && { name }), folder, documents: entries.size, is: stateOf(folder) };
    }),
  );

  connection.onRequest(
    'readout/codebook',
    desk.answer('readout/codebook', async ({ uri }: UriParams, token): Promise<CodebookText> => {
      await whenRead(desk, token);
      const snapshot = desk.workspace.snapshotOf(desk.ours(uri));
      const placeWords = ({ uri: of, from, to }: Place): string => {
        const line = desk.linesOf(snapshot, of)?.range({ from, to }).start.line ?? 0;
        return `${desk.workspace.pathOf(of)}:${line + 1}`;
      };
      return { text: effectiveCodebook(snapshot.codebook, placeWords) };
    }),
  );

  function stateOf(folder: string): CollectionShown['is'] {
    if (!desk.workspace.isSettled()) return 'reading';
    return desk.workspace.isWhole(`${folder}/`) ? 'whole' : 'partial';
  }

  function snapshotsFor(uri: string | undefined): Snapshot[] {
    if (uri === undefined) return [...desk.workspace.snapshots()];
    const folder = desk.workspace.collectionOf(desk.ours(uri).replace(/\/$/, ''));
    return folder === undefined ? [] : [desk.workspace.snapshotOf(`${folder}/`)];
  }

  /** Documents one after the other, with pauses; none any more once it was cancelled. */
  async function* sheetsOf(
    snapshots: readonly Snapshot[],
    token: CancellationToken,
  ): AsyncGenerator<RegisterSheet> {
    const pause = pacing(desk.pause);
    for (const snapshot of snapshots) {
      const [first] = snapshot.entries.keys();
      if (first === undefined) continue;
      const dated = onDay(snapshot, desk.asOf(first));
      for (const rows of registerOf(dated)) {
        const sheet = sheetOf(dated, rows);
        if (sheet) yield sheet;
        await pause();
        if (token.isCancellationRequested) return;
      }
    }
  }

  function sheetOf(snapshot: Snapshot, rows: readonly RegisterRow[]): RegisterSheet | undefined {
    const [first] = rows;
    const lines = first && desk.linesOf(snapshot, first.uri);
    if (!lines) return undefined;
    const { date, key, series, title = key } = first.document;
    const called = series && (snapshot.codebook.series.get(series)?.names[0] ?? series);
    return {
      uri: desk.theirs(first.uri),
      title: title ?? first.uri,
      ...(date && { date }),
      ...(called && { series: called }),
      marks: rows.map((row) => ({ range: lines.range(row.span), ...markOf(snapshot, row) })),
    };
  }
}

function markOf({ codebook }: Snapshot, row: RegisterRow): Omit<RegisterMark, 'range'> {
  const { name, kind, words, due, status } = row;
  const known = codebook.kinds.get(kind);
  // The colours of the built-in kinds are the client's, in every theme.
  const color = known?.place && known.color;
  const verb = (row.force ?? row.verb)?.lemma;
  return {
    ...(name && { name }),
    kind,
    ...(color && { color }),
    status: status?.is ?? 'standing',
    words,
    actors: row.actors.map((actor) => actor.name),
    ...(verb && { verb }),
    ...(due && { due }),
  };
}
