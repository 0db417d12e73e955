import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { CachedSummaries } from '../core/snapshot/cached-summaries.ts';
import type { CachedWords } from '../core/snapshot/cached-words.ts';
import { loading } from '../core/snapshot/loading.ts';
import { nameTable, noPrefix } from '../core/snapshot/name-table.ts';
import type { Cache } from './cache.ts';
import { diskCache } from './disk-cache.ts';

const collection = 'file:///talks';

/** Words of three letters in all, so that they do not fill up four bytes. */
const vocabulary = nameTable();
for (const word of ['of', 'x']) vocabulary.enter(noPrefix, word, 0, word.length);

const index: CachedWords = {
  ...{ basis: 'commitment event', words: vocabulary.names(), order: Int32Array.of(0, 1) },
  ...{ starts: Int32Array.of(0, 1, 3), postings: Int32Array.of(8, 1, 40) },
  ...{ firsts: Int32Array.of(0, -1), marks: 2 },
};

/** What is kept of two texts, one of them with all that a summary may say. */
function summaries(): CachedSummaries {
  const { read, cached } = loading();
  read(
    'file:///talks/a.readout.md',
    '---\ntitle: 会談\ndate: 2031-05-18\nseries: talks\nlang: ja\ncoding: draft\n---\n\n[x]{#m .event verb=affirms} [open\n',
    'print of a',
  );
  read('file:///talks/b.readout.md', '[y](a#m) [z](#orla)\n', 'print of b');
  const { value } = cached().next();
  return { ...(value as CachedSummaries), index };
}

describe('the cache on disk', () => {
  let folder: string;
  const cache = (stamp = '1.0') => diskCache(join(folder, 'made', 'late'), stamp);
  const load = (from: Cache, of: string) => from.load(of, async () => {});
  const files = () => readdirSync(join(folder, 'made', 'late'));
  const onlyFile = () => join(folder, 'made', 'late', files()[0] as string);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'readout-cache-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('gives back what was saved of a collection, and nothing else', async () => {
    const saved = summaries();
    await cache().save(collection, saved);
    assert.deepEqual(await load(cache(), collection), saved);
    assert.equal(await load(cache(), 'file:///others'), undefined);
    assert.deepEqual(files().length, 1);
  });

  it('has nothing before something was saved, and makes no folder for it', async () => {
    assert.equal(await load(cache(), collection), undefined);
    assert.equal(existsSync(join(folder, 'made')), false);
  });

  it('does not take what another build has saved', async () => {
    await cache('1.0').save(collection, summaries());
    assert.equal(await load(cache('1.1'), collection), undefined);
  });

  it('does not take a file that was cut, or changed in any byte', async () => {
    await cache().save(collection, summaries());
    const whole = readFileSync(onlyFile());
    // Each four bytes at least once, and in them each of the four.
    for (let at = 0; at < whole.length; at += at < 600 ? 1 : 3) {
      writeFileSync(onlyFile(), whole.subarray(0, at));
      assert.equal(await load(cache(), collection), undefined, `cut at ${at}`);
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] as number) ^ 1;
      writeFileSync(onlyFile(), changed);
      assert.equal(await load(cache(), collection), undefined, `changed at ${at}`);
    }
    writeFileSync(onlyFile(), whole);
    assert.deepEqual(await load(cache(), collection), summaries());
  });

  it('tells texts apart', () => {
    const print = (text: string) => cache().print(Buffer.from(text));
    assert.equal(print('The Ministers met.'), print('The Ministers met.'));
    assert.notEqual(print('The Ministers met.'), print('The Ministers met. '));
  });

  it('is saved though a file beside it has gone while old ones are looked for', async () => {
    await cache().save('file:///a', summaries());
    // As a file that another server has renamed: it is listed and cannot be found.
    symlinkSync(join(folder, 'gone'), join(folder, 'made', 'late', 'b.summaries.1'));
    await cache().save('file:///c', summaries());
    assert.ok(await load(cache(), 'file:///c'));
  });

  it('removes what nobody has asked for in a quarter of a year', async () => {
    await cache().save('file:///old', summaries());
    const old = new Date(Date.now() - 91 * 24 * 60 * 60 * 1000);
    utimesSync(onlyFile(), old, old);
    await cache().save(collection, summaries());
    assert.equal(await load(cache(), 'file:///old'), undefined);
    assert.deepEqual(await load(cache(), collection), summaries());
  });

  it('keeps what is asked for, however long ago it was saved', async () => {
    await cache().save(collection, summaries());
    const old = new Date(Date.now() - 91 * 24 * 60 * 60 * 1000);
    utimesSync(onlyFile(), old, old);
    assert.ok(await load(cache(), collection));
    // The time is set beside the reading, which nobody waits for.
    while (statSync(onlyFile()).mtimeMs < Date.now() - 60_000)
      await new Promise((resolve) => setImmediate(resolve));
    await cache().save('file:///others', summaries());
    assert.deepEqual(await load(cache(), collection), summaries());
  });

  it('says why it cannot save', async () => {
    // Not even one who may write everywhere can make a folder below a file.
    writeFileSync(join(folder, 'made'), '');
    await assert.rejects(cache().save(collection, summaries()), /ENOTDIR|EEXIST/);
  });

  it('leaves nothing half written', async () => {
    await cache().save(collection, summaries());
    const taken = onlyFile();
    rmSync(taken);
    mkdirSync(taken);
    await assert.rejects(cache().save(collection, summaries()), /EISDIR|ENOTEMPTY|EPERM|EEXIST/);
    assert.deepEqual(files(), [basename(taken)]);
  });
});
