import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { CachedDocument, CachedSummaries } from '../core/snapshot/cached-summaries.ts';
import type { DocumentLists } from '../core/snapshot/name-lists.ts';
import type { Names } from '../core/snapshot/name-table.ts';
import type { Cache } from './cache.ts';
import { type Contents, encodeFile, type Numbers, readFileOf } from './cache-file.ts';
import { removeOld, replaceFile } from './kept-files.ts';

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
    print: (bytes) => createHash('sha256').update(bytes).digest('base64').slice(0, printLength),
    load: async (collection, pause) => {
      const path = pathOf(collection);
      const found = await readSaved(path, stampOf(collection, stamp), pause);
      const now = new Date();
      if (found) utimes(path, now, now).catch(() => {});
      return found;
    },
    save: async (collection, summaries) => {
      await mkdir(folder, { recursive: true });
      await removeOld(folder, ending);
      await replaceFile(
        pathOf(collection),
        encodeFile(stampOf(collection, stamp), contentsOf(summaries)),
      );
    },
  };
}

/** What a file has to say of itself to be read. */
const stampOf = (collection: string, stamp: string): string => JSON.stringify([collection, stamp]);

/** What is said of a document, as JSON. */
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

function contentsOf(summaries: CachedSummaries): Contents {
  const { names, words, numbers, documents, lists, index } = summaries;
  const arrays: Numbers[] = [numbers, ...arraysOf(names), ...arraysOf(words)];
  const { mentions, owns, readers } = lists;
  arrays.push(mentions.starts, mentions.documents, ...arraysOf(owns));
  arrays.push(readers.starts, readers.documents);
  if (index) {
    const { words: indexed, order, starts, postings, firsts } = index;
    arrays.push(...arraysOf(indexed), order, starts, postings, firsts);
  }
  const said: Said = {
    documents: documents.map(rowOf),
    index: index ? [index.basis, index.marks] : null,
  };
  return { arrays, said };
}

const arraysOf = ({ units, ends, places }: Names): Numbers[] => [units, ends, places];

/** What stands in a file beside the arrays. */
interface Said {
  readonly documents: readonly Row[];
  readonly index: readonly [basis: string, marks: number] | null;
}

function rowOf(document: CachedDocument): Row {
  const { print, own, title, date, series, lang, coding, doubts, verbs } = document;
  const words = [title ?? null, date ?? null, series ?? null, lang ?? null] as const;
  const counts = [document.mentionCount, document.definitionCount] as const;
  const doubted = doubts?.size ? [...doubts] : null;
  return [print, own, ...words, coding ?? null, ...counts, doubted, verbs ?? null];
}

/** Nothing where there is no file, or one that cannot be believed. */
async function readSaved(
  path: string,
  stamp: string,
  pause: () => Promise<void>,
): Promise<CachedSummaries | undefined> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    const contents = await readFileOf(file, stamp, pause);
    return contents && summariesOf(contents);
  } catch {
    return undefined;
  } finally {
    await file?.close();
  }
}

function summariesOf({ arrays, said }: Contents): CachedSummaries {
  const { documents, index } = said as Said;
  const left = [...arrays];
  const int32 = (): Int32Array => left.shift() as Int32Array;
  const names = (): Names => ({
    units: left.shift() as Uint16Array,
    ends: int32(),
    places: int32(),
  });
  const lists = (): DocumentLists => ({ starts: int32(), documents: int32() });
  return {
    numbers: int32(),
    names: names(),
    words: names(),
    documents: documents.map(documentOf),
    lists: { mentions: lists(), owns: names(), readers: lists() },
    ...(index && {
      index: {
        ...{ basis: index[0], marks: index[1], words: names() },
        ...{ order: int32(), starts: int32(), postings: int32(), firsts: int32() },
      },
    }),
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
