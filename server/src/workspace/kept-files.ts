import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How long a file that nobody asks for is kept: a quarter of a year, in milliseconds. */
const longest = 90 * 24 * 60 * 60 * 1000;

/** Writes a file that another process may read meanwhile, so that it is never there in part. */
export async function replaceFile(path: string, pieces: readonly Uint8Array[]): Promise<void> {
  const written = `${path}.${process.pid}`;
  try {
    await writeFile(written, pieces);
    await rename(written, path);
  } catch (error) {
    await rm(written, { force: true });
    throw error;
  }
}

/** Removes the files of this ending that nobody has asked for in a long time: folders go, and nobody tells. */
export async function removeOld(folder: string, ending: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.includes(ending)) continue;
    const path = join(folder, name);
    // Another server may have put it in its place meanwhile, or have removed it.
    const found = await stat(path).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > longest) await rm(path, { force: true });
  }
}
