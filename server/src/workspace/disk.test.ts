import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { URI } from 'vscode-uri';
import { disk } from './disk.ts';
import type { Listing } from './files.ts';

describe('the disk', () => {
  let folder: string;
  const uri = (name = '') => URI.file(join(folder, name)).toString();
  const write = (name: string, content = 'x') => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  };
  const list = (enters: (folder: string) => boolean = () => true): Listing[] => [
    ...(disk.list(uri(), enters) as Iterable<Listing>),
  ];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'readout-disk-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('lists readouts and YAML, and what git is told, folder by folder', () => {
    for (const name of ['b.readout', 'a.readout.md', 'readout.yaml', 'notes.md', '.gitignore'])
      write(name);
    write('in/c.readout');
    write('.git/info/exclude');
    const [top, ...below] = list((one) => one.endsWith('/in'));
    assert.deepEqual(top?.files, ['a.readout.md', 'b.readout', 'readout.yaml'].map(uri));
    assert.deepEqual(
      [...(top?.ignores ?? [])].sort(),
      ['.git/info/exclude', '.gitignore'].map(uri),
    );
    assert.deepEqual(
      below.flatMap(({ files }) => files),
      [uri('in/c.readout')],
    );
  });

  it('writes addresses as editors do', () => {
    const names = [
      'a b.readout',
      'é%20.readout',
      "o'c (1) & [x].readout",
      '会談.readout',
      '#+@!$,;=~.readout',
    ];
    for (const name of names) write(name);
    const [top] = list();
    assert.deepEqual([...(top?.files ?? [])].sort(), names.map(uri).sort());
  });

  it('passes over a folder that has gone since it was listed', () => {
    write('in/a.readout');
    const found: Listing[] = [];
    for (const listing of disk.list(uri(), () => true) as Iterable<Listing>) {
      found.push(listing);
      rmSync(join(folder, 'in'), { recursive: true, force: true });
    }
    assert.deepEqual(
      found.flatMap(({ files, skipped }) => [...files, ...skipped]),
      [],
    );
  });

  it('tells of names that are no UTF-8, which no file can be opened by', function () {
    const raw = (name: string) =>
      Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, 'latin1')]);
    try {
      for (const name of ['a\xe9.readout', 'b\xe9.txt']) writeFileSync(raw(name), 'x');
      mkdirSync(raw('in\xe9'));
    } catch {
      // Windows and macOS have no such names.
      this.skip();
    }
    write('\uFFFD.readout');
    const [top, ...below] = list();
    assert.deepEqual(below, []);
    assert.deepEqual(top?.files, [uri('\uFFFD.readout')]);
    assert.deepEqual(
      top?.skipped.map(({ uri: one, why }) => [one, why]).sort(),
      ['a\uFFFD.readout', 'in\uFFFD'].map((name) => [uri(name), 'name-not-utf-8']),
    );
  });

  it('tells of links, and follows none', () => {
    write('a.readout');
    symlinkSync(join(folder, 'a.readout'), join(folder, 'b.readout'));
    symlinkSync(folder, join(folder, 'loop'));
    const [top, ...below] = list();
    assert.deepEqual(below, []);
    const links = [...(top?.skipped ?? [])].sort((a, b) => (a.uri < b.uri ? -1 : 1));
    assert.deepEqual(
      links,
      ['b.readout', 'loop'].map((name) => ({ uri: uri(name), why: 'link' })),
    );
    assert.deepEqual(disk.read(uri('b.readout')), { gone: true });
  });

  it('reads no folder, nothing below a file, and waits for no pipe', () => {
    mkdirSync(join(folder, 'a.readout'));
    write('b.readout');
    execFileSync('mkfifo', [join(folder, 'c.readout')]);
    assert.deepEqual(disk.read(uri('a.readout')), { gone: true });
    assert.deepEqual(disk.read(uri('b.readout/c.readout')), { gone: true });
    assert.deepEqual(disk.read(uri('c.readout')), { unreadable: 'failed' });
  });

  it('takes only a file for the codebook of a collection further up', () => {
    write('readout.yaml');
    mkdirSync(join(folder, 'in/deep/readout.yaml'), { recursive: true });
    symlinkSync(join(folder, 'readout.yaml'), join(folder, 'in/readout.yaml'));
    assert.equal(disk.collectionAbove(uri('in/deep')), uri());
    assert.equal(disk.collectionAbove(uri('readout.yaml/in')), uri());
  });

  it('knows a home and what holds it', () => {
    const of = (path: string) => disk.isHome?.(URI.file(path).toString().replace(/\/$/, ''));
    assert.deepEqual([homedir(), dirname(homedir()), '/'].map(of), [true, true, true]);
    assert.deepEqual([join(homedir(), 'texts'), `${homedir()}x`, folder].map(of), [
      false,
      false,
      false,
    ]);
  });

  it('finds what git is told above a folder, up to its repository', () => {
    mkdirSync(join(folder, 'r/.git'), { recursive: true });
    mkdirSync(join(folder, 'r/a/b'), { recursive: true });
    assert.deepEqual(
      disk.ignoresAbove?.(uri('r/a/b')),
      ['r/.git/info/exclude', 'r/.gitignore', 'r/a/.gitignore'].map(uri),
    );
    assert.deepEqual(disk.ignoresAbove?.(uri('r')), [uri('r/.git/info/exclude')]);
  });
});
