import type { Change } from '../core/snapshot/apply.ts';
import { type Loading, load, loading } from '../core/snapshot/loading.ts';
import { type Entry, emptySnapshot, type Snapshot } from '../core/snapshot/snapshot.ts';
import type { Unreadable } from '../rules/unreadable.ts';
import type { Cache } from './cache.ts';
import type { Files, Print } from './files.ts';
import { pacing } from './pacing.ts';
import type { Listeners } from './world.ts';

/** How far reading has come; `done` of `of` files. */
export type Progress = (done: number, of: number) => void;

/** What reading needs of the workspace, and where it puts what it has read. */
export interface ReadingHost {
  readonly filesFor: (uri: string) => Files;
  readonly listeners: Listeners;
  /** By the folder of the collection. */
  readonly snapshots: Map<string, Snapshot>;
  readonly unreadable: Map<string, Unreadable>;
  /** Whether a file is open in the editor, so that its buffer wins. */
  readonly isOpen: (uri: string) => boolean;
  /** The folder of the collection a file belongs to. */
  readonly ownerOf: (uri: string) => string;
}

/** A collection that is being read, and where what is read of it is kept. */
interface Begun {
  readonly own: Loading;
  readonly cache: Cache | undefined;
  /** Whether all that was kept of it can be used. */
  readonly isGood: boolean;
}

/** A document as it was read; what tells its text from others where that was asked and the host could. */
interface ReadDocument extends Change {
  readonly print: string | undefined;
}

/** By the folder of the collection. */
type Loadings = Map<string, Begun>;

/** How many documents were summed up anew so far. */
function countAnew(loadings: Loadings): number {
  let anew = 0;
  for (const { own } of loadings.values()) anew += own.counts().anew;
  return anew;
}

/** How many files are read and put into their collection at once: at the start, and at most. */
const slice = { first: 4, most: 32, mostKnown: 128 };

/** Fewer documents are read as fast as what was kept of them. */
const fewestKept = 200;

/** What was kept serves for the next time as well, unless more than one in so many documents was read anew. */
const stillGood = 50;

export type FolderReader = ReturnType<typeof folderReader>;

/** Reads documents from where they are kept: some of them, or all of a folder. */
export function folderReader(host: ReadingHost) {
  const { filesFor, listeners, snapshots, unreadable, isOpen } = host;

  /** The texts of closed documents as changes, no text where there is none that can be read. */
  async function readDocuments(
    uris: readonly string[],
    printFor: (uri: string) => Print | undefined = () => undefined,
  ): Promise<ReadDocument[]> {
    const changes: ReadDocument[] = [];
    for (const uri of uris) {
      if (isOpen(uri)) continue;
      const file = await filesFor(uri).read(uri, printFor(uri));
      if ('unreadable' in file) unreadable.set(uri, file.unreadable);
      else unreadable.delete(uri);
      const { text, print } = 'text' in file ? file : {};
      changes.push({ uri, text, print });
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
    const loadings: Loadings = new Map();
    const pauseAtTimes = pacing(listeners.pause);
    let at = 0;
    // The first ones take many times as long, because no code for them has been made yet.
    for (let many = slice.first; at < documents.length && !cancelled(); ) {
      const some = documents.slice(at, at + many);
      const printFor = await printsIn(some, loadings);
      const anew = await loadSlice(await readDocuments(some, printFor), loadings);
      at += some.length;
      // What need not be summed up takes a fifth of the time.
      many = Math.min(2 * many, anew ? slice.most : slice.mostKnown);
      progress(at, documents.length);
      await pauseAtTimes();
    }
    for (const [
      root,
      {
        own: { finish },
      },
    ] of loadings) {
      const snapshot = snapshots.get(root);
      if (!snapshot) continue;
      const finished = finish(snapshot);
      snapshots.set(root, finished);
      await listeners.pause();
      for (const _ of listeners.whole?.(finished) ?? []) await listeners.pause();
    }
    listeners.affected(documents);
    listeners.affected(unreadable.keys());
    for (const [root, begun] of loadings) void keep(root, begun);
    return at;
  }

  /** Keeps what was read for the next session, once nobody waits for anything. */
  async function keep(root: string, { own, cache, isGood }: Begun): Promise<void> {
    const { read, anew } = own.counts();
    if (!cache || read < fewestKept || (isGood && anew * stillGood <= read)) return;
    try {
      const summaries = await whenIdle(own.cached());
      const snapshot = snapshots.get(root);
      const words = snapshot && listeners.words?.(snapshot, own.printed);
      const index = words && (await whenIdle(words));
      await cache.save(root, index ? { ...summaries, index } : summaries);
    } catch (error) {
      listeners.log(
        `What was read could not be kept, so the next start takes as long as this one: ${(error as Error).message}`,
      );
    }
  }

  async function whenIdle<T>(pieces: Generator<void, T>): Promise<T> {
    for (let next = pieces.next(); ; next = pieces.next()) {
      if (next.done) return next.value;
      await listeners.idle?.();
    }
  }

  /** What is kept of a large collection takes long enough to pause for those who wait. */
  async function begin(root: string): Promise<Begun> {
    const cache = listeners.cache?.(root);
    const kept = await cache?.load(root, listeners.pause);
    const own = loading(kept);
    const snapshot = snapshots.get(root);
    const words = kept?.index && { ...kept.index, placeOf: own.placeOf };
    const isTaken = words && snapshot && listeners.recalled?.(snapshot, words);
    if (kept) await listeners.pause();
    return { own, cache, isGood: isTaken ?? !listeners.words };
  }

  /** Begins the collections of these documents; gives what makes their prints. */
  async function printsIn(
    uris: readonly string[],
    loadings: Loadings,
  ): Promise<(uri: string) => Print | undefined> {
    for (const uri of uris) {
      const root = host.ownerOf(uri);
      if (!loadings.has(root)) loadings.set(root, await begin(root));
    }
    return (uri) => loadings.get(host.ownerOf(uri))?.cache?.print;
  }

  /** Puts documents that were read into their collections; tells whether one was summed up anew. */
  async function loadSlice(files: readonly ReadDocument[], loadings: Loadings): Promise<boolean> {
    const byRoot = new Map<string, Entry[]>();
    const before = countAnew(loadings);
    for (const { uri, text, print } of files) {
      if (text === undefined) continue;
      const root = host.ownerOf(uri);
      // A collection that came while the file was read has kept nothing of it.
      if (!loadings.has(root)) loadings.set(root, await begin(root));
      // A buffer that was opened meanwhile has won.
      if (isOpen(uri)) continue;
      const { own } = loadings.get(root) as Begun;
      const list = byRoot.get(root) ?? [];
      byRoot.set(root, list);
      list.push(own.read(uri, text, print));
    }
    for (const [root, list] of byRoot) {
      const snapshot = load(snapshots.get(root) ?? emptySnapshot(), list);
      snapshots.set(root, snapshot);
      listeners.grown?.(snapshot);
    }
    return countAnew(loadings) > before;
  }

  return { readDocuments, readAll };
}
