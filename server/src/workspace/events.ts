import type { Change } from '../core/snapshot/apply.ts';
import { isReadoutUri } from '../core/snapshot/keys.ts';
import { isIgnoreFile } from './belonging.ts';
import type { Codebooks } from './codebooks.ts';
import { folderOf, isBelow, isCodebookUri, isYamlUri, rootOf } from './collections.ts';
import { listBelonging, readIgnored } from './listing.ts';
import type { FolderReader } from './reading.ts';
import type { Roots } from './roots.ts';
import { change, knownBelow, ownerOf, snapshotOf, unreadableFolders, type World } from './world.ts';

/** How many files are read between two pauses. */
const slice = 128;

/** What happens to files on disk and to the rules for which of them belong, taken in batches. */
export function createEvents(
  world: World,
  codebooks: Codebooks,
  roots: Roots,
  reader: FolderReader,
) {
  const { snapshots, yaml, partial, belonging, listeners, folders } = world;
  let changed = new Set<string>();
  let listed = new Set<string>();
  let working: Promise<void> | undefined;

  /** Files and folders on disk were created, changed, moved or deleted; resolves when all is taken in. */
  function filesChanged(uris: Iterable<string>): Promise<void> {
    for (const uri of uris) changed.add(uri);
    return work();
  }

  /** What belongs below a folder may have changed. */
  function relist(folder: string): Promise<void> {
    listed.add(folder);
    return work();
  }

  /** Looks at all that is known of a file's collection again, for an editor that cannot watch. */
  function recheck(uri: string): Promise<void> {
    const root = ownerOf(world, uri);
    for (const known of knownBelow(world, root)) changed.add(known);
    return relist(root);
  }

  /** The globs that the editor hides files by may have changed. */
  async function excludedChanged(): Promise<void> {
    for (const [folder, top] of folders) {
      const globs = listeners.excluded?.(folder) ?? [];
      if (belonging.takeGlobs(folder, 'settings', globs)) listed.add(top);
    }
    if (listed.size) await work();
  }

  function work(): Promise<void> {
    working ??= takeAll().finally(() => {
      working = undefined;
    });
    return working;
  }

  async function takeAll(): Promise<void> {
    // What comes in one breath, and while a folder is read, is one batch.
    await listeners.pause();
    while (changed.size || listed.size) {
      await roots.rested();
      const [uris, below] = [changed, listed];
      changed = new Set();
      listed = new Set();
      await take(uris, below);
    }
  }

  async function take(uris: ReadonlySet<string>, below: Set<string>): Promise<void> {
    const touched = await withoutFolders(uris, below);
    for (const folder of foldersToTry(uris)) below.add(folder);
    const codebooksBefore = [...yaml.keys()].filter(isCodebookUri).join();
    const files = touched.filter(isOfCollection);
    const toRead = new Set(files.filter((uri) => isReadoutUri(uri) && isKnownOrWhole(uri)));
    const stale = new Set<string>();
    for (const uri of files.filter(isYamlUri)) {
      if (belonging.file(uri)) await codebooks.read(uri);
      else yaml.delete(uri);
      stale.add(ownerOf(world, uri));
    }
    for (const folder of below) await list(folder, toRead, stale);
    if ([...yaml.keys()].filter(isCodebookUri).join() !== codebooksBefore) await roots.settle();
    else for (const root of stale) await codebooks.refresh(root);
    change(world, await readAll([...toRead]));
    listeners.affected(touched);
  }

  /**
   * The files of a batch. A folder that has gone stands for all that was known in it; one that is new,
   * and what a changed rule is about, is to be listed.
   */
  async function withoutFolders(uris: ReadonlySet<string>, below: Set<string>): Promise<string[]> {
    const files: string[] = [];
    const others: string[] = [];
    for (const uri of uris) {
      if (isIgnoreFile(uri)) {
        const folder = folderOf(uri).replace(/\/\.git\/info$/, '');
        if (await readIgnored(world, uri)) below.add(folder);
        continue;
      }
      const isFile = isReadoutUri(uri) || isYamlUri(uri);
      if (isFile) files.push(uri);
      if (!isFile || mayBeFolder(uri)) others.push(uri);
    }
    if (!others.length) return files;
    const known = foldersKnown();
    for (const uri of others) {
      if (known.has(uri)) files.push(...knownBelow(world, uri));
      const isRead = rootOf(`${uri}/`, folders.values()) !== undefined;
      if (isRead && belonging.folder(uri)) below.add(uri);
    }
    return files;
  }

  /** The folders that could not be read and in which something happens: they may be readable now. */
  function foldersToTry(uris: ReadonlySet<string>): string[] {
    const isIn = (folder: string) => (uri: string) => uri === folder || isBelow(uri, folder);
    return [...unreadableFolders(world)].filter((folder) => [...uris].some(isIn(folder)));
  }

  /** Whether what is named like a file is a folder, or was one: nothing stands there, and no such file is known. */
  function mayBeFolder(uri: string): boolean {
    const stands = world.filesFor(uri).standing?.(uri);
    const isKnown = yaml.has(uri) || snapshotOf(world, uri).entries.has(uri);
    return stands === 'folder' || (stands === 'nothing' && !isKnown);
  }

  /** Every folder that something known lies in, and those that are open. */
  function foldersKnown(): Set<string> {
    const tops = new Set(folders.values());
    const known = new Set(tops);
    for (const top of tops) {
      for (const uri of knownBelow(world, top)) {
        for (let at = folderOf(uri); isBelow(at, top) && !known.has(at); at = folderOf(at)) {
          known.add(at);
        }
      }
    }
    return known;
  }

  /** Whether a file lies where something was read, or is a codebook that open folders lie below. */
  const isOfCollection = (uri: string): boolean =>
    snapshots.has(ownerOf(world, uri)) ||
    (isCodebookUri(uri) && [...folders.keys()].some((folder) => isBelow(folder, folderOf(uri))));

  const isKnownOrWhole = (uri: string): boolean =>
    !partial.has(ownerOf(world, uri)) || snapshotOf(world, uri).entries.has(uri);

  /** Lists a folder again: what is new there is to be read, what does not belong any more is forgotten. */
  async function list(folder: string, toRead: Set<string>, stale: Set<string>): Promise<void> {
    const isRead = rootOf(`${folder}/`, folders.values()) !== undefined;
    if (!isRead || partial.has(ownerOf(world, `${folder}/`))) return;
    const found = await listBelonging(world, codebooks, folder);
    // What was told of and is no folder is skipped too, but one that could not be read still is one.
    const skipped = found.skipped.filter(({ uri }) => uri !== folder || world.unreadable.has(uri));
    roots.takeListed(folder, { ...found, skipped });
    const there = new Set([...found.documents, ...found.yaml]);
    for (const uri of [...knownBelow(world, folder)]) {
      if (there.has(uri)) continue;
      if (yaml.has(uri)) yaml.delete(uri);
      else toRead.add(uri);
    }
    for (const uri of found.documents) {
      if (!snapshotOf(world, uri).entries.has(uri)) toRead.add(uri);
    }
    for (const root of snapshots.keys())
      if (root === folder || isBelow(root, folder)) stale.add(root);
    stale.add(ownerOf(world, `${folder}/`));
  }

  /** The texts of files that belong; no text for those that do not, or are not there. Open ones are left out. */
  async function readAll(uris: readonly string[]): Promise<Change[]> {
    const isLeftOut = (uri: string) => !belonging.file(uri) && !world.buffers.has(uri);
    const changes: Change[] = uris.filter(isLeftOut).map((uri) => ({ uri, text: undefined }));
    const rest = uris.filter(belonging.file);
    for (let at = 0; at < rest.length; at += slice) {
      changes.push(...(await reader.readDocuments(rest.slice(at, at + slice))));
      if (rest.length > slice) await listeners.pause();
    }
    return changes.filter(isNews);
  }

  /** Whether a change says anything: a file that was only touched reads as before. */
  const isNews = ({ uri, text }: Change): boolean =>
    !world.buffers.has(uri) && snapshotOf(world, uri).entries.get(uri)?.text !== text;

  return { filesChanged, relist, recheck, excludedChanged };
}
