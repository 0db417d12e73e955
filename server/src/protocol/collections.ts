import type { Connection } from 'vscode-languageserver';
import type { Place } from '../core/codebook/codebook.ts';
import { effectiveCodebook } from '../features/codebook/effective.ts';
import type { Desk } from './desk.ts';
import type { CodebookText, CollectionShown } from './requests.ts';
import type { UriParams } from './uri-params.ts';
import { whenRead } from './when-read.ts';

/** What there is to say of collections as a whole: what they are, how much they hold, which codebook holds. */
export function registerCollections(connection: Connection, desk: Desk): void {
  connection.onRequest(
    'readout/edition',
    desk.answer('readout/edition', async (_: object, token): Promise<number> => {
      await whenRead(desk, token);
      return desk.edition();
    }),
  );

  connection.onRequest(
    'readout/howMany',
    desk.answer('readout/howMany', async (_: object, token): Promise<number> => {
      await whenRead(desk, token);
      return desk.snapshots().reduce((sum, { entries }) => sum + entries.size, 0);
    }),
  );

  connection.onRequest(
    'readout/collection',
    desk.answer('readout/collection', ({ uri }: UriParams): CollectionShown | null => {
      const folder = desk.workspace.collectionOf(desk.ours(uri));
      // Texts that were never saved, where no folder is open, have no place to speak of.
      if (folder === undefined || folder === 'untitled:') return null;
      const { codebook, entries } = desk.workspace.snapshotOf(`${folder}/`);
      const { name } = codebook;
      const without = desk.workspace.collectionsBelow(folder);
      const documents = entries.size;
      return { ...(name && { name }), folder, without, documents, is: stateOf(folder) };
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
}
