import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Reader, readerOf } from './reader.ts';
import { browserFor, openEditor, type Session } from './session.ts';

const talks = `---
title: Talks
date: 2031-04-02
---

In [Orla](#orla) they spoke of [Vessen](#vessen) and [will report]{#report .commitment due=2031-06}.
`;

const files = {
  'both.code-workspace': JSON.stringify({ folders: [{ path: 'north' }, { path: 'south' }] }),
  'north/readout.yaml': 'name: north\nentities: { orla: { kind: place, name: Orla } }\n',
  'north/talks.readout.md': talks,
  'north/isles/readout.yaml': 'name: isles\n',
  'north/isles/talks.readout.md': talks,
  'south/readout.yaml': `name: south
entities: { orla: { kind: place, name: Orla }, vessen: { kind: place, name: Vessen } }
`,
  'south/talks.readout.md': talks,
};

describe('two folders with a codebook each, in VS Code 1.91 for the web', function () {
  this.timeout(60_000);
  let folder: string;
  let session: Session | undefined;
  let reader: Reader;

  before(async function () {
    const browser = browserFor(this);
    folder = mkdtempSync(join(tmpdir(), 'readout-folders-'));
    for (const [name, words] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), words);
    }
    const theme = { 'workbench.colorTheme': 'Default Light Modern' };
    session = await openEditor(browser, folder, theme, { workspace: 'both.code-workspace' });
    reader = readerOf(session);
    assert.deepEqual(await reader.folders(2), ['north', 'south']);
  });

  afterEach(async function () {
    if (session && this.currentTest?.isFailed())
      await reader.picture(`failed ${this.currentTest.title}`);
  });

  after(async () => {
    await session?.close();
    if (folder) rmSync(folder, { recursive: true });
  });

  it('judges each text by the codebook of its own folder', async () => {
    await reader.open('talks.readout.md');
    const unknown = [{ code: 'unresolved', severity: 'Error', words: '#vessen' }];
    assert.deepEqual(await reader.findings('unresolved'), unknown);
    await reader.open('../south/talks.readout.md');
    assert.deepEqual(await reader.findings(), []);
  });

  it('counts in the status bar what is wrong in a collection, and not in those that lie in it', async () => {
    await reader.open('isles/talks.readout.md');
    await reader.statusBarSays('isles: 1 readout, 2 errors, 0 warnings. Show the register');
    await reader.open('talks.readout.md');
    await reader.statusBarSays('north: 1 readout, 1 error, 0 warnings. Show the register');
  });

  it('goes to the name in the codebook of its own folder', async () => {
    await reader.open('../south/talks.readout.md');
    const [found] = await reader.definitions('[Vessen](#vessen');
    assert.match(found?.line ?? '', /vessen: \{/);
  });

  it('shows in each folder what is set there', async () => {
    await reader.setInFolder('south', 'readout.asOf', '2031-09-01');
    await reader.setInFolder('north', 'readout.asOf', '2031-05-01');
    await reader.open('talks.readout.md');
    assert.match(await reader.hover('will report'), /Status: \*\*standing\*\*/);
    await reader.open('../south/talks.readout.md');
    assert.match(await reader.hover('will report'), /Status: \*\*overdue\*\*/);
    await reader.picture('two folders');
  });
});
