import assert from 'node:assert/strict';
import {
  DefinitionRequest,
  DidChangeWatchedFilesNotification,
  DocumentSymbolRequest,
  FileChangeType,
  type Hover,
  HoverRequest,
  RenameRequest,
  WillRenameFilesRequest,
  type WorkspaceEdit,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { type BrowserClient, type BrowserStart, startBrowser } from '../support/browser.ts';
import { codesOf } from '../support/talk.ts';

describe('the server in a worker', () => {
  let client: BrowserClient | undefined;

  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  const start = async (options: BrowserStart): Promise<BrowserClient> => {
    client = await startBrowser(options);
    return client;
  };

  it('has nothing of Node in reach', async () => {
    const one = await start({});
    const names = 'process require module exports Buffer global setImmediate __dirname'.split(' ');
    for (const name of names) assert.equal(await one.reach(`typeof ${name}`), 'undefined', name);
    assert.equal(await one.reach('typeof postMessage'), 'function');
  });

  it('reads a collection through its client and publishes the findings of closed files', async () => {
    const one = await start({
      files: {
        'readout.yaml': 'include: [names/*.yaml]\n',
        'names/a.yaml': 'entities:\n  ardenia: { kind: actor, name: Ardenia }\n',
        'a.readout.md': '\ufeffThey [act]{#m .position} 🚢 [us](#ardenia) [x](#gone).\r\n',
        'deep/会談.readout': 'See [it](a#m) and [that](a#lost).\n',
        'notes.md': '[x](#gone)\n',
      },
    });
    const found = await one.findings('a.readout.md');
    assert.deepEqual(codesOf(found), ['unresolved']);
    assert.deepEqual(found.diagnostics[0]?.range.start, { line: 0, character: 47 });
    assert.equal(found.version, undefined);
    assert.deepEqual(codesOf(await one.findings('deep/会談.readout')), [
      'unusable-key',
      'unresolved',
    ]);
    assert.ok(!one.published.some(({ uri }) => uri === one.uri('notes.md')));
  });

  it('answers definition across files, hover and symbols', async () => {
    const one = await start({
      files: {
        'readout.yaml': 'entities:\n  ardenia: { kind: actor, name: Ardenia }\n',
        'a.readout.md': 'They [will act]{#m .commitment by=ardenia}. [x](#gone)\n',
        'b.readout.md': 'See [it](a#m) and [us](#ardenia).\n',
      },
    });
    await one.findings('a.readout.md');
    one.open('b.readout.md', 'See [it](a#m) and [us](#ardenia).\n');
    await one.findings('b.readout.md', ({ version }) => version === 1);
    const at = (character: number) => ({
      textDocument: { uri: one.uri('b.readout.md') },
      position: { line: 0, character },
    });
    assert.deepEqual(await one.connection.sendRequest(DefinitionRequest.type, at(6)), [
      {
        uri: one.uri('a.readout.md'),
        range: { start: { line: 0, character: 6 }, end: { line: 0, character: 14 } },
      },
    ]);
    const [entity] = (await one.connection.sendRequest(DefinitionRequest.type, at(20))) as {
      uri: string;
    }[];
    assert.equal(entity?.uri, one.uri('readout.yaml'));
    const hover = (await one.connection.sendRequest(HoverRequest.type, at(6))) as Hover;
    assert.match((hover.contents as { value: string }).value, /will act/);
    const asked = { query: 'act' };
    const symbols = (await one.connection.sendRequest(WorkspaceSymbolRequest.type, asked)) ?? [];
    assert.deepEqual([symbols.length, symbols[0]?.name], [1, 'will act · m']);
  });

  it('answers about a document that is open from the beginning, before its folder has been read', async () => {
    const one = await start({ files: { 'a.readout.md': '[x]{.place}\n' } });
    one.open('a.readout.md', '[act]{.place}\n');
    const textDocument = { uri: one.uri('a.readout.md') };
    const found = await one.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    assert.deepEqual(
      found?.map(({ name }) => name),
      ['act'],
    );
  });

  it('outlines a codebook that is open from the beginning as soon as it has been read', async () => {
    const book = 'entities:\n  ardenia: { kind: actor, name: Ardenia }\n';
    const one = await start({
      files: { 'readout.yaml': 'include: [names.yaml]\n', 'names.yaml': book },
    });
    one.open('names.yaml', book);
    const textDocument = { uri: one.uri('names.yaml') };
    const found = await one.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    assert.deepEqual(
      found?.map(({ name }) => name),
      ['entities'],
    );
  });

  it('renames and merges when its folder has been read, and not in the half of it that is there', async () => {
    const entity = 'kind: actor, name: Ardenia';
    const book = `entities:\n  ard: { ${entity} }\n  old: { ${entity} Minor }\n`;
    const text = '[act]{#m .place} [x](#old)\n';
    const one = await start({
      files: { 'a.readout.md': text, 'b.readout.md': '[y](a#m) [z](#old)\n', 'readout.yaml': book },
    });
    one.open('a.readout.md', text);
    const uri = one.uri('a.readout.md');
    const changed = (edit: WorkspaceEdit | null) => Object.keys(edit?.changes ?? {}).sort();
    const [renamed, merged, moved] = await Promise.all([
      one.connection.sendRequest(RenameRequest.type, {
        ...{ textDocument: { uri }, position: { line: 0, character: 8 }, newName: 'n' },
      }),
      one.connection.sendRequest<WorkspaceEdit>('readout/merge', { uri, id: 'old', into: 'ard' }),
      one.connection.sendRequest(WillRenameFilesRequest.type, {
        files: [{ oldUri: uri, newUri: one.uri('c.readout.md') }],
      }),
    ]);
    const [b, yaml] = [one.uri('b.readout.md'), one.uri('readout.yaml')];
    assert.deepEqual(changed(renamed), [uri, b]);
    assert.deepEqual(changed(merged), [uri, b, yaml]);
    assert.deepEqual(changed(moved), [b]);
  });

  it('reads a file again when its client says that it has changed', async () => {
    const one = await start({ files: { 'a.readout.md': '[x](#gone)\n' } });
    await one.findings('a.readout.md');
    one.files.set('a.readout.md', 'Nothing.\n');
    await one.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: one.uri('a.readout.md'), type: FileChangeType.Changed }],
    });
    await one.findings('a.readout.md', ({ diagnostics }) => !diagnostics.length);
  });

  it('tells of files that cannot be read, and serves the rest', async () => {
    const one = await start({
      files: {
        'shut.readout.md': new Error('The file system said no'),
        'latin.readout.md': Buffer.from('caf\xe9', 'latin1'),
        'large.readout.md': Buffer.alloc(17 * 1024 * 1024, 'x'),
        'good.readout.md': '[x](#gone)\n',
      },
    });
    for (const name of ['shut', 'latin', 'large']) {
      const found = await one.findings(`${name}.readout.md`);
      assert.deepEqual(codesOf(found), ['unreadable'], name);
    }
    assert.deepEqual(codesOf(await one.findings('good.readout.md')), ['unresolved']);
  });

  it('takes back that a folder cannot be read once there is something in it', async () => {
    const names = ['a.readout', 'b.readout'];
    let isThere = false;
    const list = () => {
      if (!isThere) throw new Error('There is no such folder');
      return { files: names.map((name) => ({ uri: one.uri(name), size: 12 })), skipped: [] };
    };
    const one = await start({ answers: { 'readout/fs/list': list } });
    assert.deepEqual(codesOf(await one.findings('')), ['unreadable']);
    isThere = true;
    for (const name of names) one.files.set(name, '[x](#gone)\n');
    await one.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: one.uri('a.readout'), type: FileChangeType.Created }],
    });
    await one.findings('', ({ diagnostics }) => !diagnostics.length);
    // Nobody told of the second one.
    assert.deepEqual(codesOf(await one.findings('b.readout')), ['unresolved']);
  });

  it('lives on where its client fails to answer', async () => {
    const fails = () => {
      throw new Error('No such request');
    };
    const one = await start({
      files: { 'a.readout.md': 'x\n' },
      answers: { 'readout/fs/read': fails },
    });
    assert.deepEqual(codesOf(await one.findings('a.readout.md')), ['unreadable']);
    await one.stop();
    const two = await start({ answers: { 'readout/fs/list': fails } });
    assert.deepEqual(codesOf(await two.findings('')), ['unreadable']);
    two.open('b.readout.md', '[x](#gone)\n');
    const found = await two.findings('b.readout.md', ({ version }) => version === 1);
    assert.deepEqual(codesOf(found), ['unresolved']);
  });
});
