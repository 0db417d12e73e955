import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { unreadableFinding } from '../rules/unreadable.ts';
import { disk } from '../workspace/disk.ts';
import type { FileText } from '../workspace/files.ts';
import { Refused, refusalOf } from './refused.ts';

/** The text of one file of any name. Throws `Refused` where there is none. */
export function readText(path: string): string {
  const file = disk.read(URI.file(followed(path)).toString()) as FileText;
  if ('gone' in file) {
    const isThere = existsSync(path);
    throw new Refused(
      isThere ? `${path}: ${refusalOf({ code: 'EISDIR' })}` : `There is no file ${path}.`,
    );
  }
  if ('unreadable' in file) {
    const { what, advice } = unreadableFinding(file.unreadable).message;
    throw new Refused(`${path}: ${what} ${advice}`);
  }
  return file.text;
}

/** A link that a person names is followed, as nowhere else. */
function followed(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
