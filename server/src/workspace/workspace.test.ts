import assert from 'node:assert/strict';
import type { Files, FileText } from './files.ts';
import { createWorkspace } from './workspace.ts';

/** A workspace over files in memory, which tells whose findings may have changed. */
async function workspaceOf(files: Readonly<Record<string, string | FileText>>) {
  const disk = new Map(Object.entries(files).map(([name, text]) => [uriOf(name), text]));
  const read = (uri: string): FileText => {
    const file = disk.get(uri) ?? { gone: true as const };
    return typeof file === 'string' ? { text: file } : file;
  };
  const host: Files = {
    list: () => [{ files: [...disk.keys()], skipped: [] }],
    read,
    collectionAbove: () => undefined,
  };
  const affected = new Set<string>();
  const workspace = createWorkspace(() => host, {
    affected: (uris) => {
      for (const uri of uris) affected.add(uri.slice(top.length + 1));
    },
    wider: () => {},
    log: () => {},
    pause: async () => {},
  });
  await workspace.addFolder(top);
  /** Writes files and tells of them; gives the names whose findings may have changed. */
  const write = async (changed: Readonly<Record<string, string | undefined>>) => {
    for (const [name, text] of Object.entries(changed)) {
      if (text === undefined) disk.delete(uriOf(name));
      else disk.set(uriOf(name), text);
    }
    affected.clear();
    await workspace.filesChanged(Object.keys(changed).map(uriOf));
    return [...affected].sort();
  };
  return { workspace, write };
}

const top = 'file:///c';
const uriOf = (name: string): string => `${top}/${name}`;

describe('a workspace', () => {
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
});
