import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bratOf } from '../features/export/brat.ts';
import { bratConfiguration } from '../features/export/brat-configuration.ts';
import { standoffOf } from '../features/export/standoff.ts';
import { counted } from '../rules/say.ts';
import { type Asked, shownPath } from './collection.ts';
import { Refused, refusalOf } from './refused.ts';
import { checkWritable, isThere, writeNew } from './write.ts';

/** How it went: whether a file could not be written, and whether what was written lacks something. */
export interface BratWritten {
  readonly failed: boolean;
  readonly lacks: boolean;
}

/**
 * Writes each document into a folder as brat has it: its text as issued (`.txt`), its annotations (`.ann`), and
 * an `annotation.conf` for all. Folders are kept; what is there already is left as it is, or with `force` replaced.
 */
export function writeBrat({ documents }: Asked, out: string, force: boolean): BratWritten {
  const attributes = new Map<string, Set<string>>();
  const written = new Set<string>();
  let [annotations, failed, lacks] = [0, false, false];
  const tell = (words: string) => void process.stderr.write(`readout: ${words}\n`);
  const attempt = (write: () => void): boolean => {
    try {
      write();
      return true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      failed = true;
      tell(error.message);
      return false;
    }
  };
  for (const { entry } of documents) {
    const stem = join(out, stemOf(entry.uri));
    const standoff = standoffOf(entry);
    const brat = bratOf(standoff);
    const isDone = attempt(() => {
      if (written.has(stem)) {
        throw new Refused(
          `${shownPath(entry.uri)}: ${stem}.ann has just been made of another readout.`,
        );
      }
      const files = { [`${stem}.txt`]: standoff.text, [`${stem}.ann`]: brat.ann };
      writeAll(files, force);
    });
    if (!isDone) continue;
    written.add(stem);
    annotations += brat.written;
    for (const { key, value } of brat.attributes) {
      attributes.set(key, (attributes.get(key) ?? new Set()).add(value));
    }
    if (!brat.left) continue;
    lacks = true;
    const left = counted(brat.left, 'annotation');
    tell(`${stem}.ann lacks ${left} of ${shownPath(entry.uri)}, of which no words are left.`);
  }
  const codebooks = new Set(documents.map(({ snapshot }) => snapshot.codebook));
  const configuration = bratConfiguration({ codebooks, attributes });
  attempt(() => writeAll({ [join(out, 'annotation.conf')]: configuration }, force));
  const [all, readouts] = [counted(annotations, 'annotation'), counted(written.size, 'readout')];
  process.stdout.write(`${out}: ${all} of ${readouts}.\n`);
  return { failed, lacks };
}

/** The path of a document without its ending, below the folder one is in wherever it lies. */
const stemOf = (uri: string): string =>
  shownPath(uri)
    .replaceAll('\\', '/')
    .replace(/^(\.\.\/)+/, '')
    .replace(/\.readout(\.md)?$/, '');

/** Writes texts to files, by their paths; where one of these is there already, or may not be replaced, none. */
function writeAll(files: Readonly<Record<string, string>>, force: boolean): void {
  for (const path of Object.keys(files).filter((path) => existsSync(path))) {
    if (!force) throw isThere(path);
    checkWritable(path);
  }
  for (const [path, text] of Object.entries(files)) {
    try {
      mkdirSync(dirname(path), { recursive: true });
    } catch (error) {
      throw new Refused(`The folder ${dirname(path)} cannot be made. ${refusalOf(error)}`);
    }
    writeNew(path, [text], force);
  }
}
