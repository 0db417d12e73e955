import assert from 'node:assert/strict';
import type { CachedSummaries } from '../core/snapshot/cached-summaries.ts';
import type { CachedWords } from '../core/snapshot/cached-words.ts';
import { nameTable } from '../core/snapshot/name-table.ts';
import { emptySnapshot, type Snapshot } from '../core/snapshot/snapshot.ts';
import type { Cache } from './cache.ts';
import { folderReader } from './reading.ts';
import type { Listeners } from './world.ts';

const top = 'file:///c';

/** A folder of so many readouts, a host that keeps what is read of it, and what it was told. */
function desk(count: number) {
  const texts = new Map<string, string>();
  for (let i = 0; i < count; i++) texts.set(`${top}/r${i}.readout`, `[x]{#m${i} .place}\n`);
  const kept = new Map<string, CachedSummaries>();
  const logged: string[] = [];
  const opened = new Set<string>();
  let saves = 0;
  const cache: Cache = {
    print: (bytes) => Buffer.from(bytes).toString(),
    load: async (collection) => kept.get(collection),
    save: async (collection, summaries) => {
      saves++;
      kept.set(collection, summaries);
    },
  };
  async function read(
    more: Partial<Cache> = {},
    pause: () => void = () => {},
    index: Pick<Listeners, 'words' | 'recalled'> = {},
  ) {
    const snapshots = new Map<string, Snapshot>([[top, emptySnapshot()]]);
    const before = saves;
    const own = { ...cache, ...more };
    const reader = folderReader({
      filesFor: () => ({
        list: () => [],
        read: (uri, print) => {
          const text = texts.get(uri) ?? '';
          return print ? { text, print: print(Buffer.from(text)) } : { text };
        },
        collectionAbove: () => top,
      }),
      listeners: {
        affected: () => {},
        wider: () => {},
        cache: () => own,
        log: (line) => void logged.push(line),
        pause: async () => pause(),
        ...index,
      },
      snapshots,
      unreadable: new Map(),
      isOpen: (uri) => opened.has(uri),
      ownerOf: () => top,
    });
    await reader.readAll(
      [...texts.keys()],
      () => {},
      () => false,
    );
    // Keeping goes on by itself; all it waits for here are promises that are kept already.
    await new Promise((resolve) => setImmediate(resolve));
    const snapshot = snapshots.get(top) as Snapshot;
    return { snapshot, saved: saves - before };
  }
  return { texts, kept, logged, opened, read };
}

describe('reading a folder', () => {
  it('keeps what it has read of a large collection, until much of it has changed', async () => {
    const { texts, read } = desk(200);
    assert.equal((await read()).saved, 1);
    assert.equal((await read()).saved, 0);
    for (let i = 0; i < 4; i++) texts.set(`${top}/r${i}.readout`, `[y]{#n${i} .place}\n`);
    assert.equal((await read()).saved, 0);
    texts.set(`${top}/r4.readout`, '[y]{#n4 .place}\n');
    const { snapshot, saved } = await read();
    assert.equal(saved, 1);
    const ids = (name: string) =>
      snapshot.entries.get(`${top}/${name}.readout`)?.summary.definitions.map(({ id }) => id);
    assert.deepEqual(ids('r4'), ['n4']);
    assert.deepEqual(ids('r5'), ['m5']);
    assert.equal((await read()).saved, 0);
  });

  it('keeps what it has read again where the words of marks that were kept are of no use', async () => {
    const { kept, read } = desk(200);
    const none = nameTable().names();
    const [of, starts] = [new Int32Array(0), new Int32Array(1)];
    const words: CachedWords = {
      ...{ basis: '', words: none, order: of, starts, postings: of, firsts: of, marks: 0 },
    };
    let isGood = true;
    const index: Pick<Listeners, 'words' | 'recalled'> = {
      // biome-ignore lint/correctness/useYield: all of it comes at once
      *words() {
        return words;
      },
      recalled: () => isGood,
    };
    const saved = async () => (await read({}, () => {}, index)).saved;
    assert.equal(await saved(), 1);
    assert.equal(kept.get(top)?.index, words);
    assert.equal(await saved(), 0);
    isGood = false;
    assert.equal(await saved(), 1);
  });

  it('keeps nothing of a small one', async () => {
    assert.equal((await desk(199).read()).saved, 0);
  });

  it('says so when it could not be kept', async () => {
    const { read, logged } = desk(200);
    await read({ save: () => Promise.reject(new Error('no space left')) });
    assert.deepEqual(logged, [
      'What was read could not be kept, so the next start takes as long as this one: no space left',
    ]);
  });

  it('lets a buffer win that is opened while what was kept is taken up', async () => {
    const { opened, read } = desk(200);
    await read();
    const first = `${top}/r0.readout`;
    const { snapshot } = await read({}, () => opened.add(first));
    assert.equal(snapshot.entries.has(first), false);
    assert.equal(snapshot.entries.has(`${top}/r1.readout`), true);
  });
});
