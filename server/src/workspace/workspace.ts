import { type Codebook, readCodebook } from '../core/codebook/codebook.ts';
import { isReadoutUri } from '../core/snapshot/keys.ts';
import {
  apply,
  type Change,
  emptySnapshot,
  type Snapshot,
  withCodebook,
} from '../core/snapshot/snapshot.ts';
import { rules } from '../rules/index.ts';
import { folderOf, includedBy, isCodebookUri, isYamlUri, mainOf, rootOf } from './collections.ts';
import type { Files, Unreadable } from './files.ts';
import { folderReader, type Progress } from './reading.ts';

/** A file open in the editor: its buffer wins over the disk until it is closed. */
export interface Buffer {
  readonly uri: string;
  readonly text: string;
  readonly version: number;
  readonly language: string;
}

/** What a workspace tells its host. */
export interface Listeners {
  /** The findings of these files may have changed; those that have gone have none. */
  readonly affected: (uris: Iterable<string>) => void;
  /** What the documents of this collection may say of each other has changed. */
  readonly wider: (snapshot: Snapshot) => void;
  readonly log: (line: string) => void;
  /** Lets other work run; called between pieces of a long one. */
  readonly pause: () => Promise<void>;
}

export type Workspace = ReturnType<typeof createWorkspace>;

const codes: ReadonlySet<string> = new Set(rules.map((rule) => rule.code));

/** Every collection of the folders that are open, and the files that belong to none yet. */
export function createWorkspace(filesFor: (uri: string) => Files, listeners: Listeners) {
  const snapshots = new Map<string, Snapshot>();
  const buffers = new Map<string, Buffer>();
  /** The YAML files on disk, with their text once a codebook has asked for it. */
  const yaml = new Map<string, string | undefined>();
  const unreadable = new Map<string, Unreadable>();
  const folders = new Set<string>();
  /** The folders that are being read. */
  const readings = new Map<string, Promise<void>>();
  let settled = false;

  const { readDocuments, readFolder } = folderReader({
    filesFor,
    listeners,
    snapshots,
    isOpen: (uri) => buffers.has(uri),
    unreadable,
    foundYaml: (uri) => void yaml.set(uri, undefined),
    settleRoots: () => settleRoots(),
    ownerOf: (uri) => ownerOf(uri),
  });

  const ownerOf = (uri: string): string => rootOf(uri, snapshots.keys()) ?? looseRoot(uri);
  const looseRoot = (uri: string): string =>
    uri.startsWith('untitled:') ? ([...folders][0] ?? 'untitled:') : folderOf(uri);

  /** The collection a file belongs to, empty where nothing has been read yet. */
  const snapshotOf = (uri: string): Snapshot => snapshots.get(ownerOf(uri)) ?? emptySnapshot();

  const isMember = (uri: string): boolean =>
    isReadoutUri(uri) || buffers.get(uri)?.language === 'readout';

  /** Applies changes of documents, each in its own collection. */
  function change(changes: readonly Change[]): void {
    const byRoot = new Map<string, Change[]>();
    for (const one of changes) {
      const root = ownerOf(one.uri);
      const list = byRoot.get(root);
      if (list) list.push(one);
      else byRoot.set(root, [one]);
    }
    for (const [root, list] of byRoot) {
      const applied = apply(snapshots.get(root) ?? emptySnapshot(), list);
      snapshots.set(root, applied.snapshot);
      listeners.affected(applied.affected);
      if (applied.wider) listeners.wider(applied.snapshot);
    }
  }

  async function readYaml(uri: string): Promise<void> {
    const file = await filesFor(uri).read(uri);
    if ('text' in file) {
      unreadable.delete(uri);
      yaml.set(uri, file.text);
    } else if ('gone' in file) yaml.delete(uri);
    else {
      unreadable.set(uri, file.unreadable);
      yaml.set(uri, undefined);
    }
  }

  /** Reads a collection's codebook: its `readout.yaml` and what that includes, and no other YAML. */
  async function codebookOf(root: string): Promise<Codebook> {
    const main = mainOf(root);
    const text = await yamlText(main);
    if (text === undefined) return readCodebook([]);
    const files = [{ uri: main, text }];
    for (const uri of includedBy(root, text, yamlOf(root))) {
      const included = await yamlText(uri);
      if (included !== undefined) files.push({ uri, text: included });
    }
    return readCodebook(files, codes);
  }

  const yamlOf = (root: string): string[] =>
    [...yaml.keys()].filter((uri) => ownerOf(uri) === root);

  /** The text of a YAML file as far as it is there, open or on disk, and can be read. */
  async function yamlText(uri: string): Promise<string | undefined> {
    const known = buffers.get(uri)?.text ?? yaml.get(uri);
    if (known === undefined && yaml.has(uri) && !unreadable.has(uri)) await readYaml(uri);
    return known ?? yaml.get(uri);
  }

  /** Why a file of a collection was not read. YAML that no codebook includes is none of our business. */
  function unreadableWhy(uri: string): Unreadable | undefined {
    const why = unreadable.get(uri);
    if (!why || !isYamlUri(uri) || isCodebookUri(uri)) return why;
    const root = ownerOf(uri);
    const text = buffers.get(mainOf(root))?.text ?? yaml.get(mainOf(root));
    return text !== undefined && includedBy(root, text, [uri]).length ? why : undefined;
  }

  async function refreshCodebook(root: string): Promise<void> {
    const codebook = await codebookOf(root);
    const before = snapshots.get(root) ?? emptySnapshot();
    if (isSame(before.codebook, codebook)) return;
    const applied = withCodebook(before, codebook);
    snapshots.set(root, applied.snapshot);
    listeners.affected(
      new Set([...yamlFilesOf(before), ...yamlFilesOf(applied.snapshot), ...applied.affected]),
    );
  }

  // YAML that is no codebook is saved all the time, and a codebook is opened far more often than changed.
  const isSame = ({ files: before }: Codebook, { files: after }: Codebook): boolean =>
    before.length === after.length &&
    before.every(({ uri, text }, i) => uri === after[i]?.uri && text === after[i]?.text);

  const yamlFilesOf = (snapshot: Snapshot): string[] =>
    snapshot.codebook.files.map(({ uri }) => uri);

  /**
   * Reads a folder and what lies below it: codebooks first, then documents in slices. Buffers that are
   * open stay as they are. Returns early once `cancelled` says so. A folder that is being read is not
   * read twice.
   */
  async function addFolder(
    folder: string,
    progress: Progress = () => {},
    cancelled: () => boolean = () => false,
  ): Promise<void> {
    folders.add(folder);
    const top = (await filesFor(folder).collectionAbove(folder)) ?? folder;
    if (!snapshots.has(top)) snapshots.set(top, emptySnapshot());
    const reading = readings.get(top) ?? readFolder(top, progress, cancelled);
    readings.set(top, reading);
    await reading.finally(() => readings.delete(top));
  }

  /** Makes a collection of every folder with a codebook, and moves documents to where they belong now. */
  async function settleRoots(): Promise<void> {
    const wanted = new Set<string>();
    for (const uri of [...yaml.keys(), ...buffers.keys()])
      if (isCodebookUri(uri)) wanted.add(folderOf(uri));
    for (const folder of folders) {
      const above = await filesFor(folder).collectionAbove(folder);
      wanted.add(above ?? folder);
    }
    const moving: Change[] = [];
    for (const [root, snapshot] of [...snapshots]) {
      for (const entry of snapshot.entries.values()) {
        if (rootOf(entry.uri, wanted) !== root) moving.push(entry);
      }
    }
    for (const { uri } of moving) change([{ uri, text: undefined }]);
    for (const root of [...snapshots.keys()]) {
      if (!wanted.has(root) && snapshots.get(root)?.entries.size === 0) snapshots.delete(root);
    }
    const fresh = [...wanted].filter((root) => !snapshots.has(root));
    for (const root of fresh) snapshots.set(root, emptySnapshot());
    for (const root of wanted) await refreshCodebook(root);
    change(moving);
  }

  /** Forgets a folder that was closed, except for what is open. */
  async function removeFolder(folder: string): Promise<void> {
    folders.delete(folder);
    const gone: Change[] = [];
    for (const snapshot of snapshots.values()) {
      for (const { uri } of snapshot.entries.values()) {
        const kept = buffers.has(uri) || rootOf(uri, folders) !== undefined;
        if (!kept) gone.push({ uri, text: undefined });
      }
    }
    for (const uri of [...yaml.keys()]) if (rootOf(uri, folders) === undefined) yaml.delete(uri);
    change(gone);
    await settleRoots();
  }

  /** A buffer was opened or has changed. */
  async function openBuffer(buffer: Buffer): Promise<void> {
    const isNew = !buffers.has(buffer.uri);
    buffers.set(buffer.uri, buffer);
    if (isYamlUri(buffer.uri)) await codebookChanged(buffer.uri, isNew);
    else if (isMember(buffer.uri)) {
      unreadable.delete(buffer.uri);
      if (isNew && settled) void addNeighbours(buffer.uri);
      change([{ uri: buffer.uri, text: buffer.text, version: buffer.version }]);
    }
  }

  async function codebookChanged(uri: string, rootsMayChange: boolean): Promise<void> {
    if (isCodebookUri(uri) && rootsMayChange && !snapshots.has(folderOf(uri))) await settleRoots();
    else if (isCodebookUri(uri) || yaml.has(uri)) await refreshCodebook(ownerOf(uri));
  }

  /**
   * A file was opened on its own, outside every open folder: its collection is read, or without one the
   * readouts beside it, so that its references can be judged.
   */
  async function addNeighbours(uri: string): Promise<void> {
    if (uri.startsWith('untitled:') || rootOf(uri, snapshots.keys()) !== undefined) return;
    const folder = folderOf(uri);
    const above = await filesFor(folder).collectionAbove(folder);
    if (above) return addFolder(above);
    for await (const { files } of filesFor(folder).list(folder)) {
      const documents = files.filter(isReadoutUri);
      change(await readDocuments(documents));
      return;
    }
  }

  /** The folders that were open at the start have been read: now files outside them are looked after. */
  async function settle(): Promise<void> {
    settled = true;
    for (const { uri } of [...buffers.values()]) if (isMember(uri)) await addNeighbours(uri);
    listeners.affected(buffers.keys());
  }

  /** A buffer was closed: the file on disk counts again. */
  async function closeBuffer(uri: string): Promise<void> {
    const member = isMember(uri);
    buffers.delete(uri);
    if (isYamlUri(uri)) {
      await readYaml(uri);
      if (isCodebookUri(uri) && !yaml.has(uri)) await settleRoots();
      else await codebookChanged(uri, false);
    } else if (member) {
      const known = isReadoutUri(uri) && !uri.startsWith('untitled:');
      change(known ? await readDocuments([uri]) : [{ uri, text: undefined }]);
    }
  }

  /** Files on disk were created, changed or deleted, as one batch. */
  async function filesChanged(uris: readonly string[]): Promise<void> {
    const codebooks = uris.filter(isYamlUri);
    for (const uri of codebooks) await readYaml(uri);
    if (
      codebooks.some((uri) => isCodebookUri(uri) && yaml.has(uri) !== snapshots.has(folderOf(uri)))
    ) {
      await settleRoots();
    } else {
      const roots = new Set(codebooks.map(ownerOf));
      for (const root of roots) await refreshCodebook(root);
    }
    const documents = uris.filter((uri) => isReadoutUri(uri) && !isYamlUri(uri));
    change(await readDocuments(documents));
    listeners.affected(uris);
  }

  return {
    snapshotOf,
    snapshots: () => snapshots.values(),
    bufferOf: (uri: string) => buffers.get(uri),
    buffers: () => buffers.values(),
    isMember,
    unreadable: unreadableWhy,
    unreadableFiles: () => [...unreadable.keys()],
    addFolder,
    removeFolder,
    settle,
    /** Whether the folders open at the start have been read, so that what is missing is missing. */
    isSettled: () => settled,
    openBuffer,
    closeBuffer,
    filesChanged,
  };
}
