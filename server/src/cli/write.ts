import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { Refused, refusalOf } from './refused.ts';

/**
 * Gives a file another text, whole or not at all: one that is half written when the power fails would be
 * lost. Its permissions stay. Throws `Refused` where it cannot be written.
 */
export function writeFile(path: string, text: string): void {
  const beside = `${path}.${process.pid}.new`;
  try {
    writeFileSync(beside, text, { flag: 'wx', mode: statSync(path).mode });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new Refused(`${path} was left as it is. ${refusalOf(error)}`);
  }
}
