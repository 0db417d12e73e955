import { mkdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { keyFrom } from '../core/snapshot/keys.ts';
import { newReadout } from '../core/writing/new-readout.ts';
import { readSource } from './read-source.ts';
import { Refused, refusalOf } from './refused.ts';
import { writeNew } from './write.ts';

/** `readout import [--out DIR] [--force] [--join-pages] FILE…`; never overwrites without `--force`. */
export async function importFiles(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      force: { type: 'boolean', default: false },
      'join-pages': { type: 'boolean', default: false },
    },
  });
  if (!positionals.length)
    throw new Refused('Name a text to import, e.g. readout import statement.txt.');
  const written = new Set<string>();
  let failed = 0;
  for (const path of positionals) {
    try {
      const file = await importFile(path, values, written);
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
  readonly 'join-pages': boolean;
}

/** Imports one source text and gives the name of the readout it made, which is none of those written. */
async function importFile(
  path: string,
  { out, force, 'join-pages': joinPages }: Options,
  written: ReadonlySet<string>,
): Promise<string> {
  const folder = out ?? dirname(path);
  const file = join(folder, `${keyFrom(basename(path, extname(path)))}.readout.md`);
  const text = await readoutOf(path, joinPages);
  if (written.has(file)) throw new Refused(`${path}: ${file} has just been made of another text.`);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Refused(`The folder ${folder} cannot be made. ${refusalOf(error)}`);
  }
  writeNew(file, [text], force);
  return file;
}

/** A source text as a readout, with what it tells of itself in the front matter. */
async function readoutOf(path: string, joinPages: boolean): Promise<string> {
  if (/\.readout(\.md)?$/.test(path)) throw new Refused(`${path} is a readout already.`);
  const { text: source, address, lang } = await readSource(path);
  const made = newReadout(source, { from: address ?? basename(path), lang, joinPages });
  // The promise of the product, held before a byte is written.
  if (!made) throw new Refused(`${path} could not be imported byte for byte.`);
  return made.text;
}
