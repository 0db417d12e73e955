import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { Refused, refusalOf } from './refused.ts';

/**
 * Throws `Refused` where a file that is there may not be written, with the file as it is `shown` and, where several
 * are to be written, what comes of that. A new file is put in its place, which would pass over its permissions; and
 * somebody for whom no file is read-only, an administrator, has made this one so all the same.
 */
export function checkWritable(path: string, shown = path, consequence = ''): void {
  const why = refusalToWrite(path);
  if (why) throw leftAsItIs(shown, `${why}${consequence}`);
}

function refusalToWrite(path: string): string | undefined {
  try {
    if (!(statSync(path).mode & anybodyWrites)) return readOnly;
    accessSync(path, constants.W_OK);
  } catch (error) {
    return isForbidden(error) ? readOnly : refusalOf(error);
  }
  try {
    accessSync(dirname(realpathSync(path)), constants.W_OK);
    return undefined;
  } catch (error) {
    return refusalOf(error);
  }
}

const readOnly = 'It is read-only: allow writing to it first, if it should be changed.';

const anybodyWrites = 0o222;

const isForbidden = (error: unknown): boolean =>
  /^(?:EACCES|EPERM)$/.test(String((error as NodeJS.ErrnoException).code));

/**
 * Gives a file another text, whole or not at all: one that is half written when the power fails would be
 * lost. Its permissions stay. Throws `Refused`, with the file as it is `shown`, where it cannot be written.
 */
export function writeFile(path: string, text: string, shown = path): void {
  checkWritable(path, shown);
  let beside = '';
  try {
    // A link stays one: what it leads to is written.
    const real = realpathSync(path);
    beside = besideOf(real);
    writeFileSync(beside, text, { flag: 'wx' });
    chmodSync(beside, statSync(real).mode);
    renameSync(beside, real);
  } catch (error) {
    if (beside) rmSync(beside, { force: true });
    throw leftAsItIs(shown, refusalOf(error));
  }
}

export const leftAsItIs = (shown: string, why: string): Refused =>
  new Refused(`${shown} was left as it is. ${why}`);

/**
 * Makes a file of a text that comes in pieces, whole or not at all; one that is there already is left, or with
 * `force` replaced when the new one is whole, with the permissions it had. Throws `Refused` where it cannot be
 * written.
 */
export function writeNew(path: string, pieces: Iterable<string>, force: boolean): void {
  const there = force ? statSync(path, { throwIfNoEntry: false }) : undefined;
  // A link stays one. A device, such as /dev/stdout, can only be written to.
  const isDevice = !!there && !there.isFile();
  if (there?.isFile()) checkWritable(path);
  const real = there ? realpathSync(path) : path;
  const target = there && !isDevice ? besideOf(real) : path;
  let file: number;
  try {
    file = openSync(target, isDevice ? 'w' : 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw isThere(path);
    throw new Refused(`${path} was not written. ${refusalOf(error)}`);
  }
  try {
    for (const piece of pieces) writeFileSync(file, piece);
    closeSync(file);
    if (there && target !== path) {
      chmodSync(target, there.mode);
      renameSync(target, real);
    }
  } catch (error) {
    if (!isDevice) rmSync(target, { force: true });
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new Refused(`${path} was not written. ${refusalOf(error)}`);
  }
}

export const isThere = (path: string): Refused =>
  new Refused(`${path} is there already and was left as it is. Use --force to overwrite it.`);

const besideOf = (path: string): string => `${path}.${process.pid}.new`;
