import type { Diagnostic } from 'vscode-languageserver';
import { createLines } from '../../server/src/protocol/lines.ts';
import { createPublisher } from '../../server/src/protocol/publisher.ts';
import { defaults } from '../../server/src/protocol/settings.ts';
import type { Files, FileText } from '../../server/src/workspace/files.ts';
import { type Buffer, createWorkspace } from '../../server/src/workspace/workspace.ts';

/** What a world is made of: files on disk, buffers in an editor, settings. */
export interface State {
  readonly disk: Map<string, string>;
  readonly buffers: Map<string, Buffer>;
  closedFiles: 'problems' | 'all';
  /** The day that due dates are judged against. */
  asOf: string;
}

export type World = ReturnType<typeof createWorld>;

/** The server without its protocol over a state, with what it has published; work waits until `settle`. */
export function createWorld(state: State, folder: string) {
  const waiting: (() => void)[] = [];
  const published = new Map<string, readonly Diagnostic[]>();
  const failures: string[] = [];
  const linesOf = createLines();
  const read = (uri: string): FileText => {
    const text = state.disk.get(uri);
    return text === undefined ? { gone: true } : { text };
  };
  const files: Files = {
    list: (below) => [
      { files: [...state.disk.keys()].filter((uri) => uri.startsWith(`${below}/`)), skipped: [] },
    ],
    read,
    collectionAbove: (from) => {
      for (let at = from; at.length >= folder.length; at = at.slice(0, at.lastIndexOf('/'))) {
        if (state.disk.has(`${at}/readout.yaml`)) return at;
      }
      return undefined;
    },
  };
  const workspace = createWorkspace(() => files, {
    affected: (uris) => publisher.later(uris),
    wider: (snapshot) => publisher.wider(snapshot),
    log: (line) => void failures.push(line),
    pause: async () => {},
  });
  const publisher = createPublisher(workspace, linesOf, {
    send: (uri, _, diagnostics) => {
      if (diagnostics.length) published.set(uri, diagnostics);
      else published.delete(uri);
    },
    soon: (work) => void waiting.push(work),
    isTyped: () => false,
    log: (line) => void failures.push(line),
    rested: () => {},
    settings: () => ({ ...defaults, closedFiles: state.closedFiles }),
    asOf: () => state.asOf,
    theirs: (uri) => uri,
    pageOf: () => undefined,
  });
  const settle = () => {
    for (let work = waiting.shift(); work; work = waiting.shift()) work();
  };
  return {
    ...{ workspace, published, failures, settle },
    /** Reads the folder and opens what is open, as an editor does when it starts. */
    start: async () => {
      for (const buffer of state.buffers.values()) await workspace.openBuffer(buffer);
      await workspace.addFolder(folder);
      await workspace.settle();
      settle();
    },
    open: async (buffer: Buffer) => {
      await workspace.openBuffer(buffer);
      publisher.now(buffer.uri);
    },
    close: async (uri: string) => {
      await workspace.closeBuffer(uri);
      publisher.later([uri]);
    },
    changed: (uris: readonly string[]) => workspace.filesChanged(uris),
    settingsChanged: () => {
      for (const snapshot of workspace.snapshots()) publisher.later(snapshot.entries.keys());
    },
  };
}
