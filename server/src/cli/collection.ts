import { lstatSync, realpathSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { isReadoutUri } from '../core/snapshot/keys.ts';
import type { Entry, Snapshot } from '../core/snapshot/snapshot.ts';
import { isBelow, isYamlUri } from '../workspace/collections.ts';
import { disk } from '../workspace/disk.ts';
import type { Listing } from '../workspace/files.ts';
import { createWorkspace, type Workspace } from '../workspace/workspace.ts';
import { plain } from './plain.ts';
import { progressOn } from './progress.ts';
import { readText } from './read-text.ts';
import { Refused, refusalOf } from './refused.ts';

/** The collections that some paths lie in, read whole, and which of their files were asked for. */
export interface Asked {
  readonly workspace: Workspace;
  readonly isAsked: (uri: string) => boolean;
  /** Asked for, in order of their path. */
  readonly documents: readonly {
    readonly entry: Entry;
    readonly snapshot: Snapshot;
  }[];
  /** Of answers from several collections those from the ones that the paths themselves lie in, if there are any. */
  readonly nearest: <T extends { readonly snapshot: Snapshot }>(
    found: readonly T[],
  ) => readonly T[];
}

/** Reads what some paths lie in, whole collections, so that references to the others can be judged. */
export async function ask(paths: readonly string[]): Promise<Asked> {
  const wanted = (paths.length ? paths : ['.']).map(wantedAt);
  const progress = progressOn(process.stderr);
  const workspace = createWorkspace(() => disk, {
    affected: () => {},
    wider: () => {},
    log: (line) => {
      progress.clear();
      process.stderr.write(`${plain(line.replace(/file:\S+/g, shownPath))}\n`);
    },
    pause: async () => {},
  });
  const folders = new Set<string>();
  for (const { folder } of wanted) folders.add((disk.collectionAbove(folder) as string) ?? folder);
  for (const folder of [...folders].sort()) {
    if ([...folders].some((other) => isBelow(folder, other))) continue;
    await workspace.addFolder(folder, { progress: progress.report });
  }
  progress.clear();
  for (const { file } of wanted) if (file) await takeNamed(workspace, file);
  const isAsked = (uri: string) =>
    wanted.some(({ file, folder }) =>
      file ? uri === file : uri === folder || isBelow(uri, folder),
    );
  const documents = [...workspace.snapshots()].flatMap((snapshot) =>
    [...snapshot.entries.values()]
      .filter(({ uri }) => isAsked(uri))
      .map((entry) => ({ entry, snapshot })),
  );
  documents.sort((a, b) => (a.entry.uri < b.entry.uri ? -1 : 1));
  for (const [at, { folder, file }] of wanted.entries()) {
    if (file) continue;
    const isFound = [
      ...documents.map(({ entry }) => entry.uri),
      ...workspace.unreadableFiles(),
    ].some((uri) => uri === folder || isBelow(uri, folder));
    if (!isFound && holdsReadout(folder)) throw leftOut(paths[at] ?? '.');
  }
  const own = new Set(wanted.map(({ folder }) => workspace.snapshotOf(`${folder}/readout.yaml`)));
  const nearest: Asked['nearest'] = (found) => {
    const near = found.filter(({ snapshot }) => own.has(snapshot));
    return near.length ? near : found;
  };
  return { workspace, isAsked, documents, nearest };
}

/** A readout that is named is read, as one that is open is in an editor, though its collection leaves it out. */
async function takeNamed(workspace: Workspace, uri: string): Promise<void> {
  const isKnown = workspace.snapshotOf(uri).entries.has(uri) || workspace.unreadable(uri);
  if (isKnown || !isReadoutUri(uri)) return;
  const text = readText(URI.parse(uri).fsPath);
  await workspace.openBuffer({ uri, version: 0, language: 'readout', text });
}

/** Whether a readout lies in a folder, whoever leaves it out. */
function holdsReadout(folder: string): boolean {
  const enters = (uri: string) => uri === folder || !/\/(?:\.[^/]*|node_modules)$/.test(uri);
  for (const { files } of disk.list(folder, enters) as Iterable<Listing>) {
    if (files.some(isReadoutUri)) return true;
  }
  return false;
}

const leftOut = (path: string): Refused =>
  new Refused(
    `${path}: The readouts here are no part of the collection, for git ignores them, “exclude” in readout.yaml names them, or the folder is a hidden one. None was read. Name the files that are meant.`,
  );

function wantedAt(path: string): { folder: string; file?: string } {
  // An empty name, such as a script's variable that is not set, would be resolved to the working folder.
  if (!path) throw new Refused(`“”: ${refusalOf({ code: 'ENOENT' })}`);
  const place = resolve(path);
  let isFolder: boolean;
  let real: string;
  try {
    real = realpathSync(place);
    isFolder = lstatSync(real).isDirectory();
  } catch (error) {
    throw new Refused(`${path}: ${refusalOf(error)}`);
  }
  const uri = URI.file(real).toString();
  if (isFolder) return { folder: uri };
  if (!isReadoutUri(uri) && !isYamlUri(uri)) {
    throw new Refused(`${path} is no readout: its name should end in .readout.md or .readout.`);
  }
  return { folder: URI.file(dirname(real)).toString(), file: uri };
}

let here: string | undefined;

/** A file as the person sees it: relative to the working folder. */
export function shownPath(uri: string): string {
  here ??= realpathSync(process.cwd());
  return relative(here, URI.parse(uri).fsPath) || '.';
}
