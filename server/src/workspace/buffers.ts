import { isReadoutUri } from '../core/snapshot/keys.ts';
import type { Codebooks } from './codebooks.ts';
import { folderOf, isCodebookUri, isYamlUri } from './collections.ts';
import { createNeighbours } from './neighbours.ts';
import type { FolderReader } from './reading.ts';
import type { Roots } from './roots.ts';
import { type Buffer, change, isMember, isOwn, ownerOf, type World } from './world.ts';

/** What is open in the editor: it wins over the disk until it is closed, ignored files too. */
export function createBuffers(
  world: World,
  codebooks: Codebooks,
  roots: Roots,
  reader: FolderReader,
) {
  const { buffers, unreadable, collections, yaml, belonging, listeners } = world;
  const neighbours = createNeighbours(world, roots, reader);
  /** Those of a scheme that no folder has. */
  const strange = new Set<string>();
  let settled = false;
  let tellSettled = () => {};
  const whenSettled = new Promise<void>((resolve) => {
    tellSettled = resolve;
  });

  /** A buffer was opened or has changed. */
  async function open(buffer: Buffer): Promise<void> {
    const isNew = !buffers.has(buffer.uri);
    buffers.set(buffer.uri, buffer);
    if (isOwn(world, buffer.uri)) await take(buffer, isNew);
    else strange.add(buffer.uri);
  }

  /** An editor in the browser may open a document before it tells of the folder with its scheme. */
  async function admit(): Promise<void> {
    for (const uri of [...strange]) {
      const buffer = buffers.get(uri);
      if (buffer && !isOwn(world, uri)) continue;
      strange.delete(uri);
      if (buffer) await take(buffer, true);
    }
  }

  async function take(buffer: Buffer, isNew: boolean): Promise<void> {
    if (isNew && settled && bringsOthers(buffer.uri)) addNeighbours(buffer.uri);
    if (isYamlUri(buffer.uri)) await codebookChanged(buffer.uri, isNew);
    else if (isMember(world, buffer.uri)) {
      unreadable.delete(buffer.uri);
      change(world, [{ uri: buffer.uri, text: buffer.text, version: buffer.version }]);
    }
  }

  /** Whether a file can only be judged, and changed, with those around it. */
  const bringsOthers = (uri: string): boolean => isMember(world, uri) || isCodebookUri(uri);

  const addNeighbours = (uri: string): void =>
    void neighbours
      .add(uri)
      .catch((error) => listeners.log(`Reading what lies beside ${uri} failed: ${error}`));

  async function codebookChanged(uri: string, rootsMayChange: boolean): Promise<void> {
    if (isCodebookUri(uri) && rootsMayChange && !collections.has(folderOf(uri)))
      await roots.settle();
    else if (isCodebookUri(uri) || yaml.has(uri)) await codebooks.refresh(ownerOf(world, uri));
  }

  /** A buffer was closed: the file on disk counts again. */
  async function close(uri: string): Promise<void> {
    const member = isMember(world, uri);
    buffers.delete(uri);
    if (!isOwn(world, uri)) return;
    if (isYamlUri(uri)) {
      if (belonging.file(uri)) await codebooks.read(uri);
      if (isCodebookUri(uri) && !yaml.has(uri)) await roots.settle();
      else await codebookChanged(uri, false);
      if (isCodebookUri(uri)) await neighbours.drop(uri);
    } else if (member) {
      const stays = isReadoutUri(uri) && !uri.startsWith('untitled:') && belonging.file(uri);
      change(world, stays ? await reader.readDocuments([uri]) : [{ uri, text: undefined }]);
      await neighbours.drop(uri);
    }
  }

  /** The folders that were open at the start have been read: now files outside them are looked after. */
  async function settle(): Promise<void> {
    await admit();
    settled = true;
    tellSettled();
    for (const uri of [...buffers.keys()]) {
      if (bringsOthers(uri)) await neighbours.add(uri);
    }
    listeners.affected(buffers.keys());
  }

  /** A folder was closed: what is open in it brings what it needs itself. */
  function lookAround(): void {
    if (!settled) return;
    for (const uri of buffers.keys())
      if (isOwn(world, uri) && bringsOthers(uri)) addNeighbours(uri);
  }

  return { open, close, admit, settle, lookAround, isSettled: () => settled, whenSettled };
}
