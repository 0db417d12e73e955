import { type Loading, load, loading } from '../core/snapshot/loading.ts';
import {
  type Change,
  type Entry,
  emptySnapshot,
  type Snapshot,
} from '../core/snapshot/snapshot.ts';
import type { Files, Unreadable } from './files.ts';
import { pacing } from './pacing.ts';

/** How far reading has come; `done` of `of` files. */
export type Progress = (done: number, of: number) => void;

/** What reading needs of the workspace, and where it puts what it has read. */
export interface ReadingHost {
  readonly filesFor: (uri: string) => Files;
  readonly listeners: {
    readonly affected: (uris: Iterable<string>) => void;
    readonly grown?: (snapshot: Snapshot) => void;
    readonly whole?: (snapshot: Snapshot) => Iterable<void>;
    readonly log: (line: string) => void;
    readonly pause: () => Promise<void>;
  };
  /** By the folder of the collection. */
  readonly snapshots: Map<string, Snapshot>;
  readonly unreadable: Map<string, Unreadable>;
  /** Whether a file is open in the editor, so that its buffer wins. */
  readonly isOpen: (uri: string) => boolean;
  /** The folder of the collection a file belongs to. */
  readonly ownerOf: (uri: string) => string;
}

/** How many files are read and put into their collection at once: at the start, and at most. */
const slice = { first: 4, most: 32 };

export type FolderReader = ReturnType<typeof folderReader>;

/** Reads documents from where they are kept: some of them, or all of a folder. */
export function folderReader(host: ReadingHost) {
  const { filesFor, listeners, snapshots, unreadable, isOpen } = host;

  /** The texts of closed documents as changes, no text where there is none that can be read. */
  async function readDocuments(uris: readonly string[]): Promise<Change[]> {
    const changes: Change[] = [];
    for (const uri of uris) {
      if (isOpen(uri)) continue;
      const file = await filesFor(uri).read(uri);
      if ('unreadable' in file) unreadable.set(uri, file.unreadable);
      else unreadable.delete(uri);
      changes.push({ uri, text: 'text' in file ? file.text : undefined });
    }
    // A buffer that was opened while its file was read has won.
    return changes.filter(({ uri }) => !isOpen(uri));
  }

  /** Reads documents in slices; gives how many were read before `cancelled` said to stop. */
  async function readAll(
    documents: readonly string[],
    progress: Progress,
    cancelled: () => boolean,
  ): Promise<number> {
    const loadings = new Map<string, Loading>();
    const pauseAtTimes = pacing(listeners.pause);
    let at = 0;
    // The first ones take many times as long, because no code for them has been made yet.
    for (let many = slice.first; at < documents.length && !cancelled(); ) {
      const some = documents.slice(at, at + many);
      loadSlice(await readDocuments(some), loadings);
      at += some.length;
      many = Math.min(2 * many, slice.most);
      progress(at, documents.length);
      await pauseAtTimes();
    }
    for (const [root, { finish }] of loadings) {
      const snapshot = snapshots.get(root);
      if (!snapshot) continue;
      const finished = finish(snapshot);
      snapshots.set(root, finished);
      await listeners.pause();
      for (const _ of listeners.whole?.(finished) ?? []) await listeners.pause();
    }
    listeners.affected(documents);
    listeners.affected(unreadable.keys());
    return at;
  }

  /** Puts documents that were read into their collections. */
  function loadSlice(files: readonly Change[], loadings: Map<string, Loading>): void {
    const byRoot = new Map<string, Entry[]>();
    for (const { uri, text } of files) {
      if (text === undefined) continue;
      const root = host.ownerOf(uri);
      const own = loadings.get(root) ?? loading();
      loadings.set(root, own);
      const list = byRoot.get(root) ?? [];
      byRoot.set(root, list);
      list.push(own.read(uri, text));
    }
    for (const [root, list] of byRoot) {
      const snapshot = load(snapshots.get(root) ?? emptySnapshot(), list);
      snapshots.set(root, snapshot);
      listeners.grown?.(snapshot);
    }
  }

  return { readDocuments, readAll };
}
