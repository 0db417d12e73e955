import type { Change } from '../core/snapshot/apply.ts';
import { emptySnapshot } from '../core/snapshot/snapshot.ts';
import type { Codebooks } from './codebooks.ts';
import { folderOf, isBelow, isCodebookUri, rootOf } from './collections.ts';
import { type Found, listBelonging } from './listing.ts';
import type { FolderReader, Progress } from './reading.ts';
import { change, changeIn, isOwn, ownerAmong, unreadableFolders, type World } from './world.ts';

/** How a folder is to be read. */
export interface Reading {
  readonly progress?: Progress;
  readonly cancelled?: () => boolean;
  /** Read all of it, however much that is and whatever folder it is. */
  readonly whole?: boolean;
}

/**
 * How far it came: `read` of `of` documents; `unsure` when it waits for a person's word, `closed` when the
 * folder was closed meanwhile.
 */
export type Outcome = { readonly read: number; readonly of: number } | 'unsure' | 'closed';

/** A folder that is being read. */
interface Running {
  readonly outcome: Promise<Outcome>;
  /** Stops it, because the folder was closed. */
  readonly close: () => void;
  readonly isClosed: () => boolean;
}

export type Roots = ReturnType<typeof createRoots>;

/** The most files that are read without asking. The largest collections known hold a tenth of that. */
export const mostUnasked = 50_000;

/**
 * The folders that are open and the collections in them: which there are, and which files are whose. `left` hears
 * that something was forgotten which texts that are open may need.
 */
export function createRoots(
  world: World,
  codebooks: Codebooks,
  reader: FolderReader,
  left: () => void,
) {
  const { snapshots, collections, folders, guests, beside, partial, belonging, unreadable } = world;
  const { listeners, filesFor } = world;
  /** The folders that are being read. */
  const readings = new Map<string, Running>();
  /** The folders that have been read from end to end. */
  const wholes = new Set<string>();

  /**
   * Reads a folder and what lies below it, or the collection it lies in. Buffers that are open stay as
   * they are. A folder that is being read is not read twice.
   */
  async function addFolder(folder: string, how: Reading = {}): Promise<Outcome> {
    const top = (await filesFor(folder).collectionAbove(folder)) ?? folder;
    const before = readings.get(top);
    if (before?.isClosed()) await before.outcome;
    folders.set(folder, top);
    belonging.addTop(folder);
    belonging.addTop(top);
    belonging.takeGlobs(folder, 'settings', listeners.excluded?.(folder) ?? []);
    regroup(new Set([...collections, top]));
    for (const one of beside) if (one === top || isBelow(one, top)) beside.delete(one);
    const running = readings.get(top) ?? start(top, how);
    readings.set(top, running);
    return running.outcome;
  }

  function start(top: string, how: Reading): Running {
    let isClosed = false;
    const cancelled = () => isClosed || how.cancelled?.() === true;
    const outcome = readFolder(top, { ...how, cancelled })
      .then((far) => (isClosed ? 'closed' : far))
      .finally(() => readings.delete(top));
    const close = () => {
      isClosed = true;
    };
    return { outcome, close, isClosed: () => isClosed };
  }

  async function readFolder(top: string, how: Reading): Promise<Outcome> {
    const asks = how.whole ? undefined : listeners.unsure;
    if (asks && filesFor(top).isHome?.(top)) return waitForWord(top, () => asks(top, 'home'));
    // Nobody can say what a collection lacks while it is read.
    if (!wholes.has(top)) partial.add(top);
    const { progress = () => {}, cancelled = () => false } = how;
    const most = asks ? mostUnasked : undefined;
    const found = await listBelonging(world, codebooks, top, { most, cancelled });
    const of = found.documents.length;
    if (found.isCut && !cancelled()) return waitForWord(top, () => asks?.(top, mostUnasked));
    if (found.isCut) return { read: 0, of };
    takeListed(top, found);
    await settle();
    await listeners.pause();
    const read = await reader.readAll(found.documents, progress, cancelled);
    if (read < of) return { read, of };
    wholes.add(top);
    if (partial.delete(top)) listeners.affected(world.buffers.keys());
    return { read, of };
  }

  function waitForWord(top: string, ask: () => void): Outcome {
    partial.add(top);
    ask();
    return 'unsure';
  }

  /** Takes what a listing has found beside documents. */
  function takeListed(folder: string, { yaml, skipped }: Found): void {
    for (const uri of yaml) if (!world.yaml.has(uri)) world.yaml.set(uri, undefined);
    // Folders that could not be read before are judged anew.
    const before = [...unreadableFolders(world)].filter(
      (uri) => uri === folder || isBelow(uri, folder),
    );
    for (const uri of before) unreadable.delete(uri);
    for (const { uri, why } of skipped) {
      if (why === 'link') listeners.log(`Not followed, because it is a link: ${uri}`);
      else unreadable.set(uri, why);
    }
    if (before.length) listeners.affected(before);
  }

  /** Makes a collection of every folder with a codebook, and moves documents to where they belong now. */
  async function settle(): Promise<void> {
    const before = new Set(folders.values());
    for (const folder of [...folders.keys()]) await findTop(folder);
    const over = [...before].filter((top) => !isTop(top));
    for (const top of over) leave(top);
    const wanted = new Set<string>();
    for (const uri of [...world.yaml.keys(), ...world.buffers.keys()])
      if (isCodebookUri(uri) && isOwn(world, uri)) wanted.add(folderOf(uri));
    for (const top of folders.values()) wanted.add(top);
    regroup(wanted);
    for (const root of wanted) await codebooks.refresh(root);
    if (over.length) left();
  }

  /** Makes these the folders of collections, and moves documents to where they belong then, all at once. */
  function regroup(wanted: ReadonlySet<string>): void {
    const moving: Change[] = [];
    for (const [root, snapshot] of [...snapshots]) {
      const isOver = collections.has(root) && !wanted.has(root);
      const leaving = [...snapshot.entries.values()].filter(
        ({ uri }) => isOver || ownerAmong(wanted, world, uri) !== root,
      );
      const gone = leaving.map(({ uri }) => ({ uri, text: undefined }));
      if (gone.length) changeIn(world, root, gone);
      moving.push(...leaving);
    }
    for (const root of [...snapshots.keys()]) {
      if (!wanted.has(root) && snapshots.get(root)?.entries.size === 0) snapshots.delete(root);
    }
    for (const root of collections) if (!wanted.has(root)) collections.delete(root);
    for (const root of wanted) {
      collections.add(root);
      if (!snapshots.has(root)) snapshots.set(root, emptySnapshot());
    }
    change(world, moving);
  }

  /** Finds the folder of the collection that an open folder lies in now; a new one further up is read. */
  async function findTop(folder: string): Promise<void> {
    const top = (await filesFor(folder).collectionAbove(folder)) ?? folder;
    // It may have been closed meanwhile.
    if (!folders.has(folder)) return;
    const isRead = isTop(top);
    folders.set(folder, top);
    if (isRead) return;
    addFolder(folder).catch((error) => listeners.log(`Reading ${top} failed: ${error}`));
  }

  /** Forgets a folder that was closed, except for what is open. */
  async function removeFolder(folder: string): Promise<void> {
    const top = folders.get(folder);
    folders.delete(folder);
    guests.delete(folder);
    belonging.removeTop(folder);
    if (top === undefined) return;
    if (!isTop(top)) await stopReading(top);
    forget(top);
    await settle();
    left();
  }

  /** Forgets what lies below a folder that is read no longer, except for what is open or lies in another one. */
  function forget(top: string): void {
    const tops = [...folders.values()];
    if (!tops.includes(top)) {
      if (!folders.has(top)) belonging.removeTop(top);
      partial.delete(top);
      wholes.delete(top);
    }
    // What lies elsewhere was brought in by texts that are open there.
    const isKept = (uri: string) => !isBelow(uri, top) || rootOf(uri, tops) !== undefined;
    const gone: Change[] = [];
    for (const snapshot of snapshots.values()) {
      for (const { uri } of snapshot.entries.values()) {
        if (!world.buffers.has(uri) && !isKept(uri)) gone.push({ uri, text: undefined });
      }
    }
    for (const uri of [...world.yaml.keys()]) if (!isKept(uri)) world.yaml.delete(uri);
    const unread = [...unreadable.keys()].filter((uri) => !isKept(uri));
    for (const uri of unread) unreadable.delete(uri);
    change(world, gone);
    listeners.affected(unread);
  }

  /** The collection of some open folders is another one now: forgets what they do not lie in any more. */
  function leave(top: string): void {
    // Nobody waits for what still reads it: it may be what settles.
    if (readings.has(top))
      void stopReading(top)
        .then(() => forget(top))
        .then(left);
    else forget(top);
  }

  /** What is still read of a folder would come back after it has been forgotten. */
  async function stopReading(top: string): Promise<void> {
    const running = readings.get(top);
    running?.close();
    await running?.outcome.catch(() => {});
  }

  const isTop = (folder: string): boolean => [...folders.values()].includes(folder);

  return {
    addFolder: (...given: Parameters<typeof addFolder>): Promise<Outcome> => {
      // A folder that a person opens stays when the file that brought it in is closed.
      guests.delete(given[0]);
      return addFolder(...given);
    },
    removeFolder,
    settle,
    takeListed,
    /** Whether a folder is one that is read, or waits for a person's word. */
    isTop,
    /** Resolves when no folder is being read. */
    rested: async () => {
      while (readings.size)
        await Promise.allSettled([...readings.values()].map(({ outcome }) => outcome));
    },
  };
}
