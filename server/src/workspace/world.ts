import { apply, type Change } from '../core/snapshot/apply.ts';
import type { Printed, Recalled } from '../core/snapshot/cached-summaries.ts';
import type { CachedWords } from '../core/snapshot/cached-words.ts';
import { isReadoutUri } from '../core/snapshot/keys.ts';
import { emptySnapshot, type Snapshot } from '../core/snapshot/snapshot.ts';
import type { Unreadable } from '../rules/unreadable.ts';
import { type Belonging, createBelonging } from './belonging.ts';
import type { Cache } from './cache.ts';
import { folderOf, isBelow, isYamlUri, rootOf } from './collections.ts';
import type { Files } from './files.ts';
import { composed } from './spelling.ts';

/** A file open in the editor: its buffer wins over the disk until it is closed. */
export interface Buffer {
  readonly uri: string;
  readonly text: string;
  readonly version: number;
  readonly language: string;
}

/** What a workspace tells its host, and asks of it. */
export interface Listeners {
  /**
   * The findings of these files may have changed; those that have gone have none. `opened` where every text is
   * what it was, and was opened or closed.
   */
  readonly affected: (uris: Iterable<string>, opened?: 'opened') => void;
  /** What the documents of this collection may say of each other has changed. */
  readonly wider: (snapshot: Snapshot) => void;
  /** More of a collection has been read; what is kept of it may grow with it. */
  readonly grown?: (snapshot: Snapshot) => void;
  /** A collection has been read; what of it is looked up next is made ready in pieces. */
  readonly whole?: (snapshot: Snapshot) => Iterable<void>;
  /** Takes words that were kept of a collection, `placeOf` as in `Recalled`; false where they are of no use. */
  readonly recalled?: (
    snapshot: Snapshot,
    words: CachedWords & Pick<Recalled, 'placeOf'>,
  ) => boolean;
  /** The words of these documents, to be kept with their summaries. */
  readonly words?: (
    snapshot: Snapshot,
    documents: readonly Printed[],
  ) => Generator<void, CachedWords>;
  /** Where what is read of a collection may be kept for the next session. */
  readonly cache?: (collection: string) => Cache | undefined;
  /** Comes true when nobody waits for anything. */
  readonly idle?: () => Promise<void>;
  readonly log: (line: string) => void;
  /** Lets other work run; called between pieces of a long one. */
  readonly pause: () => Promise<void>;
  /** The globs that the editor hides files of a folder by. */
  readonly excluded?: (folder: string) => readonly string[];
  /**
   * A folder was not read, because it may not be meant: ask, and add it again with `whole`. A host that
   * cannot ask leaves this out, and everything is read.
   */
  readonly unsure?: (folder: string, why: Unsure) => void;
}

/** Why a person may not mean to have a folder read: it is their home, or holds more than so many files. */
export type Unsure = 'home' | number;

/** All that a workspace knows; its parts share it. */
export interface World {
  readonly filesFor: (uri: string) => Files;
  readonly listeners: Listeners;
  readonly belonging: Belonging;
  /** By the folder of the collection, or that of files in none. */
  readonly snapshots: Map<string, Snapshot>;
  /** The folders of collections: those that are read, and those with a codebook. */
  readonly collections: Set<string>;
  readonly buffers: Map<string, Buffer>;
  /** The YAML files on disk, with their text once a codebook has asked for it. */
  readonly yaml: Map<string, string | undefined>;
  readonly unreadable: Map<string, Unreadable>;
  /** Files whose names are written in decomposed letters, by their address in composed ones. */
  readonly decomposed: Map<string, string>;
  /** The folders that are open, each with the folder of the collection it lies in. */
  readonly folders: Map<string, string>;
  /** Folders of collections that only an open file has brought in. */
  readonly guests: Set<string>;
  /** Folders of no collection whose readouts were read because one of them is open. */
  readonly beside: Set<string>;
  /** The schemes of folders that are open, or about to be read. */
  readonly schemes: Set<string>;
  /** The collections that are not there whole: nobody can say what they lack. */
  readonly partial: Set<string>;
}

export const createWorld = (filesFor: World['filesFor'], listeners: Listeners): World => ({
  ...{ filesFor, listeners, belonging: createBelonging(listeners.log) },
  ...{
    snapshots: new Map(),
    collections: new Set(),
    buffers: new Map(),
    yaml: new Map(),
    unreadable: new Map(),
  },
  ...{ decomposed: new Map(), folders: new Map(), guests: new Set(), beside: new Set() },
  ...{ schemes: new Set(), partial: new Set() },
});

/** The folder of the collection a file belongs to; its own folder where it belongs to none. */
export const ownerOf = (world: World, uri: string): string =>
  ownerAmong(world.collections, world, uri);

/** The same if these were the folders of collections. */
export function ownerAmong(collections: Iterable<string>, world: World, uri: string): string {
  const place = placeOf(world, uri);
  return rootOf(place, collections) ?? folderOf(place);
}

/**
 * Where a document lies. One that was never saved lies where it will be saved, as far as its address
 * says, else in the first folder.
 */
function placeOf({ folders }: World, uri: string): string {
  if (!uri.startsWith('untitled:')) return uri;
  if (uri.startsWith('untitled:/')) return `file://${uri.slice('untitled:'.length)}`;
  const [first] = folders.values();
  return `${first ?? 'untitled:'}/${uri}`;
}

/** Always the same one, so that what was made ready of it once stays ready. */
const nothing = emptySnapshot();

/** The collection a file belongs to, empty where it belongs to none or nothing has been read yet. */
export const snapshotOf = (world: World, uri: string): Snapshot =>
  world.snapshots.get(ownerOf(world, uri)) ?? nothing;

/**
 * Whether a document is one that people work on. The sides of a comparison, and what extensions make up,
 * have schemes of their own: each would be the same document a second time.
 */
export const isOwn = ({ schemes }: World, uri: string): boolean =>
  /^(file|untitled):/.test(uri) || schemes.has(schemeOf(uri));

export const schemeOf = (uri: string): string => uri.slice(0, Math.max(0, uri.indexOf(':')));

/** A file's address as the disk spells it. */
export function spelled(world: World, uri: string): string {
  const { decomposed } = world;
  const found = decomposed.size ? decomposed.get(composed(uri)) : undefined;
  // A disk may hold both, as two files.
  return found === undefined || snapshotOf(world, uri).entries.has(uri) ? uri : found;
}

/** Whether a file is a readout by its name, or by what the editor takes it for. */
export const isMember = (world: World, uri: string): boolean =>
  isOwn(world, uri) && (isReadoutUri(uri) || world.buffers.get(uri)?.language === 'readout');

/** A file as a person names it: from the folder that is open, which stands before it where several are. */
export function pathOf({ folders }: World, uri: string): string {
  const folder = rootOf(uri, folders.keys()) ?? rootOf(uri, folders.values()) ?? folderOf(uri);
  const path = decodeURIComponent(uri.slice(folder.length + 1));
  const name = decodeURIComponent(folder.slice(folder.lastIndexOf('/') + 1));
  return folders.size > 1 ? `${name}/${path}` : path;
}

/** The folders that could not be read. */
export function* unreadableFolders({ unreadable }: World): Generator<string> {
  for (const uri of unreadable.keys()) if (!isReadoutUri(uri) && !isYamlUri(uri)) yield uri;
}

/** Applies changes of documents, each in its own collection. */
export function change(world: World, changes: readonly Change[]): void {
  const byRoot = new Map<string, Change[]>();
  for (const one of changes) {
    const root = ownerOf(world, one.uri);
    const list = byRoot.get(root);
    if (list) list.push(one);
    else byRoot.set(root, [one]);
  }
  for (const [root, list] of byRoot) changeIn(world, root, list);
}

/** Applies changes of documents of one collection. */
export function changeIn(world: World, root: string, changes: readonly Change[]): void {
  const before = world.snapshots.get(root) ?? emptySnapshot();
  const applied = apply(before, changes);
  world.snapshots.set(root, applied.snapshot);
  const isSame = changes.every(({ uri, text }) => before.entries.get(uri)?.text === text);
  world.listeners.affected(applied.affected, isSame ? 'opened' : undefined);
  if (applied.wider) world.listeners.wider(applied.snapshot);
}

/** The documents and YAML files on disk that are known below a folder. */
export function* knownBelow({ snapshots, yaml }: World, folder: string): Generator<string> {
  for (const [root, snapshot] of snapshots) {
    if (root !== folder && !isBelow(root, folder) && !isBelow(folder, root)) continue;
    for (const uri of snapshot.entries.keys()) if (isBelow(uri, folder)) yield uri;
  }
  for (const uri of yaml.keys()) if (isBelow(uri, folder)) yield uri;
}
