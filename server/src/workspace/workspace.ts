import { createBuffers } from './buffers.ts';
import { createCodebooks } from './codebooks.ts';
import { isBelow } from './collections.ts';
import { createEvents } from './events.ts';
import type { Files } from './files.ts';
import { folderReader } from './reading.ts';
import { createRoots } from './roots.ts';
import {
  createWorld,
  isMember,
  type Listeners,
  ownerOf,
  pathOf,
  schemeOf,
  snapshotOf,
  spelled,
} from './world.ts';

export type { Outcome, Reading } from './roots.ts';
export type { Buffer, Listeners, Unsure } from './world.ts';

export type Workspace = ReturnType<typeof createWorkspace>;

/** Every collection of the folders that are open, and the files that belong to none yet. */
export function createWorkspace(filesFor: (uri: string) => Files, listeners: Listeners) {
  const world = createWorld(filesFor, listeners);
  const { buffers, snapshots, unreadable, partial } = world;
  const reader = folderReader({
    ...{ filesFor, listeners, snapshots, unreadable },
    isOpen: (uri) => buffers.has(uri),
    ownerOf: (uri) => ownerOf(world, uri),
  });
  const codebooks = createCodebooks(world, (root) => {
    events.relist(root).catch((error) => listeners.log(`Listing ${root} failed: ${error}`));
  });
  const roots = createRoots(world, codebooks, reader, () => open.lookAround());
  const open = createBuffers(world, codebooks, roots, reader);
  const events = createEvents(world, codebooks, roots, reader);

  return {
    snapshotOf: (uri: string) => snapshotOf(world, uri),
    snapshots: () => snapshots.values(),
    /** The folder of the collection that a file or folder belongs to; undefined where none has been read. */
    collectionOf: (uri: string) => {
      const owner = snapshots.has(uri) ? uri : ownerOf(world, uri);
      return snapshots.has(owner) ? owner : undefined;
    },
    /** The folders of the collections that lie in a folder and are none of its own. */
    collectionsBelow: (folder: string) =>
      [...snapshots.keys()].filter((other) => isBelow(other, folder)),
    bufferOf: (uri: string) => buffers.get(uri),
    buffers: () => buffers.values(),
    /** A file's address as the disk spells it. */
    spelled: (uri: string) => spelled(world, uri),
    pathOf: (uri: string) => pathOf(world, uri),
    isMember: (uri: string) => isMember(world, uri),
    unreadable: codebooks.unreadableWhy,
    unreadableFiles: () => [...unreadable.keys()],
    /** These folders will be read: what is open of their scheme is served meanwhile. */
    expect: async (folders: Iterable<string>) => {
      for (const folder of folders) world.schemes.add(schemeOf(folder));
      await open.admit();
    },
    addFolder: async (...given: Parameters<typeof roots.addFolder>) => {
      world.schemes.add(schemeOf(given[0]));
      const outcome = await roots.addFolder(...given);
      await open.admit();
      return outcome;
    },
    removeFolder: roots.removeFolder,
    isTop: roots.isTop,
    settle: open.settle,
    /** Whether the folders open at the start have been read. */
    isSettled: open.isSettled,
    /** Comes true when they have been. */
    whenSettled: open.whenSettled,
    /** Whether every collection is there whole: none is being read, was stopped, or waits for a person's word. */
    areWhole: () => open.isSettled() && partial.size === 0,
    /** Whether the collection of a file is there whole, so that what is missing is missing. */
    isWhole: (uri: string) => open.isSettled() && !partial.has(ownerOf(world, uri)),
    openBuffer: open.open,
    closeBuffer: open.close,
    filesChanged: events.filesChanged,
    recheck: events.recheck,
    excludedChanged: events.excludedChanged,
  };
}
