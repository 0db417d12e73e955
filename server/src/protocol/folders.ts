import {
  type ClientCapabilities,
  type Connection,
  MessageType,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { t } from '../core/language.ts';
import type { Outcome, Unsure, Workspace } from '../workspace/workspace.ts';
import type { Guarded } from './guard.ts';
import { reading } from './progress.ts';

/** What folders need of the server around them. */
export interface FoldersHost {
  readonly workspace: () => Workspace;
  /** Hears what is set for the folders that are open now. */
  readonly hearSettings: () => Promise<void>;
  readonly client: () => ClientCapabilities;
  readonly ours: (uri: string) => string;
  readonly guarded: Guarded;
  readonly log: (line: string) => void;
}

/** The folders that are open in the editor: read with progress, and only if they are meant. */
export function createFolders(connection: Connection, host: FoldersHost) {
  const { workspace, hearSettings, client, ours, guarded, log } = host;
  const open = new Set<string>();
  /** Comes true when the folders that were closed so far are forgotten: one may be opened again at once. */
  let told = Promise.resolve();
  const folderUri = (uri: string): string => ours(uri).replace(/\/$/, '');

  /** Reads folders, one after the other. */
  async function read(uris: Iterable<string>, whole = false): Promise<void> {
    const waiting = [...uris];
    if (!waiting.length) return;
    const progress = reading(connection);
    const started = performance.now();
    const how = { progress: progress.report, cancelled: progress.isCancelled, whole };
    const readFolder = guarded('Reading a folder', async (uri: string) =>
      tellStopped(await workspace().addFolder(uri, how)),
    );
    for (const uri of waiting) if (whole || open.has(uri)) await readFolder(uri);
    progress.done();
    let count = 0;
    for (const snapshot of workspace().snapshots()) count += snapshot.entries.size;
    log(`${count} readouts read in ${Math.round(performance.now() - started)} ms`);
  }

  function tellStopped(outcome: Outcome): void {
    if (typeof outcome === 'string' || outcome.read === outcome.of) return;
    say(
      MessageType.Info,
      t`You stopped reading: ${number(outcome.read)} of ${number(outcome.of)} readouts were read. What points at the others cannot be checked. Restart Readout to read them all.`,
    );
  }

  function say(type: MessageType, message: string): void {
    log(message);
    void connection.sendNotification('window/showMessage', { type, message });
  }

  /** Asks whether a folder is meant, and reads it if so. Nobody waits for the answer. */
  const ask = guarded('Asking whether to read a folder', async (folder: string, why: Unsure) => {
    const path = URI.parse(`${folder}/`).fsPath.replace(/(.)[\\/]$/, '$1');
    const what =
      why === 'home'
        ? t`${path} is a home folder or holds one, and Readout would look into every folder in it.`
        : t`${path} holds more than ${number(why)} readouts and YAML files, and reading them all takes long.`;
    const meanwhile = t`Until it is read, Readout works with the texts you open.`;
    if (client().window?.showMessage === undefined) {
      say(MessageType.Warning, t`${what} It was not read. ${meanwhile} Open a smaller folder.`);
      return;
    }
    log(`Not read without a word from you: ${path}`);
    const yes = { title: t`Read anyway` };
    const no = { title: t`Not now` };
    const answer = await connection.window.showWarningMessage(`${what} ${meanwhile}`, yes, no);
    if (answer?.title === yes.title && workspace().isTop(folder)) await read([folder], true);
    else log(`Not read: ${path}`);
  });

  const changed = guarded(
    'Opening or closing folders',
    async ({ added, removed }: WorkspaceFoldersChangeEvent) => {
      const fresh = added.map(({ uri }) => folderUri(uri));
      for (const uri of fresh) open.add(uri);
      for (const { uri } of removed) open.delete(folderUri(uri));
      const taken = told.then(async () => {
        await workspace().expect(fresh);
        await hearSettings();
        for (const { uri } of removed) await workspace().removeFolder(folderUri(uri));
      });
      told = taken.catch(() => {});
      await taken;
      await read(fresh);
    },
  );

  return {
    /** Those that are open, in our spelling. */
    open: (): Iterable<string> => open,
    /** Takes those that were open when the client said hello. */
    begin: async (uris: readonly string[]): Promise<void> => {
      for (const uri of uris) open.add(folderUri(uri));
      await workspace().expect(open);
    },
    readOpen: () => read(open),
    changed,
    ask,
  };
}

const number = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
