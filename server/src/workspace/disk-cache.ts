import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { endianness } from 'node:os';
import { join } from 'node:path';
import type { CachedDocument, CachedSummaries } from '../core/snapshot/cached-summaries.ts';
import type { Cache } from './cache.ts';

/** How long a file that nobody asks for is kept: a quarter of a year, in milliseconds. */
const longest = 90 * 24 * 60 * 60 * 1000;

const ending = '.summaries';

/** How many characters of a digest tell two texts apart: 132 bits. */
const printLength = 22;

/**
 * A cache in a folder of this machine, one file a collection. The folder is made when something is saved.
 * @param stamp tells this build from others, whose files are not read
 */
export function diskCache(folder: string, stamp: string): Cache {
  const pathOf = (collection: string): string =>
    join(folder, `${createHash('sha256').update(collection).digest('hex').slice(0, 32)}${ending}`);
  return {
    print: (text) => createHash('sha256').update(text).digest('base64').slice(0, printLength),
    load: (collection) => {
      const path = pathOf(collection);
      const found = readSaved(path, stampOf(collection, stamp));
      const now = new Date();
      if (found) utimes(path, now, now).catch(() => {});
      return found;
    },
    save: async (collection, summaries) => {
      await mkdir(folder, { recursive: true });
      await removeOld(folder);
      await replace(pathOf(collection), encode(stampOf(collection, stamp), summaries));
    },
  };
}

/** What a file has to say of itself to be read. */
const stampOf = (collection: string, stamp: string): string =>
  JSON.stringify([collection, stamp, endianness()]);

/** Another window may read the file meanwhile, so it is never there in part. */
async function replace(path: string, pieces: readonly Uint8Array[]): Promise<void> {
  const written = `${path}.${process.pid}`;
  try {
    await writeFile(written, pieces);
    await rename(written, path);
  } catch (error) {
    await rm(written, { force: true });
    throw error;
  }
}

/** Removes what nobody has asked for in a long time: folders go, and nobody tells. */
async function removeOld(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.includes(ending)) continue;
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > longest) await rm(path, { force: true });
  }
}

/**
 * The file: a digest of all that follows, the length of the head, the head as JSON, and the four arrays, the
 * ones of wider numbers first so that each lies where its numbers may.
 */
interface Head {
  readonly stamp: string;
  /** How many numbers each array has. */
  readonly lengths: readonly [number, number, number, number, number];
  readonly documents: readonly Row[];
}

type Row = readonly [
  print: string,
  own: string,
  title: string | null,
  date: string | null,
  series: string | null,
  lang: string | null,
  coding: 'draft' | 'done' | null,
  mentions: number,
  definitions: number,
  doubts: readonly string[] | null,
  verbs: readonly string[] | null,
];

const digestLength = 32;
/** Where the head begins: behind the digest and its own length. */
const headStart = digestLength + 4;

function encode(
  stamp: string,
  { names, words, numbers, documents }: CachedSummaries,
): Uint8Array[] {
  const arrays = [numbers, names.ends, words.ends, names.units, words.units] as const;
  const [rows, nameEnds, wordEnds, nameUnits, wordUnits] = arrays;
  const head: Head = {
    stamp,
    lengths: [rows.length, nameEnds.length, wordEnds.length, nameUnits.length, wordUnits.length],
    documents: documents.map(rowOf),
  };
  const said = Buffer.from(JSON.stringify(head));
  // Blanks at the end of JSON mean nothing.
  const padded = Buffer.alloc(aligned(said.length), ' ');
  said.copy(padded);
  const length = Buffer.alloc(4);
  length.writeInt32LE(padded.length);
  const rest = [length, padded, ...arrays.map(bytesOf)];
  const digest = createHash('sha256');
  for (const piece of rest) digest.update(piece);
  return [digest.digest(), ...rest];
}

const aligned = (length: number): number => (length + 3) & ~3;

const bytesOf = ({ buffer, byteOffset, byteLength }: Int32Array | Uint16Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

function rowOf(document: CachedDocument): Row {
  const { print, own, title, date, series, lang, coding, doubts, verbs } = document;
  const words = [title ?? null, date ?? null, series ?? null, lang ?? null] as const;
  const counts = [document.mentionCount, document.definitionCount] as const;
  const doubted = doubts?.size ? [...doubts] : null;
  return [print, own, ...words, coding ?? null, ...counts, doubted, verbs ?? null];
}

/** Nothing where there is no file, or one of another build, or one that is not whole. */
function readSaved(path: string, stamp: string): CachedSummaries | undefined {
  try {
    return decode(readFileSync(path), stamp);
  } catch {
    return undefined;
  }
}

function decode(file: Buffer, stamp: string): CachedSummaries | undefined {
  const digest = createHash('sha256').update(file.subarray(digestLength)).digest();
  if (!digest.equals(file.subarray(0, digestLength))) return undefined;
  const headEnd = headStart + file.readInt32LE(digestLength);
  const head: Head = JSON.parse(file.toString('utf8', headStart, headEnd));
  if (head.stamp !== stamp) return undefined;
  let at = file.byteOffset + headEnd;
  const taken = <T>(
    array: { readonly BYTES_PER_ELEMENT: number } & (new (
      buffer: ArrayBuffer,
      from: number,
      length: number,
    ) => { readonly slice: () => T }),
    length: number,
  ): T => {
    const from = at;
    at += length * array.BYTES_PER_ELEMENT;
    // Copied, so that the file does not stay in memory for what is used of it.
    return new array(file.buffer as ArrayBuffer, from, length).slice();
  };
  const [rows, nameEnds, wordEnds, nameUnits, wordUnits] = head.lengths;
  const numbers = taken(Int32Array, rows);
  const ends = [taken(Int32Array, nameEnds), taken(Int32Array, wordEnds)] as const;
  const units = [taken(Uint16Array, nameUnits), taken(Uint16Array, wordUnits)] as const;
  return {
    numbers,
    names: { units: units[0], ends: ends[0] },
    words: { units: units[1], ends: ends[1] },
    documents: head.documents.map(documentOf),
  };
}

const noDoubts: ReadonlySet<string> = new Set();

function documentOf(row: Row): CachedDocument {
  return {
    print: row[0],
    own: row[1],
    title: row[2] ?? undefined,
    date: row[3] ?? undefined,
    series: row[4] ?? undefined,
    lang: row[5] ?? undefined,
    coding: row[6] ?? undefined,
    mentionCount: row[7],
    definitionCount: row[8],
    doubts: row[9] ? new Set(row[9]) : noDoubts,
    verbs: row[10] ?? undefined,
  };
}
