import {
  chmodSync,
  closeSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { Refused, refusalOf } from './refused.ts';

/**
 * Gives a file another text, whole or not at all: one that is half written when the power fails would be
 * lost. Its permissions stay. Throws `Refused` where it cannot be written.
 */
export function writeFile(path: string, text: string): void {
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
    throw new Refused(`${path} was left as it is. ${refusalOf(error)}`);
  }
}

/**
 * Makes a file of a text that comes in pieces, whole or not at all; one that is there already is left, or with
 * `force` replaced when the new one is whole. Throws `Refused` where it cannot be written.
 */
export function writeNew(path: string, pieces: Iterable<string>, force: boolean): void {
  const there = force ? statSync(path, { throwIfNoEntry: false }) : undefined;
  // A link stays one. A device, such as /dev/stdout, can only be written to.
  const isDevice = !!there && !there.isFile();
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
    if (target !== path) renameSync(target, real);
  } catch (error) {
    if (!isDevice) rmSync(target, { force: true });
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new Refused(`${path} was not written. ${refusalOf(error)}`);
  }
}

export const isThere = (path: string): Refused =>
  new Refused(`${path} is there already and was left as it is. Use --force to overwrite it.`);

const besideOf = (path: string): string => `${path}.${process.pid}.new`;
