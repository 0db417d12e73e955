import { isReadoutUri } from '../core/snapshot/keys.ts';
import { folderOf, isBelow, rootOf } from './collections.ts';
import type { FolderReader } from './reading.ts';
import type { Roots } from './roots.ts';
import { change, ownerOf, type World } from './world.ts';

/** What files that are open outside every folder bring in with them. */
export function createNeighbours(world: World, roots: Roots, reader: FolderReader) {
  const { snapshots, collections, folders, guests, beside, partial, filesFor } = world;

  /**
   * A file was opened on its own, outside every folder that is read: its collection is read, or without
   * one the readouts beside it, so that its references can be judged.
   */
  async function add(uri: string): Promise<void> {
    const top = rootOf(uri, folders.values());
    if (uri.startsWith('untitled:') || (top !== undefined && !partial.has(top))) return;
    const folder = folderOf(uri);
    const above = await filesFor(folder).collectionAbove(folder);
    if (above !== undefined && above !== top) {
      const reading = roots.addFolder(above);
      guests.add(above);
      await reading;
    }
    if (above !== undefined || top !== undefined || beside.has(folder)) return;
    beside.add(folder);
    for await (const { files } of filesFor(folder).list(folder, () => false)) {
      change(world, await reader.readDocuments(files.filter(isReadoutUri)));
      return;
    }
  }

  /** Forgets what only files that are closed now have brought in. */
  async function drop(closed: string): Promise<void> {
    const isOpen = (folder: string) =>
      [...world.buffers.keys()].some((uri) => isBelow(uri, folder));
    for (const guest of guests)
      if (isBelow(closed, guest) && !isOpen(guest)) await roots.removeFolder(guest);
    const loose = ownerOf(world, closed);
    const snapshot = snapshots.get(loose);
    const isNeeded = () => [...world.buffers.keys()].some((uri) => ownerOf(world, uri) === loose);
    if (!snapshot || collections.has(loose) || isNeeded()) return;
    beside.delete(loose);
    change(
      world,
      [...snapshot.entries.keys()].map((uri) => ({ uri, text: undefined })),
    );
    snapshots.delete(loose);
  }

  return { add, drop };
}
