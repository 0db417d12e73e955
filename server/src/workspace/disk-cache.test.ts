import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { CachedSummaries } from '../core/snapshot/cached-summaries.ts';
import { loading } from '../core/snapshot/loading.ts';
import { diskCache } from './disk-cache.ts';

const collection = 'file:///talks';

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
  return value as CachedSummaries;
}

describe('the cache on disk', () => {
  let folder: string;
  const cache = (stamp = '1.0') => diskCache(join(folder, 'made', 'late'), stamp);
  const files = () => readdirSync(join(folder, 'made', 'late'));
  const onlyFile = () => join(folder, 'made', 'late', files()[0] as string);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'readout-cache-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('gives back what was saved of a collection, and nothing else', async () => {
    const saved = summaries();
    await cache().save(collection, saved);
    assert.deepEqual(cache().load(collection), saved);
    assert.equal(cache().load('file:///others'), undefined);
    assert.deepEqual(files().length, 1);
  });

  it('has nothing before something was saved, and makes no folder for it', () => {
    assert.equal(cache().load(collection), undefined);
    assert.equal(existsSync(join(folder, 'made')), false);
  });

  it('does not take what another build has saved', async () => {
    await cache('1.0').save(collection, summaries());
    assert.equal(cache('1.1').load(collection), undefined);
  });

  it('does not take a file that was cut, or changed in any byte', async () => {
    await cache().save(collection, summaries());
    const whole = readFileSync(onlyFile());
    for (let at = 0; at < whole.length; at++) {
      writeFileSync(onlyFile(), whole.subarray(0, at));
      assert.equal(cache().load(collection), undefined, `cut at ${at}`);
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] as number) ^ 1;
      writeFileSync(onlyFile(), changed);
      assert.equal(cache().load(collection), undefined, `changed at ${at}`);
    }
    writeFileSync(onlyFile(), whole);
    assert.deepEqual(cache().load(collection), summaries());
  });

  it('tells texts apart', () => {
    const { print } = cache();
    assert.equal(print('The Ministers met.'), print('The Ministers met.'));
    assert.notEqual(print('The Ministers met.'), print('The Ministers met. '));
  });

  it('removes what nobody has asked for in a quarter of a year', async () => {
    await cache().save('file:///old', summaries());
    const old = new Date(Date.now() - 91 * 24 * 60 * 60 * 1000);
    utimesSync(onlyFile(), old, old);
    await cache().save(collection, summaries());
    assert.equal(cache().load('file:///old'), undefined);
    assert.deepEqual(cache().load(collection), summaries());
  });

  it('keeps what is asked for, however long ago it was saved', async () => {
    await cache().save(collection, summaries());
    const old = new Date(Date.now() - 91 * 24 * 60 * 60 * 1000);
    utimesSync(onlyFile(), old, old);
    assert.ok(cache().load(collection));
    // The time is set beside the reading, which nobody waits for.
    while (statSync(onlyFile()).mtimeMs < Date.now() - 60_000)
      await new Promise((resolve) => setImmediate(resolve));
    await cache().save('file:///others', summaries());
    assert.deepEqual(cache().load(collection), summaries());
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
