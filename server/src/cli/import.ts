import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { guess } from '../core/guess.ts';
import { importSource } from '../core/import.ts';
import { keyFrom } from '../core/keys.ts';
import { parse } from '../core/parse.ts';
import { sourceHash } from '../core/source.ts';
import { strip } from '../core/strip.ts';
import { readText } from './read-text.ts';
import { Refused } from './refused.ts';

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
  let failed = 0;
  for (const path of positionals) {
    try {
      process.stdout.write(`${importFile(path, values.out, values.force)}\n`);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      failed++;
      process.stderr.write(`readout: ${error.message}\n`);
    }
  }
  return failed ? 2 : 0;
}

function importFile(path: string, out: string | undefined, force: boolean): string {
  const source = readText(path);
  const { title, date, place, issuer, lang } = guess(source);
  const text = importSource(source, {
    title,
    date,
    place,
    issuer,
    lang,
    sha256: sourceHash(source),
  });
  // The promise of the product, held before a byte is written.
  if (strip(parse(text)) !== source)
    throw new Refused(`${path} could not be imported byte for byte.`);
  const folder = out ?? dirname(path);
  const file = join(folder, `${keyFrom(basename(path, extname(path)))}.readout.md`);
  if (!force && existsSync(file)) {
    throw new Refused(
      `${file} is there already and was left as it is. Use --force to overwrite it.`,
    );
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text, { flag: force ? 'w' : 'wx' });
  return file;
}
