import assert from 'node:assert/strict';
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, it } from 'mocha';
import {
  PrepareRenameRequest,
  type RenameFile,
  RenameRequest,
  type TextDocumentEdit,
  WillRenameFilesRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { type Client, type Start, startClient } from '../support/lsp.ts';

const capable: NonNullable<Start['capabilities']> = {
  window: { workDoneProgress: true },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create', 'rename'],
      changeAnnotationSupport: { groupsOnLabel: true },
    },
  },
};

const files = {
  'readout.yaml': 'entities:\n  orla: { kind: place, name: Orla }\n',
  'a.readout.md':
    '---\ntitle: Spring talks\ndate: 2031-04-02\n---\n\n[x]{#port .place} [Orla](#orla)\n',
  'in/b.readout.md': '[y](a#port) and [z](a#) and [Orla](#orla)\n',
};

let client: Client | undefined;

/** A client whose folder has been read. */
async function withFiles(capabilities = capable): Promise<Client> {
  client = await startClient({ files, capabilities });
  await client.progress;
  return client;
}

const at = (one: Client, name: string, line: number, character: number) => ({
  textDocument: { uri: one.uri(name) },
  position: { line, character },
});

/** The edits by file name as `line:from-to text`. */
function shown(one: Client, edit: WorkspaceEdit | null): Record<string, string[]> {
  const changes = (edit?.documentChanges ?? []).filter((change) => 'edits' in change);
  const base = one.uri('').length + (one.uri('').endsWith('/') ? 0 : 1);
  return Object.fromEntries(
    (changes as TextDocumentEdit[]).map(({ textDocument, edits }) => [
      textDocument.uri.slice(base),
      edits.map((change) => {
        const { range, newText } = change as {
          range: { start: { line: number; character: number }; end: { character: number } };
          newText: string;
        };
        return `${range.start.line}:${range.start.character}-${range.end.character} ${newText}`;
      }),
    ]),
  );
}

describe('renaming over the protocol', () => {
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  it('changes closed and unsaved files, grouped so that the preview can be read', async () => {
    const one = await withFiles();
    one.open('in/b.readout.md', `New. ${files['in/b.readout.md']}`);
    await one.findings('in/b.readout.md');
    const place = at(one, 'a.readout.md', 5, 7);
    const here = await one.connection.sendRequest(PrepareRenameRequest.type, place);
    assert.deepEqual(here, {
      range: { start: { line: 5, character: 5 }, end: { line: 5, character: 9 } },
      placeholder: 'port',
    });
    const edit = await one.connection.sendRequest(RenameRequest.type, {
      ...place,
      newName: 'pier',
    });
    assert.deepEqual(shown(one, edit), {
      'a.readout.md': ['5:5-9 pier'],
      'in/b.readout.md': ['0:11-15 pier'],
    });
    assert.deepEqual(Object.values(edit?.changeAnnotations ?? {}), [
      { label: '2031-04-02, Spring talks', description: '1 place', needsConfirmation: false },
      { label: 'b.readout.md', description: '1 place', needsConfirmation: false },
    ]);
    const [, second] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.equal(second?.textDocument.version, 1);
  });

  it('says why it refuses', async () => {
    const one = await withFiles();
    const params = { ...at(one, 'a.readout.md', 5, 7), newName: 'orla' };
    await assert.rejects(
      one.connection.sendRequest(RenameRequest.type, params),
      /“orla” is “Orla” in the codebook already\. Choose another name\./,
    );
    await assert.rejects(
      one.connection.sendRequest(PrepareRenameRequest.type, at(one, 'a.readout.md', 5, 13)),
      /“place” is built in/,
    );
    const nothing = await one.connection.sendRequest(
      ...[PrepareRenameRequest.type, at(one, 'in/b.readout.md', 0, 14)],
    );
    assert.equal(nothing, null);
  });

  it('renames the file with the key of a document, and overwrites none', async () => {
    const one = await withFiles();
    const params = { ...at(one, 'in/b.readout.md', 0, 5), newName: 'c' };
    const edit = await one.connection.sendRequest(RenameRequest.type, params);
    assert.deepEqual(shown(one, edit), { 'in/b.readout.md': ['0:4-5 c', '0:20-21 c'] });
    assert.deepEqual((edit?.documentChanges ?? []).at(-1), {
      kind: 'rename',
      oldUri: one.uri('a.readout.md'),
      newUri: one.uri('c.readout.md'),
      options: { overwrite: false, ignoreIfExists: false },
    } satisfies RenameFile);
  });

  it('refuses to rename a file for an editor that cannot', async () => {
    const one = await withFiles({
      window: { workDoneProgress: true },
      workspace: { workspaceEdit: { documentChanges: true } },
    });
    const params = { ...at(one, 'in/b.readout.md', 0, 5), newName: 'c' };
    await assert.rejects(
      one.connection.sendRequest(RenameRequest.type, params),
      /This editor cannot rename the file\./,
    );
  });

  it('follows files and folders that are moved in the explorer', async () => {
    const one = await withFiles();
    const move = (from: string, to: string) => ({ oldUri: one.uri(from), newUri: one.uri(to) });
    const ask = (...moves: { oldUri: string; newUri: string }[]) =>
      one.connection.sendRequest(WillRenameFilesRequest.type, { files: moves });
    const edit = await ask(
      move('a.readout.md', 'in/a2.readout'),
      move('in/b.readout.md', 'a.readout.md'),
    );
    assert.deepEqual(shown(one, edit), { 'in/b.readout.md': ['0:4-5 a2', '0:20-21 a2'] });
    assert.equal(await ask(move('in', 'out')), null, 'a key is the name of the file alone');
    assert.equal(await ask(move('a.readout.md', 'unusable name.readout.md')), null);
    assert.equal(await ask(move('readout.yaml', 'other.yaml')), null);
  });

  it('knows the files that were moved a moment ago, as where one is moved after the other', async () => {
    const one = await withFiles();
    const move = (from: string, to: string) => ({
      files: [{ oldUri: one.uri(from), newUri: one.uri(to) }],
    });
    renameSync(join(one.folder, 'in/b.readout.md'), join(one.folder, 'c.readout.md'));
    void one.connection.sendNotification(
      'workspace/didRenameFiles',
      move('in/b.readout.md', 'c.readout.md'),
    );
    const next = move('a.readout.md', 'd.readout.md');
    const edit = await one.connection.sendRequest(WillRenameFilesRequest.type, next);
    assert.deepEqual(shown(one, edit), { 'c.readout.md': ['0:4-5 d', '0:20-21 d'] });
  });

  it('finds where a file went that was moved outside the editor', async () => {
    const one = await withFiles();
    one.open('in/b.readout.md', files['in/b.readout.md']);
    await one.findings('in/b.readout.md');
    renameSync(join(one.folder, 'a.readout.md'), join(one.folder, 'spring.readout.md'));
    assert.ok(existsSync(join(one.folder, 'spring.readout.md')));
    one.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: one.uri('a.readout.md'), type: 3 },
        { uri: one.uri('spring.readout.md'), type: 1 },
      ],
    });
    const { diagnostics } = await one.findings(
      'in/b.readout.md',
      ({ diagnostics: all }) => all.filter(({ code }) => code === 'unresolved').length === 2,
    );
    const [first] = diagnostics.filter(({ code }) => code === 'unresolved');
    assert.ok(first);
    const actions = (await one.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: one.uri('in/b.readout.md') },
      range: first.range,
      context: { diagnostics: [first] },
    })) as { title: string; edit?: WorkspaceEdit }[];
    assert.equal(actions[0]?.title, '“spring” has all that is looked for in “a”: point there');
    assert.deepEqual(shown(one, actions[0]?.edit ?? null), {
      'in/b.readout.md': ['0:4-10 spring#port'],
    });
    const all = actions.find(({ title }) => /everywhere/.test(title));
    assert.deepEqual(shown(one, all?.edit ?? null), {
      'in/b.readout.md': ['0:4-5 spring', '0:20-21 spring'],
    });
  });
});
