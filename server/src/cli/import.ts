import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { keyFrom } from '../core/snapshot/keys.ts';
import { newReadout } from '../core/writing/new-readout.ts';
import { readText } from './read-text.ts';
import { Refused, refusalOf } from './refused.ts';
import { isThere } from './write.ts';

/** `readout import [--out DIR] [--force] FILE…`; never overwrites without `--force`. */
export function importFiles(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      force: { type: 'boolean', default: false },
    },
  });
  if (!positionals.length)
    throw new Refused('Name a text to import, e.g. readout import statement.txt.');
  const written = new Set<string>();
  let failed = 0;
  for (const path of positionals) {
    try {
      const file = importFile(path, values, written);
      written.add(file);
      process.stdout.write(`${file}\n`);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      failed++;
      process.stderr.write(`readout: ${error.message}\n`);
    }
  }
  return failed ? 2 : 0;
}

interface Options {
  readonly out?: string | undefined;
  readonly force: boolean;
}

/** Imports one source text and gives the name of the readout it made, which is none of those written. */
function importFile(path: string, { out, force }: Options, written: ReadonlySet<string>): string {
  const folder = out ?? dirname(path);
  const file = join(folder, `${keyFrom(basename(path, extname(path)))}.readout.md`);
  const text = readoutOf(path);
  if (written.has(file)) throw new Refused(`${path}: ${file} has just been made of another text.`);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Refused(`The folder ${folder} cannot be made. ${refusalOf(error)}`);
  }
  try {
    writeFileSync(file, text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new Refused(`${file} was not written. ${refusalOf(error)}`);
    }
    throw isThere(file);
  }
  return file;
}

/** A source text as a readout, with what it tells of itself in the front matter. */
function readoutOf(path: string): string {
  if (/\.readout(\.md)?$/.test(path)) throw new Refused(`${path} is a readout already.`);
  const source = readText(path);
  if (source.includes('\0')) {
    throw new Refused(`${path} is no text in UTF-8. Save it again with the encoding UTF-8.`);
  }
  const made = newReadout(source);
  // The promise of the product, held before a byte is written.
  if (!made) throw new Refused(`${path} could not be imported byte for byte.`);
  return made.text;
}
