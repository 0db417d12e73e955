import assert from 'node:assert/strict';
import type { Snapshot } from '../core/snapshot/snapshot.ts';
import { isIgnoreFile } from './belonging.ts';
import { type Files, type FileText, isWanted, type Skipped } from './files.ts';
import { createWorkspace, type Listeners, type Unsure } from './workspace.ts';

/** A workspace over files in memory, and what it has asked for and told. */
async function workspaceOf(
  files: Readonly<Record<string, string | FileText>>,
  more: Partial<Files & Listeners> = {},
) {
  const disk = new Map(Object.entries(files).map(([name, text]) => [uriOf(name), text]));
  const asked = { listed: [] as string[], read: [] as string[] };
  const host: Files = {
    list: (folder) => {
      asked.listed.push(folder);
      const below = [...disk.keys()].filter((uri) => uri.startsWith(`${folder}/`));
      return [
        {
          files: below.filter((uri) => isWanted(uri)),
          ignores: below.filter(isIgnoreFile),
          skipped: [],
        },
      ];
    },
    read: (uri) => {
      asked.read.push(uri);
      const file = disk.get(uri) ?? { gone: true as const };
      return typeof file === 'string' ? { text: file } : file;
    },
    collectionAbove: (folder) => (disk.has(`${folder}/readout.yaml`) ? folder : undefined),
    standing: (uri) => {
      if (disk.has(uri)) return 'file';
      return [...disk.keys()].some((one) => one.startsWith(`${uri}/`)) ? 'folder' : 'nothing';
    },
    ...more,
  };
  const rounds: string[][] = [];
  const workspace = createWorkspace(() => host, {
    affected: (uris) => void rounds.push([...uris].map((uri) => uri.slice(top.length + 1))),
    wider: () => {},
    log: () => {},
    pause: async () => {},
    ...more,
  });
  const outcome = await workspace.addFolder(top);
  await workspace.settle();
  /** Writes files; gives their addresses. */
  const put = (changed: Readonly<Record<string, string | FileText | undefined>>) => {
    for (const [name, text] of Object.entries(changed)) {
      if (text === undefined) disk.delete(uriOf(name));
      else disk.set(uriOf(name), text);
    }
    rounds.length = 0;
    return Object.keys(changed).map(uriOf);
  };
  /** Writes files and tells of them; gives the names whose findings may have changed. */
  const write = async (changed: Readonly<Record<string, string | FileText | undefined>>) => {
    await workspace.filesChanged(put(changed));
    return [...new Set(rounds.flat())].sort();
  };
  /** The names of the documents of the collection a file is in. */
  const members = (name = 'x.readout') =>
    [...workspace.snapshotOf(uriOf(name)).entries.keys()]
      .map((uri) => uri.slice(top.length + 1))
      .sort();
  return { workspace, write, put, rounds, asked, members, outcome };
}

/** A promise and what keeps it. */
function gate(): [Promise<void>, () => void] {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return [passed, open];
}

const top = 'file:///c';
const uriOf = (name: string): string => `${top}/${name}`;

describe('a workspace', () => {
  it('tells apart what was opened or closed as it was from what was changed', async () => {
    const told: (string | undefined)[] = [];
    const { workspace } = await workspaceOf(
      { 'a.readout': 'As it was.\n' },
      { affected: (_, opened) => void told.push(opened) },
    );
    const uri = uriOf('a.readout');
    const open = (version: number, text: string) =>
      workspace.openBuffer({ uri, version, language: 'readout', text });
    told.length = 0;
    await open(1, 'As it was.\n');
    assert.deepEqual(told, ['opened']);
    await open(2, 'As it is.\n');
    assert.deepEqual(told, ['opened', undefined]);
    await open(3, 'As it was.\n');
    told.length = 0;
    await workspace.closeBuffer(uri);
    assert.deepEqual(told, ['opened']);
  });

  it('reads the YAML that its codebook includes, and no other', async () => {
    const { workspace } = await workspaceOf({
      'readout.yaml': 'include: [names/*.yaml]\n',
      'names/a.yaml': 'entities: { a: { kind: actor } }\n',
      'names/b.yaml': { unreadable: 'not-utf-8' },
      'other.yaml': { unreadable: 'not-utf-8' },
    });
    const { codebook } = workspace.snapshotOf(uriOf('x.readout.md'));
    assert.deepEqual(
      codebook.files.map(({ uri }) => uri),
      [uriOf('readout.yaml'), uriOf('names/a.yaml')],
    );
    assert.equal(workspace.unreadable(uriOf('names/b.yaml')), 'not-utf-8');
    assert.equal(workspace.unreadable(uriOf('other.yaml')), undefined);
  });

  it('says which includes take no file, as soon and as long as they take none', async () => {
    const { workspace, write } = await workspaceOf({
      'readout.yaml': 'include: [names/*.yaml, lost.yaml, readout.yaml]\n',
      'names/a.yaml': { unreadable: 'not-utf-8' },
    });
    const idle = () =>
      workspace
        .snapshotOf(uriOf('x.readout.md'))
        .codebook.issues.map(({ what }) => /“(.+)”, so nothing is included/.exec(what)?.[1]);
    assert.deepEqual(idle(), ['lost.yaml', 'readout.yaml']);
    await write({ 'lost.yaml': { unreadable: 'not-utf-8' } });
    assert.deepEqual(idle(), ['readout.yaml']);
    await write({ 'lost.yaml': undefined, 'names/a.yaml': undefined });
    assert.deepEqual(idle(), ['names/*.yaml', 'lost.yaml', 'readout.yaml']);
  });

  it('judges all texts anew when the codebook says something else, and only then', async () => {
    const { write } = await workspaceOf({
      'readout.yaml': 'include: [names.yaml]\n',
      'names.yaml': 'entities: { a: { kind: actor } }\n',
      'one.readout.md': 'One.\n',
      'two.readout.md': 'Two.\n',
    });
    assert.deepEqual(await write({ 'data.yaml': 'x: 1\n' }), ['data.yaml']);
    assert.deepEqual(await write({ 'readout.yaml': 'include: [names.yaml]\n' }), ['readout.yaml']);
    const all = ['names.yaml', 'one.readout.md', 'readout.yaml', 'two.readout.md'];
    assert.deepEqual(await write({ 'names.yaml': 'entities: { b: { kind: actor } }\n' }), all);
    assert.deepEqual(await write({ 'names.yaml': undefined }), all);
  });

  it('makes a folder a collection of its own when a codebook appears there', async () => {
    const { workspace, write } = await workspaceOf({
      'a.readout.md': 'A.\n',
      'in/b.readout.md': 'B.\n',
    });
    const outer = workspace.snapshotOf(uriOf('a.readout.md'));
    assert.equal(outer, workspace.snapshotOf(uriOf('in/b.readout.md')));
    await write({ 'in/readout.yaml': 'name: Inner\n' });
    const inner = workspace.snapshotOf(uriOf('in/b.readout.md'));
    assert.deepEqual([...inner.entries.keys()], [uriOf('in/b.readout.md')]);
    assert.deepEqual(
      [...workspace.snapshotOf(uriOf('a.readout.md')).entries.keys()],
      [uriOf('a.readout.md')],
    );
    await write({ 'in/readout.yaml': undefined });
    assert.equal(workspace.snapshotOf(uriOf('in/b.readout.md')).entries.size, 2);
  });

  it('takes two thousand files that change in many breaths as one batch', async () => {
    const { workspace, put, rounds, asked, members } = await workspaceOf({ 'a.readout': 'A.\n' });
    const names = Array.from({ length: 2000 }, (_, i) => `b${i}.readout`);
    const uris = put(Object.fromEntries(names.map((name) => [name, 'B.\n'])));
    const told: Promise<void>[] = [];
    for (let at = 0; at < uris.length; at += 100) {
      told.push(workspace.filesChanged(uris.slice(at, at + 100)));
    }
    asked.read.length = 0;
    await Promise.all(told);
    assert.equal(members().length, 2001);
    assert.equal(asked.read.length, 2000);
    // Once for the snapshot that was made, once for the files themselves.
    assert.deepEqual(
      rounds.map(({ length }) => length),
      [2000, 2000],
    );
  });

  it('passes over files that were touched and say what they said', async () => {
    const { workspace, write } = await workspaceOf({ 'a.readout': 'A.\n' });
    const before = workspace.snapshotOf(uriOf('a.readout'));
    await write({ 'a.readout': 'A.\n' });
    assert.equal(workspace.snapshotOf(uriOf('a.readout')), before);
  });

  /** Texts of a folder; the first four are put into their collection before the last is read. */
  const five = ['a', 'b', 'c', 'd', 'e'].map((name) => uriOf(`${name}.readout`));

  /** A workspace whose reading of these stands before the last, until it may go on. */
  async function halfRead() {
    const [begun, begin] = gate();
    const [halted, goOn] = gate();
    const { workspace } = await workspaceOf(
      {},
      {
        list: () => [{ files: five, skipped: [] }],
        read: async (uri) => {
          if (uri === five[4]) {
            begin();
            await halted;
          }
          return isIgnoreFile(uri) ? { gone: true } : { text: 'They agree.\n' };
        },
        ...{ isHome: () => true, unsure: () => {} },
      },
    );
    const reading = workspace.addFolder(top, { whole: true });
    await begun;
    return { workspace, reading, goOn };
  }

  it('forgets a folder that is closed while it is read', async () => {
    const { workspace, reading, goOn } = await halfRead();
    const closing = workspace.removeFolder(top);
    goOn();
    assert.equal(await reading, 'closed');
    await closing;
    assert.deepEqual([...workspace.snapshots()], []);
  });

  it('reads all of a folder that is closed while it is read and opened again', async () => {
    const { workspace, goOn } = await halfRead();
    const closing = workspace.removeFolder(top);
    const again = workspace.addFolder(top, { whole: true });
    goOn();
    await closing;
    assert.deepEqual(await again, { read: 5, of: 5 });
    const { entries } = workspace.snapshotOf(uriOf('a.readout'));
    assert.deepEqual([...entries.keys()].sort(), five);
    assert.ok(workspace.areWhole());
  });

  it('forgets what lay in an open folder that was deleted, and reads it when it is there again', async () => {
    const { workspace, put, members } = await workspaceOf({ 'a.readout': 'They agree.\n' });
    put({ 'a.readout': undefined });
    await workspace.filesChanged([top]);
    assert.deepEqual(members(), []);
    put({ 'readout.yaml': 'name: Talks\n', 'in/b.readout': 'They agree.\n' });
    await workspace.filesChanged([top]);
    assert.deepEqual(members(), ['in/b.readout']);
    assert.equal(workspace.snapshotOf(uriOf('a.readout')).codebook.name, 'Talks');
  });

  it('takes in folders that are named like files, and forgets them', async () => {
    const { workspace, put, members } = await workspaceOf({ 'a.readout': 'They agree.\n' });
    const told = ['a.readout', 'x.yaml', 'x.yaml/in.yml'].map(uriOf);
    put({
      'a.readout': undefined,
      'a.readout/b.readout': 'They agree.\n',
      'x.yaml/in.yml/c.readout': 'They agree.\n',
      'x.yaml/readout.yaml': 'name: Talks\n',
    });
    await workspace.filesChanged(told);
    assert.deepEqual(members(), ['a.readout/b.readout']);
    assert.deepEqual(members('x.yaml/x.readout'), ['x.yaml/in.yml/c.readout']);
    put({
      'a.readout/b.readout': undefined,
      'x.yaml/in.yml/c.readout': undefined,
      'x.yaml/readout.yaml': undefined,
    });
    await workspace.filesChanged(told);
    assert.deepEqual(members(), []);
    assert.deepEqual(members('x.yaml/x.readout'), []);
  });

  it('takes events that come while it reads for what came after', async () => {
    let text = 'Before.\n';
    const [begun, begin] = gate();
    const [halted, goOn] = gate();
    const readSlowly = async (): Promise<FileText> => {
      const read = { text };
      begin();
      if (text === 'Before.\n') await halted;
      return read;
    };
    const { workspace } = await workspaceOf(
      {},
      {
        list: () => [{ files: [uriOf('a.readout')], skipped: [] }],
        read: () => (text === '' ? { gone: true } : readSlowly()),
        ...{ isHome: () => true, unsure: () => {} },
      },
    );
    const reading = workspace.addFolder(top, { whole: true });
    await begun;
    text = 'After.\n';
    const event = workspace.filesChanged([uriOf('a.readout')]);
    // As much time as the event would need if it did not wait.
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
    goOn();
    await Promise.all([reading, event]);
    const { entries } = workspace.snapshotOf(uriOf('a.readout'));
    assert.equal(entries.get(uriOf('a.readout'))?.text, 'After.\n');
  });

  it('leaves out what is ignored where one listing says all, and hears of new rules', async () => {
    const { write, members } = await workspaceOf({
      'deep/.gitignore': 'x.readout\n',
      '.gitignore': 'drafts/\n',
      'drafts/a.readout': 'A.\n',
      'deep/x.readout': 'X.\n',
      'deep/y.readout': 'Y.\n',
      'in/readout.yaml': 'exclude: [old]\n',
      'in/old/a.readout': 'O.\n',
      'in/new.readout': 'N.\n',
    });
    assert.deepEqual(members(), ['deep/y.readout']);
    assert.deepEqual(members('in/x.readout'), ['in/new.readout']);
    await write({ '.gitignore': undefined, 'in/readout.yaml': 'exclude: ["n*"]\n' });
    assert.deepEqual(members(), ['deep/y.readout', 'drafts/a.readout']);
    assert.deepEqual(members('in/x.readout'), ['in/old/a.readout']);
  });

  it('looks around only where it was told to read', async () => {
    const { workspace, asked } = await workspaceOf({ 'a.readout': 'A.\n' });
    asked.listed.length = 0;
    for (const uri of ['file:///else/notes.yaml', 'file:///']) {
      await workspace.recheck(uri);
      await workspace.filesChanged([uri, `${uri}/new`]);
    }
    assert.deepEqual(asked.listed, []);
    await workspace.recheck(uriOf('a.readout'));
    assert.deepEqual(asked.listed, [top]);
  });

  it('judges a folder that could not be read anew', async () => {
    let skipped: Skipped[] = [{ uri: uriOf('shut'), why: 'no-permission' }];
    const { workspace } = await workspaceOf({}, { list: () => [{ files: [], skipped }] });
    assert.equal(workspace.unreadable(uriOf('shut')), 'no-permission');
    skipped = [];
    await workspace.recheck(uriOf('a.readout'));
    assert.equal(workspace.unreadable(uriOf('shut')), undefined);
  });

  it('looks again at a folder that could not be read once something happens in it', async () => {
    for (const [shut, told] of [
      ['', 'a.readout'],
      ['deep', 'deep/er/b.readout'],
      ['deep', 'deep'],
    ] as const) {
      const folder = shut ? uriOf(shut) : top;
      let isShut = true;
      const list: Files['list'] = (of) => {
        const files = ['a.readout', 'er/b.readout'].map((name) => `${folder}/${name}`);
        const skipped: Skipped[] = [{ uri: folder, why: 'failed' }];
        return [
          isShut ? { files: [], skipped } : { files: of === folder ? files : [], skipped: [] },
        ];
      };
      const texts = { 'a.readout': 'A.\n', 'deep/a.readout': 'A.\n', 'deep/er/b.readout': 'B.\n' };
      const { workspace, write, members } = await workspaceOf(
        { ...texts, 'er/b.readout': 'B.\n', 'readout.yaml': '' },
        { list },
      );
      assert.deepEqual(members(), []);
      assert.equal(workspace.unreadable(folder), 'failed');
      await write({ [`${shut}x.txt`]: '' });
      assert.equal(workspace.unreadable(folder), 'failed');
      isShut = false;
      const affected = await write({ [told]: 'A.\n' });
      assert.equal(workspace.unreadable(folder), undefined);
      assert.ok(affected.includes(shut), 'it is told');
      assert.deepEqual(
        members(),
        ['a.readout', 'er/b.readout'].map((name) => [shut, name].filter(Boolean).join('/')),
      );
    }
  });

  it('asks before it reads a home or more than fifty thousand files, and reads the rest when told to', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 50_001 }, (_, i) => [`${i}.readout`, 'x']),
    );
    const unsure: [string, Unsure][] = [];
    const asking = { unsure: (folder: string, why: Unsure) => void unsure.push([folder, why]) };
    for (const [files, host, why] of [
      [{ 'a.readout': 'A.\n' }, { isHome: () => true }, 'home'],
      [many, {}, 50_000],
    ] as const) {
      const { workspace, asked, outcome } = await workspaceOf(files, { ...asking, ...host });
      assert.equal(outcome, 'unsure');
      assert.deepEqual(unsure.pop(), [top, why]);
      assert.deepEqual(asked.read, []);
      assert.equal(workspace.isWhole(uriOf('x.readout')), false);
      const of = Object.keys(files).length;
      assert.deepEqual(await workspace.addFolder(top, { whole: true }), { read: of, of });
      assert.equal(workspace.isWhole(uriOf('x.readout')), true);
    }
    // The command line was told what to read.
    const { outcome } = await workspaceOf(many, { isHome: () => true });
    assert.deepEqual(outcome, { read: 50_001, of: 50_001 });
  });

  it('has made ready in pieces what will be looked up in a collection', async () => {
    const done: string[] = [];
    await workspaceOf(
      { 'a.readout': 'A.\n' },
      {
        pause: async () => void done.push('pause'),
        *whole({ mentions, entries }: Snapshot) {
          done.push(`${entries.size} read`);
          yield;
          done.push(`${[...mentions.keys()].length} mentioned`);
          yield;
        },
      },
    );
    assert.deepEqual(done.slice(-4), ['1 read', 'pause', '0 mentioned', 'pause']);
  });

  it('says how far it came when it was stopped, and is not whole', async () => {
    const files = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`${i}.readout`, 'x']));
    const { workspace, put } = await workspaceOf({});
    put(files);
    let done = 0;
    const how = {
      progress: (read: number) => {
        done = read;
      },
      cancelled: () => done > 200,
    };
    await workspace.removeFolder(top);
    assert.deepEqual(await workspace.addFolder(top, how), { read: 220, of: 500 });
    assert.equal(workspace.isWhole(uriOf('1.readout')), false);
    assert.deepEqual(await workspace.addFolder(top), { read: 500, of: 500 });
    assert.equal(workspace.isWhole(uriOf('1.readout')), true);
  });
});
