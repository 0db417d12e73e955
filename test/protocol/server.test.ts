import assert from 'node:assert/strict';
import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, it } from 'mocha';
import {
  DefinitionRequest,
  DidChangeWatchedFilesNotification,
  DocumentSymbolRequest,
  FileChangeType,
  HoverRequest,
  type Location,
  ReferencesRequest,
} from 'vscode-languageserver-protocol/node';
import { type Client, codesOf, type Start, startClient } from '../support/lsp.ts';

let client: Client | undefined;

async function start(given: Start = {}): Promise<Client> {
  client = await startClient(given);
  return client;
}

const told = (one: Client, name: string, type: FileChangeType) =>
  one.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: one.uri(name), type }],
  });

describe('the server over stdio', () => {
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  it('answers every opening and change of a document with its findings and version', async () => {
    const one = await start();
    one.open('a.readout.md', 'Nothing is wrong here.\n');
    assert.deepEqual(await one.findings('a.readout.md', ({ version }) => version === 1), {
      uri: one.uri('a.readout.md'),
      version: 1,
      diagnostics: [],
    });
    one.change('a.readout.md', 2, 'See [it](#nowhere).\n');
    const two = await one.findings(
      'a.readout.md',
      ({ version, diagnostics }) => version === 2 && diagnostics.length > 0,
    );
    assert.deepEqual(codesOf(two), ['unresolved']);
    assert.deepEqual(two.diagnostics[0]?.range, {
      start: { line: 0, character: 9 },
      end: { line: 0, character: 17 },
    });
    assert.match(two.diagnostics[0]?.codeDescription?.href ?? '', /docs\/rules\/unresolved\.md$/);
    one.change('a.readout.md', 3, 'See it.\n');
    const three = await one.findings('a.readout.md', ({ version }) => version === 3);
    assert.deepEqual(three.diagnostics, []);
  });

  it('judges open documents again when a mark that they repeat changes, though they do not name it', async () => {
    const mark = (words: string) =>
      `---\ndate: 2031-01-01\n---\n\nThey [${words}]{#m .commitment}.\n`;
    const one = await start({
      files: { 'a.readout.md': mark('will plant trees along the slow river') },
    });
    await one.progress;
    one.open('a.readout.md', mark('will plant trees along the slow river'));
    one.open(
      'b.readout.md',
      '---\ndate: 2032-01-01\n---\n\nThey will reopen the northern bridge to heavy lorries.\n',
    );
    await one.findings('b.readout.md', ({ diagnostics }) => diagnostics.length === 0);
    one.change('a.readout.md', 2, mark('will reopen the northern bridge to heavy lorries'));
    const found = await one.findings('b.readout.md', ({ diagnostics }) => diagnostics.length > 0);
    assert.deepEqual(codesOf(found), ['unlinked-restatement']);
    one.change('a.readout.md', 3, mark('will plant trees along the slow river'));
    await one.findings('b.readout.md', ({ diagnostics }) => diagnostics.length === 0);
  });

  it('shows progress while it reads', async () => {
    const one = await start({ files: { 'a.readout.md': 'They met.\n' } });
    const kinds = await one.progress;
    assert.deepEqual([kinds[0], kinds.at(-1)], ['begin', 'end']);
  });

  it('publishes errors and warnings of closed documents, and no empty first list', async () => {
    const one = await start({
      files: {
        'good.readout.md': 'Nothing is wrong here.\n',
        'bad.readout.md': 'See [it](good#nowhere).\n',
        'hint.readout.md': '[go]{#a .commitment due=open} [x]{.position cites=#a}\n',
        'last.readout.md': 'See [it](#gone).\n',
      },
    });
    assert.deepEqual(codesOf(await one.findings('bad.readout.md')), ['unresolved']);
    assert.deepEqual(codesOf(await one.findings('last.readout.md')), ['unresolved']);
    const uris = one.published.map(({ uri }) => uri);
    assert.ok(!uris.includes(one.uri('good.readout.md')));
    assert.ok(!uris.includes(one.uri('hint.readout.md')));
  });

  it('tells of other documents only when their list has changed', async () => {
    const one = await start({
      files: {
        'b.readout.md': 'See [it](a#m).\n',
        'a.readout.md': 'They [will act]{#n .position}.\n',
      },
    });
    assert.deepEqual(codesOf(await one.findings('b.readout.md')), ['unresolved']);
    one.open('a.readout.md', 'They [will act]{#m .position}.\n');
    const mended = await one.findings('b.readout.md', ({ diagnostics }) => !diagnostics.length);
    assert.equal(mended.version, undefined);
    one.change('a.readout.md', 2, 'They [will act]{#m .position} soon.\n');
    await one.findings('a.readout.md', ({ version }) => version === 2);
    one.change('a.readout.md', 3, 'They [will act]{#k .position} soon.\n');
    await one.findings('b.readout.md', ({ diagnostics }) => diagnostics.length === 1);
    const ofB = one.published.filter(({ uri }) => uri === one.uri('b.readout.md'));
    assert.deepEqual(
      ofB.map(({ diagnostics }) => diagnostics.length),
      [1, 0, 1],
    );
  });

  it('lets a buffer win over the disk until it is closed', async () => {
    const one = await start({ files: { 'a.readout.md': 'See [it](#disk).\n' } });
    await one.findings('a.readout.md');
    one.open('a.readout.md', 'See it.\n');
    await one.findings('a.readout.md', ({ version }) => version === 1);
    one.write('a.readout.md', 'See [x](#one) and [y](#two).\n');
    await told(one, 'a.readout.md', FileChangeType.Changed);
    one.change('a.readout.md', 2, 'See [it](#buffer).\n');
    const open = await one.findings('a.readout.md', ({ version }) => version === 2);
    assert.equal(open.diagnostics.length, 1);
    one.close('a.readout.md');
    const closed = await one.findings('a.readout.md', ({ version }) => version === undefined);
    assert.deepEqual(codesOf(closed), ['unresolved', 'unresolved']);
  });

  it('keeps a document that was deleted on disk while it is open, and forgets it when it is closed', async () => {
    const one = await start({
      files: { 'a.readout.md': 'They [act]{#m .position}.\n', 'b.readout.md': 'See [it](a#m).\n' },
    });
    one.open('a.readout.md', 'They [act]{#m .position}.\n');
    await one.findings('a.readout.md', ({ version }) => version === 1);
    rmSync(join(one.folder, 'a.readout.md'));
    await told(one, 'a.readout.md', FileChangeType.Deleted);
    one.change('a.readout.md', 2, 'They [act]{#m .position} and [x](#y).\n');
    await one.findings('a.readout.md', ({ version }) => version === 2);
    one.close('a.readout.md');
    await one.findings('a.readout.md', ({ diagnostics }) => !diagnostics.length);
    assert.deepEqual(codesOf(await one.findings('b.readout.md')), ['unresolved']);
  });

  it('follows a file that is renamed on disk', async () => {
    const one = await start({
      files: { 'a.readout.md': 'They [act]{#m .position}.\n', 'b.readout.md': 'See [it](c#m).\n' },
    });
    assert.deepEqual(codesOf(await one.findings('b.readout.md')), ['unresolved']);
    renameSync(join(one.folder, 'a.readout.md'), join(one.folder, 'c.readout.md'));
    await told(one, 'a.readout.md', FileChangeType.Deleted);
    await told(one, 'c.readout.md', FileChangeType.Created);
    await one.findings('b.readout.md', ({ diagnostics }) => !diagnostics.length);
  });

  it('reports a file that is not UTF-8, one that is too large and a broken codebook, and serves the rest', async () => {
    const one = await start({
      files: {
        'latin.readout.md': Buffer.from('Caf\xe9 [x](#y)', 'latin1'),
        'large.readout.md': Buffer.alloc(50 * 1024 * 1024, 'a '),
        'readout.yaml': 'entities:\n  japan: [\n',
        'good.readout.md': 'See [it](#gone).\n',
      },
    });
    assert.deepEqual(codesOf(await one.findings('latin.readout.md')), ['unreadable']);
    assert.deepEqual(codesOf(await one.findings('large.readout.md')), ['unreadable']);
    assert.deepEqual(codesOf(await one.findings('good.readout.md')), ['unresolved']);
    const codebook = await one.findings('readout.yaml');
    assert.ok(codesOf(codebook).includes('codebook'));
    assert.ok(codebook.diagnostics[0]?.range.start.line === 1);
  });

  it('says which documents share a key', async () => {
    const one = await start({
      files: { 'x/a.readout.md': 'One.\n', 'y/a.readout.md': 'Two.\n' },
    });
    const second = await one.findings('y/a.readout.md');
    assert.deepEqual(codesOf(second), ['duplicate-key']);
    assert.deepEqual(second.diagnostics[0]?.relatedInformation?.[0]?.location, {
      uri: one.uri('x/a.readout.md'),
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    });
  });

  it('does not follow links, so loops end', async () => {
    const one = await startClient({ files: { 'a.readout.md': 'See [it](#gone).\n' } });
    client = one;
    symlinkSync(one.folder, join(one.folder, 'loop'));
    await one.stop();
    const again = await start({ files: { 'd/a.readout.md': 'See [it](#gone).\n' } });
    symlinkSync(again.folder, join(again.folder, 'd', 'loop'));
    await told(again, 'd/loop', FileChangeType.Created);
    assert.deepEqual(codesOf(await again.findings('d/a.readout.md')), ['unresolved']);
  });

  it('reads the codebook while it is typed, and its included files', async () => {
    const one = await start({
      files: {
        'readout.yaml': 'include: [names/*.yaml]\n',
        'names/people.yaml': 'entities:\n  ardenia: { kind: actor, name: Ardenia }\n',
        'a.readout.md': '[We go]{.commitment by=ardenia} with [her](#belmark).\n',
      },
    });
    assert.deepEqual(codesOf(await one.findings('a.readout.md')), ['unresolved']);
    one.open(
      'readout.yaml',
      'include: [names/*.yaml]\nentities:\n  belmark: { kind: actor, name: Belmark }\n',
    );
    await one.findings('a.readout.md', ({ diagnostics }) => !diagnostics.length);
    one.change('readout.yaml', 2, 'entities:\n  belmark: { kind: actor, name: Belmark }\n');
    const left = await one.findings('a.readout.md', ({ diagnostics }) => diagnostics.length > 0);
    assert.deepEqual(codesOf(left), ['bad-value']);
  });

  it('jumps across documents and into the codebook, and finds references from either side', async () => {
    const one = await start({
      files: {
        'readout.yaml': 'entities:\n  ardenia: { kind: actor, name: Ardenia }\n',
        'a.readout.md': '---\nparties: [ardenia]\n---\n\nThey [will act]{#m .commitment}.\n',
        'b.readout.md': '\ufeffSee 🚢 [it](a#m), says [Ardenia](#ardenia).\r\n',
      },
    });
    one.open('b.readout.md', 'See 🚢 [it](a#m), says [Ardenia](#ardenia). [x](#gone)\r\n');
    // The reference that leads nowhere is reported once the collection has been read, and not before.
    const first = await one.findings('b.readout.md', ({ diagnostics }) => diagnostics.length > 0);
    assert.deepEqual(codesOf(first), ['unresolved']);
    const at = (character: number) => ({
      textDocument: { uri: one.uri('b.readout.md') },
      position: { line: 0, character },
    });
    const mark = await one.connection.sendRequest(DefinitionRequest.type, at(9));
    assert.deepEqual(mark, [
      {
        uri: one.uri('a.readout.md'),
        range: { start: { line: 4, character: 6 }, end: { line: 4, character: 14 } },
      },
    ]);
    const entity = (await one.connection.sendRequest(DefinitionRequest.type, at(26))) as Location[];
    assert.equal(entity[0]?.uri, one.uri('readout.yaml'));
    assert.equal(entity[0]?.range.start.line, 1);
    const references = await one.connection.sendRequest(ReferencesRequest.type, {
      textDocument: { uri: one.uri('a.readout.md') },
      position: { line: 4, character: 8 },
      context: { includeDeclaration: false },
    });
    assert.deepEqual(references, [
      {
        uri: one.uri('b.readout.md'),
        range: { start: { line: 0, character: 12 }, end: { line: 0, character: 15 } },
      },
    ]);
  });

  it('answers null for a document it does not know and an error for malformed params, and lives on', async () => {
    const one = await start({ files: { 'a.readout.md': '# A\n' } });
    const unknown = { uri: 'file:///nowhere/z.readout.md' };
    const position = { line: 0, character: 0 };
    const asked = { textDocument: unknown, position };
    assert.equal(await one.connection.sendRequest(HoverRequest.type, asked), null);
    assert.equal(await one.connection.sendRequest(DocumentSymbolRequest.type, asked), null);
    for (const params of [
      null,
      7,
      'x',
      [],
      {},
      { textDocument: null },
      { textDocument: { uri: 4 } },
    ]) {
      await assert.rejects(one.connection.sendRequest('textDocument/hover', params as never));
    }
    const far = {
      textDocument: { uri: one.uri('a.readout.md') },
      position: { line: 9e9, character: -4 },
    };
    assert.equal(await one.connection.sendRequest(HoverRequest.type, far), null);
    one.open('a.readout.md', 'See [it](#gone).\n');
    const found = await one.findings('a.readout.md', ({ version }) => version === 1);
    assert.deepEqual(codesOf(found), ['unresolved']);
  });
});
