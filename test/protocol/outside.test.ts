import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, it } from 'mocha';
import {
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  FileChangeType,
  RenameRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { type Client, codesOf, startingIn } from '../support/lsp.ts';

const gone = '[x](#gone)\n';
const codebook = (id: string) => `entities:\n  ${id}: { kind: actor, name: ${id} }\n`;

describe('texts outside the folders that are open', () => {
  const start = startingIn(afterEach);
  /** Waits until a file has these findings. */
  const has = (one: Client, name: string, ...codes: string[]) =>
    one.findings(name, (found) => codesOf(found).join() === codes.join());
  /** The names of the marks that are known. */
  const marks = async (one: Client) => {
    const found = await one.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' });
    return found?.map(({ name }) => name).sort();
  };

  /** Opens and closes folders, as the editor tells of it. */
  const folders = (one: Client, added: string[], removed: string[]) => {
    const folder = (name: string) => ({ uri: one.uri(name), name });
    return one.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added: added.map(folder), removed: removed.map(folder) },
    });
  };

  /** Tells of a file that came or went. */
  const tell = (one: Client, name: string, type: FileChangeType) =>
    one.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: one.uri(name), type }],
    });

  it('bring what lies beside them when no folder is open and they are from the start', async () => {
    const one = await start({
      folders: [],
      files: { 'a.readout': '[x](b#m) [y](#gone)\n', 'b.readout': '[z]{#m .place}\n' },
    });
    one.open('a.readout', '[x](b#m) [y](#gone)\n');
    await has(one, 'a.readout', 'unresolved');
    assert.deepEqual(await marks(one), ['z · m']);
  });

  it('bring their collection when they are open from the start', async () => {
    const one = await start({
      folders: [],
      files: { 'readout.yaml': codebook('ana'), 'in/a.readout': '[x](#ana)\n', 'b.readout': gone },
    });
    one.open('in/a.readout', '[x](#ana)\n');
    await has(one, 'b.readout', 'unresolved');
    assert.deepEqual(codesOf(await one.findings('in/a.readout')), []);
  });

  it('know those beside them, whatever is open in a folder further up', async () => {
    const one = await start({
      folders: [],
      files: {
        'a.readout': gone,
        'in/b.readout': '[x](c#m)\n',
        'in/c.readout': '[z]{#m .place}\n',
      },
    });
    one.open('a.readout', gone);
    await has(one, 'a.readout', 'unresolved');
    await one.settled();
    one.open('in/b.readout', '[x](c#m) [y](#gone)\n');
    await has(one, 'in/b.readout', 'unresolved');
    one.close('in/b.readout');
    await has(one, 'in/b.readout');
    assert.deepEqual(codesOf(await one.findings('a.readout')), ['unresolved']);
  });

  it('leave with those beside them when they are closed, whatever is open further down', async () => {
    const one = await start({
      folders: [],
      files: { 'a.readout': 'Nothing.\n', 'b.readout': gone, 'in/c.readout': gone },
    });
    await one.settled();
    one.open('a.readout', 'Nothing.\n');
    await has(one, 'b.readout', 'unresolved');
    one.open('in/c.readout', gone);
    await has(one, 'in/c.readout', 'unresolved');
    one.close('a.readout');
    await has(one, 'b.readout');
  });

  it('change with a codebook that is open on its own', async () => {
    const one = await start({
      folders: [],
      files: { 'readout.yaml': codebook('ana'), 'in/a.readout': '[x](#ana) [y](#gone)\n' },
    });
    one.open('readout.yaml', codebook('ana'));
    await has(one, 'in/a.readout', 'unresolved');
    const edit = await one.connection.sendRequest(RenameRequest.type, {
      textDocument: { uri: one.uri('readout.yaml') },
      position: { line: 1, character: 3 },
      newName: 'ben',
    });
    const changed = Object.keys(edit?.changes ?? {}).sort();
    assert.deepEqual(changed, [one.uri('in/a.readout'), one.uri('readout.yaml')]);
    one.close('readout.yaml');
    await has(one, 'in/a.readout');
  });

  it('keep what they need when another folder is closed, and bring it when theirs is', async () => {
    const one = await start({
      folders: ['open', 'theirs'],
      files: {
        'open/z.readout': gone,
        'theirs/a.readout': '[y](b#m)\n',
        'theirs/b.readout': '[y]{#m .place}\n',
        'theirs/deep/e.readout': gone,
        'else/c.readout': '[x](d#m)\n',
        'else/d.readout': '[z]{#m .place}\n',
      },
    });
    await has(one, 'open/z.readout', 'unresolved');
    await has(one, 'theirs/deep/e.readout', 'unresolved');
    one.open('theirs/a.readout', '[y](b#m)\n');
    one.open('else/c.readout', '[x](d#m)\n');
    await has(one, 'theirs/a.readout');
    await has(one, 'else/c.readout');
    await folders(one, [], ['open']);
    await has(one, 'open/z.readout');
    assert.deepEqual(await marks(one), ['y · m', 'z · m']);
    await folders(one, [], ['theirs']);
    await has(one, 'theirs/deep/e.readout');
    assert.deepEqual(await marks(one), ['y · m', 'z · m']);
  });

  it('come with a codebook that appears above a folder', async () => {
    const one = await start({
      folders: ['in'],
      files: { 'in/a.readout': '[x](#ana) [y](#lost)\n', 'b.readout': gone },
    });
    await has(one, 'in/a.readout', 'unresolved', 'unresolved');
    one.write('readout.yaml', codebook('ana'));
    await tell(one, 'readout.yaml', FileChangeType.Created);
    await has(one, 'in/a.readout', 'unresolved');
    await has(one, 'b.readout', 'unresolved');
  });

  it('go with a codebook that stood above folders and is deleted', async () => {
    const one = await start({
      folders: ['in', 'on'],
      files: {
        'readout.yaml': codebook('ana'),
        'in/a.readout': '[x](#ana)\n',
        'on/b.readout': '[y]{#m .place} [x](#ana)\n',
        'else/readout.yaml': codebook('ben'),
        'else/c.readout': '[z]{#n .place} [x](#gone)\n',
        'd.readout': '[z]{#o .place} [x](#gone)\n',
        'open.readout': '[z]{#p .place} [x](#ana)\n',
        'beside.readout': gone,
      },
    });
    for (const name of ['d.readout', 'else/c.readout']) await has(one, name, 'unresolved');
    one.open('open.readout', '[z]{#p .place} [x](#ana)\n');
    await has(one, 'open.readout');
    assert.deepEqual(await marks(one), ['y · m', 'z · n', 'z · o', 'z · p']);
    rmSync(join(one.folder, 'readout.yaml'));
    await tell(one, 'readout.yaml', FileChangeType.Deleted);
    for (const name of ['in/a.readout', 'on/b.readout', 'open.readout'])
      await has(one, name, 'unresolved');
    await has(one, 'else/c.readout');
    assert.deepEqual(await marks(one), ['y · m', 'z · o', 'z · p']);
    one.write('readout.yaml', codebook('ana'));
    await tell(one, 'readout.yaml', FileChangeType.Created);
    for (const name of ['in/a.readout', 'on/b.readout', 'open.readout']) await has(one, name);
    await has(one, 'else/c.readout', 'unresolved');
    assert.deepEqual(await marks(one), ['y · m', 'z · n', 'z · o', 'z · p']);
  });

  it('leave a collection behind that has been opened as a folder meanwhile', async () => {
    const one = await start({
      folders: ['open'],
      files: {
        'open/z.readout': gone,
        'else/readout.yaml': codebook('ana'),
        'else/a.readout': '[x](#ana)\n',
        'else/b.readout': '[z]{#m .place} [x](#gone)\n',
      },
    });
    await has(one, 'open/z.readout', 'unresolved');
    one.open('else/a.readout', '[x](#lost)\n');
    await has(one, 'else/a.readout', 'unresolved');
    await has(one, 'else/b.readout', 'unresolved');
    await folders(one, ['else'], []);
    await one.logged(/^3 readouts read/);
    one.close('else/a.readout');
    await has(one, 'else/a.readout');
    assert.deepEqual(await marks(one), ['z · m']);
  });
});
