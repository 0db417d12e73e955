import { type CancellationToken, Disposable, FileType, Uri, workspace } from 'vscode';
import { type BaseLanguageClient, RequestType } from 'vscode-languageclient';
import type {
  ClientRequests,
  FileContent,
  FileFailure,
  FolderListing,
  ListedFile,
} from '../../server/src/protocol/requests.ts';

const wanted = /\.(readout|readout\.md|ya?ml)$|^\.gitignore$/i;
/** How many files are asked for at once: remote file systems answer each with a round trip. */
const atOnce = 32;

/** Reads files for a server that cannot reach them. */
export function serveFiles(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    client.onRequest(request('readout/fs/list'), ({ folder }, token) => listFolder(folder, token)),
    client.onRequest(request('readout/fs/read'), ({ uri }) => readFile(uri)),
  );
}

const request = <M extends keyof ClientRequests>(method: M) =>
  new RequestType<ClientRequests[M]['params'], ClientRequests[M]['result'], void>(method);

// A walk of our own: `findFiles` waits for ever where a file system brings no search.
async function listFolder(folder: string, token: CancellationToken): Promise<FolderListing> {
  const files: ListedFile[] = [];
  const skipped: string[] = [];
  let folders = [Uri.parse(folder)];
  while (folders.length > 0 && !token.isCancellationRequested) {
    const batch = folders.slice(0, atOnce);
    const below = await Promise.all(batch.map((uri) => listOne(uri, files, skipped)));
    folders = [...below.flat(), ...folders.slice(atOnce)];
  }
  return { files, skipped };
}

/** Adds a folder's files to `files`, what cannot be read to `skipped`; gives the folders in it. */
async function listOne(folder: Uri, files: ListedFile[], skipped: string[]): Promise<Uri[]> {
  const entries = await workspace.fs.readDirectory(folder).then(undefined, () => undefined);
  if (!entries) {
    skipped.push(folder.toString());
    return [];
  }
  const folders: Uri[] = [];
  const found: Uri[] = [];
  for (const [name, type] of entries) {
    if ((name.startsWith('.') && !wanted.test(name)) || name === 'node_modules') continue;
    const uri = Uri.joinPath(folder, name);
    if (type & FileType.Directory) {
      // A link may lead back up, and a walk that follows it never ends.
      if (type & FileType.SymbolicLink) skipped.push(uri.toString());
      else folders.push(uri);
    } else if (wanted.test(name)) found.push(uri);
  }
  for (let at = 0; at < found.length; at += atOnce) {
    await Promise.all(found.slice(at, at + atOnce).map((uri) => measure(uri, files, skipped)));
  }
  return folders;
}

async function measure(uri: Uri, files: ListedFile[], skipped: string[]): Promise<void> {
  try {
    files.push({ uri: uri.toString(), size: (await workspace.fs.stat(uri)).size });
  } catch {
    skipped.push(uri.toString());
  }
}

async function readFile(uri: string): Promise<FileContent | FileFailure> {
  try {
    return { base64: base64(await workspace.fs.readFile(Uri.parse(uri))) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

// In pieces: a function takes no argument list as long as a file.
function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(binary);
}
