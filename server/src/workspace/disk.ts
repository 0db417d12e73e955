import { isUtf8 } from 'node:buffer';
import { closeSync, existsSync, fstatSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { URI } from 'vscode-uri';
import {
  type Files,
  type FileText,
  isPassedOver,
  isWanted,
  type Listing,
  largestFile,
  type Skipped,
  type Unreadable,
} from './files.ts';

/** The files of this machine, read synchronously: many small reads are several times faster that way. */
export const disk: Files = {
  list: listFolder,
  read: readFile,
  collectionAbove,
};

function* listFolder(folder: string): Generator<Listing> {
  const waiting = [{ path: URI.parse(folder).fsPath, uri: folder.replace(/\/$/, '') }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const files: string[] = [];
    const skipped: Skipped[] = [];
    try {
      for (const item of readdirSync(next.path, { withFileTypes: true })) {
        const uri = `${next.uri}/${encoded(item.name)}`;
        if (item.isDirectory()) {
          if (!isPassedOver(item.name)) waiting.push({ path: join(next.path, item.name), uri });
        } else if (item.isSymbolicLink()) {
          if (!isPassedOver(item.name)) skipped.push({ uri, why: 'link' });
        } else if (item.isFile() && isWanted(item.name)) files.push(uri);
      }
    } catch (error) {
      skipped.push({ uri: next.uri, why: reasonOf(error) });
    }
    yield { files: files.sort(), skipped };
  }
}

function readFile(uri: string): FileText {
  let file: number | undefined;
  try {
    file = openSync(URI.parse(uri).fsPath, 'r');
    if (fstatSync(file).size > largestFile) return { unreadable: 'too-large' };
    const bytes = readFileSync(file);
    return isUtf8(bytes) ? { text: bytes.toString('utf8') } : { unreadable: 'not-utf-8' };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { gone: true };
    return { unreadable: reasonOf(error) };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function collectionAbove(folder: string): string | undefined {
  for (let path = URI.parse(folder).fsPath; ; path = dirname(path)) {
    if (existsSync(join(path, 'readout.yaml'))) return URI.file(path).toString();
    if (dirname(path) === path) return undefined;
  }
}

/** A file name as part of a URI, spelled as VS Code spells it. */
const encoded = (name: string): string =>
  /^[\w.-]+$/.test(name)
    ? name
    : URI.from({ scheme: 'file', path: `/${name}` })
        .toString()
        .slice(8);

const codeOf = (error: unknown): string => String((error as { code?: unknown })?.code);

const reasonOf = (error: unknown): Unreadable =>
  ['EACCES', 'EPERM'].includes(codeOf(error)) ? 'no-permission' : 'failed';
