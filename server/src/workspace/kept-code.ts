import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { mkdir, utimes } from 'node:fs/promises';
import { createRequire, Module } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { removeOld, replaceFile } from './kept-files.ts';

/** A program that has been started, and whether its code could be kept. */
export interface Started {
  /** What its module exports. */
  readonly exports: unknown;
  /** Keeps its code for the next start, where that is news; rejects where it cannot be written. */
  readonly keep: () => Promise<void>;
}

const ending = '.code';

/** How many bytes of a digest stand before the code. */
const digestLength = 20;

/**
 * Runs a bundle with the code that V8 has made of it before, which takes half as long. V8 takes code for what it
 * says it is, so it is believed only for the same bundle, Node and flags, and if it is whole.
 * @param path of the bundle, which is no module of the newer kind
 * @param folder where code is kept; it is made when something is
 */
export function startKept(path: string, folder: string): Started {
  const kept = join(folder, `${nameOf(path)}${ending}`);
  const { script, isNews } = scriptOf(path, readCode(kept));
  const own = { exports: {} };
  script.runInThisContext()(own.exports, createRequire(path), own, path, dirname(path));
  return {
    exports: own.exports,
    keep: async () => {
      if (!isNews) return;
      // At once: V8 throws the code of a start away when it has not been used for a while.
      const code = script.createCachedData();
      await mkdir(folder, { recursive: true });
      await removeOld(folder, ending);
      await replaceFile(kept, [digestOf(code), code]);
    },
  };
}

/** A bundle as it was compiled before or, where that is not known, is now; the code itself stays with nobody. */
function scriptOf(path: string, cachedData: Buffer | undefined) {
  const wrapped = Module.wrap(readFileSync(path, 'utf8'));
  const script = new Script(wrapped, { filename: path, ...(cachedData && { cachedData }) });
  return { script, isNews: !cachedData || script.cachedDataRejected };
}

/** Tells a bundle and what runs it from all others. */
function nameOf(path: string): string {
  const { mtimeMs, size } = statSync(path);
  const runs = [process.versions.node, process.versions.v8, process.arch, ...process.execArgv];
  const said = JSON.stringify([path, mtimeMs, size, ...runs]);
  return createHash('sha1').update(said).digest('hex');
}

const digestOf = (code: Uint8Array): Buffer => createHash('sha1').update(code).digest();

/** Nothing where there is none, or where it is not whole. */
function readCode(path: string): Buffer | undefined {
  try {
    const file = readFileSync(path);
    const code = file.subarray(digestLength);
    if (!digestOf(code).equals(file.subarray(0, digestLength))) return undefined;
    const now = new Date();
    utimes(path, now, now).catch(() => {});
    return code;
  } catch {
    return undefined;
  }
}
