import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import {
  type AnnotatedTextEdit,
  CancellationTokenSource,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  LSPErrorCodes,
  type ResponseError,
  type TextDocumentEdit,
} from 'vscode-languageserver-protocol/node';
import { type Client, type Start, startClient } from '../support/lsp.ts';

type Capabilities = NonNullable<Start['capabilities']>;

const capable: Capabilities = {
  window: { workDoneProgress: true },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
  },
  textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
};

const files = {
  'readout.yaml': 'entities:\n  orla: { kind: place, name: Orla, aliases: [Port of Orla] }\n',
  'a.readout.md': 'They met in Orla.\n',
  'in/b.readout.md': 'In the Port of Orla, once\nmore.\n',
  'c.readout.md': 'Nothing of note.\n',
};

let client: Client | undefined;

async function withFiles(capabilities: Capabilities = capable, more = {}): Promise<Client> {
  client = await startClient({ files: { ...files, ...more }, capabilities });
  await client.progress;
  client.open('a.readout.md', files['a.readout.md']);
  await client.findings('a.readout.md', ({ diagnostics }) => diagnostics.length === 1);
  return client;
}

const inAllDocuments = 'Link “Orla” once in every document…';

async function offered(one: Client): Promise<CodeAction | undefined> {
  const actions = await one.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: one.uri('a.readout.md') },
    range: { start: { line: 0, character: 13 }, end: { line: 0, character: 13 } },
    context: { diagnostics: [] },
  });
  return ((actions ?? []) as CodeAction[]).find(({ title }) => title === inAllDocuments);
}

const resolved = (one: Client, action: CodeAction, token = new CancellationTokenSource().token) =>
  one.connection.sendRequest(CodeActionResolveRequest.type, action, token);

describe('linking in every document over the protocol', () => {
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  it('is found when it is taken, over closed and unsaved files, to be confirmed by the words', async () => {
    const one = await withFiles();
    one.open('c.readout.md', files['c.readout.md']);
    one.change('c.readout.md', 7, 'Not saved: Orla.\n');
    await one.findings('c.readout.md', ({ diagnostics }) => diagnostics.length === 1);
    const action = await offered(one);
    assert.ok(action && !action.edit);
    const { edit } = await resolved(one, action);
    const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    const group = (edits: TextDocumentEdit['edits']) =>
      (edits as AnnotatedTextEdit[]).map(({ annotationId, newText, range }) => [
        `${range.start.line}:${range.start.character}-${range.end.character}`,
        ...[newText, edit?.changeAnnotations?.[annotationId]?.label],
      ]);
    assert.deepEqual(
      changes
        .map(({ textDocument: { uri, version }, edits }) => [uri, version, ...group(edits)])
        .sort(),
      [
        [one.uri('a.readout.md'), 1, ['0:12-16', '[Orla](#orla)', '“Orla”']],
        [one.uri('c.readout.md'), 7, ['0:11-15', '[Orla](#orla)', '“Orla”']],
        [one.uri('in/b.readout.md'), null, ['0:7-19', '[Port of Orla](#orla)', '“Port of Orla”']],
      ],
    );
    assert.deepEqual(Object.values(edit?.changeAnnotations ?? {}), [
      { label: '“Orla”', description: '2 places in 2 documents', needsConfirmation: true },
      { label: '“Port of Orla”', description: '1 place in 1 document', needsConfirmation: true },
    ]);
  });

  it('is plain for a client that shows no groups, and plainer for one that knows no versions', async () => {
    const workspace = { ...capable.workspace, workspaceEdit: { documentChanges: true } };
    const one = await withFiles({ ...capable, workspace });
    const action = await offered(one);
    const { edit } = await resolved(one, action as CodeAction);
    assert.equal(edit?.documentChanges?.length, 2);
    assert.equal(edit?.changeAnnotations, undefined);
    await one.stop();

    const { workspaceEdit: _, ...plainest } = workspace;
    const other = await withFiles({ ...capable, workspace: plainest });
    const plain = await resolved(other, (await offered(other)) as CodeAction);
    assert.deepEqual(Object.keys(plain.edit?.changes ?? {}).sort(), [
      other.uri('a.readout.md'),
      other.uri('in/b.readout.md'),
    ]);
  });

  it('is not offered where it could not wait until it is taken', async () => {
    const one = await withFiles({ ...capable, textDocument: {} });
    assert.equal(await offered(one), undefined);
  });

  it('can be cancelled, and is void when a text changes meanwhile', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 600 }, (_, i) => [
        `many/${i}.readout.md`,
        `${'They met in the [hall]{.place} of Orla, and spoke of boats.\n\n'.repeat(60)}`,
      ]),
    );
    const one = await withFiles(capable, many);
    const action = (await offered(one)) as CodeAction;
    const source = new CancellationTokenSource();
    const cancelled = resolved(one, action, source.token);
    source.cancel();
    await assert.rejects(cancelled, ({ code }: ResponseError) => {
      return code === LSPErrorCodes.RequestCancelled;
    });
    const changed = resolved(one, action);
    one.change('a.readout.md', 2, 'They met in Orla, then.\n');
    await assert.rejects(changed, ({ code }: ResponseError) => {
      return code === LSPErrorCodes.ContentModified;
    });
    const { edit } = await resolved(one, action);
    assert.equal(edit?.documentChanges?.length, 602);
  });
});
