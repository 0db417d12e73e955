import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  type FileOperationRegistrationOptions,
  type FileSystemWatcher,
  WatchKind,
} from 'vscode-languageserver';
import { t } from '../core/language.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { gathering } from './gather.ts';
import type { Guarded } from './guard.ts';

/** What watching needs of the server around it. */
export interface WatchingHost {
  readonly workspace: Workspace;
  readonly client: () => ClientCapabilities;
  readonly ours: (uri: string) => string;
  readonly guarded: Guarded;
  readonly log: (line: string) => void;
}

/** What is read when its content changes. */
const contents = ['**/*.readout.md', '**/*.readout', '**/*.{yaml,yml}', '**/.gitignore'];

// A folder that is moved or deleted is told of by its own name, and by none of what lies in it.
const watchers: FileSystemWatcher[] = [
  ...contents.map((globPattern) => ({ globPattern, kind: WatchKind.Change })),
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
];

/** Files and folders that are created, renamed or deleted in the editor itself. */
export const fileOperations: FileOperationRegistrationOptions = {
  filters: [
    { pattern: { glob: '**/*.{readout,readout.md,yaml,yml}', matches: 'file' } },
    { pattern: { glob: '**/.gitignore', matches: 'file' } },
    { pattern: { glob: '**', matches: 'folder' } },
  ],
};

/** How long files have to be at rest before their changes are read, in milliseconds. */
const moment = 30;

/**
 * Takes in what happens to files, whoever did it. `start` asks the client to tell; `heard` comes true when all that
 * was told so far has been taken in.
 */
export function registerWatching(connection: Connection, host: WatchingHost) {
  const { workspace, client, ours, guarded, log } = host;
  const canWatch = (): boolean =>
    client().workspace?.didChangeWatchedFiles?.dynamicRegistration === true;

  const take = guarded('Reading changed files', workspace.filesChanged);
  let heard = Promise.resolve();
  let tellHeard: (() => void) | undefined;
  const changed = gathering<string>(
    (uris) => {
      void take(uris).then(tellHeard);
      tellHeard = undefined;
    },
    (work) => void setTimeout(work, moment),
  );
  const tell = (uris: readonly string[]) => {
    if (!tellHeard) {
      const before = heard;
      const now = new Promise<void>((resolve) => {
        tellHeard = resolve;
      });
      heard = before.then(() => now);
    }
    changed(uris.map((uri) => ours(uri).replace(/\/$/, '')));
  };

  connection.onDidChangeWatchedFiles(({ changes }) => tell(changes.map(({ uri }) => uri)));
  connection.workspace.onDidCreateFiles(({ files }) => tell(files.map(({ uri }) => uri)));
  connection.workspace.onDidDeleteFiles(({ files }) => tell(files.map(({ uri }) => uri)));
  connection.workspace.onDidRenameFiles(({ files }) =>
    tell(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])),
  );

  const start = guarded('Asking the editor to watch files', async () => {
    if (!canWatch()) {
      log(t`This editor cannot watch files: changes made outside it are seen on saving.`);
      return;
    }
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });

  const recheck = guarded('Looking for changed files', workspace.recheck);
  /** A document was saved: time to look around where nobody tells. */
  const saved = (uri: string): void => {
    if (!canWatch()) void recheck(ours(uri));
  };
  return { start, saved, heard: () => heard };
}
