import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { afterEach, describe, it } from 'mocha';
import {
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  SemanticTokensRequest,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { type Client, codesOf, type Start, startClient } from '../support/lsp.ts';

const capable: NonNullable<Start['capabilities']> = {
  window: { workDoneProgress: true },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename'] },
  },
  textDocument: {
    codeAction: {
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
    },
    completion: { completionItem: { snippetSupport: true } },
  },
};

const codebook = 'entities:\n  ardenia: { kind: actor, name: Ardenia }\n';

let client: Client | undefined;

/** A client with one open readout whose first full findings have come, its codebook read. */
async function withReadout(text: string, codes: string[], capabilities = capable): Promise<Client> {
  client = await startClient({ files: { 'readout.yaml': codebook }, capabilities });
  // Some of these are found before the codebook has been read.
  await client.progress;
  client.open('a.readout.md', text);
  await client.findings(
    'a.readout.md',
    (params) => JSON.stringify(codesOf(params)) === JSON.stringify(codes),
  );
  await client.settled();
  return client;
}

const at = (one: Client, line: number, from: number, to = from) => ({
  textDocument: { uri: one.uri('a.readout.md') },
  range: { start: { line, character: from }, end: { line, character: to } },
});

/** The text after the edits of one document, which count from the text before. */
function edited(text: string, edit: WorkspaceEdit | undefined): string {
  const change = edit?.documentChanges?.[0] as TextDocumentEdit | undefined;
  const edits = (change?.edits ?? Object.values(edit?.changes ?? {})[0] ?? []) as TextEdit[];
  const lines = text.split('\n');
  const sorted = edits
    .map((one, index) => ({ ...one, index }))
    .sort(
      (a, b) =>
        b.range.start.line - a.range.start.line ||
        b.range.start.character - a.range.start.character ||
        b.index - a.index,
    );
  for (const { range, newText } of sorted) {
    assert.equal(range.start.line, range.end.line);
    const line = lines[range.start.line] ?? '';
    const head = line.slice(0, range.start.character);
    lines[range.start.line] = head + newText + line.slice(range.end.character);
  }
  return lines.join('\n');
}

describe('editing over the protocol', () => {
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  it('offers fixes with the finding they mend, the best first', async () => {
    const text = 'They [will go]{.comitment}.\n';
    const one = await withReadout(text, ['unknown-kind']);
    const { diagnostics } = await one.findings('a.readout.md');
    const actions = (await one.connection.sendRequest(CodeActionRequest.type, {
      ...at(one, 0, 17),
      context: { diagnostics },
    })) as CodeAction[];
    const first = actions[0];
    assert.equal(first?.kind, 'quickfix');
    assert.deepEqual(first?.diagnostics, diagnostics);
    assert.equal(edited(text, first?.edit), 'They [will go]{.commitment}.\n');
    assert.ok(actions.some(({ title }) => title === 'Do not report this here'));
  });

  it('mends the codebook at a finding, and on source.fixAll', async () => {
    const text = 'entities:\n  orla: { kind: place, name: Port of Orla, Lights }\n';
    client = await startClient({ files: { 'readout.yaml': text }, capabilities: capable });
    const { diagnostics } = await client.findings(
      'readout.yaml',
      ({ diagnostics: all }) => !!all[0],
    );
    const ask = async (one: Client, only: string[]) => {
      const { range } = at(one, 1, 45);
      const textDocument = { uri: one.uri('readout.yaml') };
      const context = { diagnostics, only };
      return (await one.connection.sendRequest(CodeActionRequest.type, {
        ...{ textDocument, range, context },
      })) as CodeAction[];
    };
    for (const [only, title] of [
      ['quickfix', 'Write "Port of Orla, Lights"'],
      ['source.fixAll.readout', 'Mend all that can be mended'],
    ] as const) {
      const [action, ...others] = await ask(client, [only]);
      assert.deepEqual(others, []);
      assert.equal(action?.title, title);
      assert.equal(
        edited(text, action?.edit),
        'entities:\n  orla: { kind: place, name: "Port of Orla, Lights" }\n',
      );
    }
  });

  it('offers to merge an entity to whoever asks, in our client by one action that lets choose', async () => {
    const files = {
      'readout.yaml':
        'entities:\n  ardenia: { kind: actor, name: Ardenia }\n  ard: { kind: actor, name: Republic of Ardenia }\n',
      'a.readout.md': '[Ardenia](#ardenia) went.\n',
    };
    const offered = async (triggerKind: CodeActionTriggerKind) => {
      const actions = await client?.connection.sendRequest(CodeActionRequest.type, {
        ...at(client, 0, 12),
        context: { diagnostics: [], triggerKind },
      });
      return (actions ?? []).map(({ title }) => title);
    };
    for (const [options, title] of [
      [{}, 'Merge ardenia into ard (Republic of Ardenia)'],
      [{ initializationOptions: { commands: true } }, 'Merge “Ardenia” into another entity…'],
    ] as const) {
      client = await startClient({ files, capabilities: capable, ...options });
      client.open('a.readout.md', files['a.readout.md']);
      await client.settled();
      assert.deepEqual(await offered(CodeActionTriggerKind.Invoked), [title]);
      assert.deepEqual(await offered(CodeActionTriggerKind.Automatic), []);
      await client.stop();
    }
  });

  it('leaves an action that is a command as it is, where an editor asks for its edit', async () => {
    client = await startClient({
      files: {
        'readout.yaml': 'entities: { orla: { kind: place, name: Orla } }\n',
        'a.readout.md': '[Orla](#orla)\n',
      },
      capabilities: capable,
      initializationOptions: { commands: true },
    });
    await client.settled();
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      ...at(client, 0, 9),
      context: { diagnostics: [], triggerKind: CodeActionTriggerKind.Invoked },
    });
    const merge = actions?.[0] as CodeAction;
    assert.equal(merge.command?.command, 'readout.merge');
    const { connection } = client;
    assert.deepEqual(await connection.sendRequest(CodeActionResolveRequest.type, merge), merge);
  });

  it('mends all that can be mended on source.fixAll', async () => {
    const text = '[a] {.place} and [b]{.event by = ardenia}\n';
    const one = await withReadout(text, ['gap-before-attributes', 'space-around-equals']);
    const actions = (await one.connection.sendRequest(CodeActionRequest.type, {
      ...at(one, 0, 0),
      context: { diagnostics: [], only: ['source.fixAll.readout'] },
    })) as CodeAction[];
    assert.equal(actions.length, 1);
    assert.equal(edited(text, actions[0]?.edit), '[a]{.place} and [b]{.event by=ardenia}\n');
  });

  it('annotates and links a selection as refactorings, made when they are taken', async () => {
    const text = 'Ardenia will send ships.\n';
    const one = await withReadout(text, ['unlinked-mention']);
    const actions = (await one.connection.sendRequest(CodeActionRequest.type, {
      ...at(one, 0, 8, 23),
      context: { diagnostics: [], only: ['refactor'] },
    })) as CodeAction[];
    const annotate = actions.find(({ title }) => title === 'Annotate as commitment');
    assert.ok(annotate && !annotate.edit);
    const made = await one.connection.sendRequest(CodeActionResolveRequest.type, annotate);
    assert.match(
      edited(text, made.edit),
      /^Ardenia \[will send ships\]\{#[a-z-]+ \.commitment\}\.\n$/,
    );
    const links = (await one.connection.sendRequest(CodeActionRequest.type, {
      ...at(one, 0, 0, 7),
      context: { diagnostics: [], only: ['refactor'] },
    })) as CodeAction[];
    const link = links.find(({ title }) => title.startsWith('Link to Ardenia'));
    assert.ok(link);
    const linked = await one.connection.sendRequest(CodeActionResolveRequest.type, link);
    assert.equal(edited(text, linked.edit), '[Ardenia](#ardenia) will send ships.\n');
  });

  it('answers the requests of our own client, and refuses in words', async () => {
    const text = 'Ardenia will send ships.\n';
    const one = await withReadout(text, ['unlinked-mention']);
    const uri = one.uri('a.readout.md');
    const { range } = at(one, 0, 8, 23);
    const edit = await one.connection.sendRequest<WorkspaceEdit>('readout/annotate', {
      ...{ uri, range, kind: 'position', id: 'ships' },
    });
    assert.equal(edited(text, edit), 'Ardenia [will send ships]{#ships .position}.\n');
    const blank = at(one, 0, 7, 8).range;
    const refused = await one.connection.sendRequest<{ refused: string }>('readout/annotate', {
      ...{ uri, range: blank, kind: 'position' },
    });
    assert.match(refused.refused, /Nothing but blanks/);
    const unknown = await one.connection.sendRequest<{ refused: string }>('readout/link', {
      ...{ uri, range, target: '#nobody' },
    });
    assert.match(unknown.refused, /nothing called “#nobody”/);
  });

  it('makes a readout of a text, and refuses in words', async () => {
    const one = await withReadout('They met.\n', []);
    const ask = (text: string, name?: string) =>
      one.connection.sendRequest<object>('readout/import', { text, ...(name && { name }) });
    const text = 'Joint Statement\n\nMay 2, 2033\n\nSee [Annex](#a).\n';
    const hash = createHash('sha256').update(text).digest('hex');
    const made = (from: string) =>
      `---\ntitle: Joint Statement\ndate: 2033-05-02\n${from}sha256: ${hash}\n---\n\n` +
      'Joint Statement\n\nMay 2, 2033\n\nSee [Annex\\](#a).\n';
    assert.deepEqual(await ask(text), {
      ...{ text: made(''), key: '2033-05-02-joint-statement', broken: 0 },
    });
    assert.deepEqual(await ask(text, 'Déclaration no. 2.txt'), {
      text: made('source: Déclaration no. 2.txt\n'),
      ...{ key: 'Declaration-no.-2', broken: 0 },
    });
    const refusals = [await ask(' \n'), await ask('PK\0\u0003')];
    assert.deepEqual(refusals, [
      { refused: 'There is no text to import.' },
      { refused: 'This is no plain text. Save it as text in UTF-8 and import that.' },
    ]);
  });

  it('gives an editor without versioned edits plain ones, and no fix that needs a new file', async () => {
    const text = 'See [it](gone#x) and [that](#ardenai).\n';
    const { workspaceEdit: _, ...workspace } = capable.workspace ?? {};
    const one = await withReadout(text, ['unresolved', 'unresolved'], { ...capable, workspace });
    const actions = (await one.connection.sendRequest(CodeActionRequest.type, {
      ...at(one, 0, 0, 38),
      context: { diagnostics: [] },
    })) as CodeAction[];
    assert.ok(actions.every(({ edit }) => !edit?.documentChanges));
    const near = actions.find(({ edit }) => edited(text, edit).includes('[that](#ardenia)'));
    assert.ok(near);
  });

  it('completes with an edit in place, and says more of the item that is looked at', async () => {
    const one = await withReadout('They [go](#ard\n\nArdenia.\n', [
      'unclosed-reference',
      'unlinked-mention',
    ]);
    const list = (await one.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: one.uri('a.readout.md') },
      position: { line: 0, character: 14 },
    })) as CompletionList;
    const item = list.items.find(({ label }) => label === 'ardenia');
    assert.ok(item);
    const edit = item.textEdit as TextEdit;
    assert.deepEqual(edit.range.start, { line: 0, character: 11 });
    const told = await one.connection.sendRequest(CompletionResolveRequest.type, item);
    assert.equal(told.label, 'ardenia');
  });

  it('says in the list what a name stands for, as far as there is room beside it', async () => {
    const long = `a${'-b'.repeat(20)}`;
    const text = `[will send twelve ships to the northern strait]{#fleet .commitment} [x]{#${long} .place} [y](#)`;
    const one = await withReadout(text, ['bad-id']);
    const list = (await one.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: one.uri('a.readout.md') },
      position: { line: 0, character: text.length - 1 },
    })) as CompletionList;
    const beside = (name: string) =>
      list.items.find(({ label }) => label === name)?.labelDetails?.description;
    assert.deepEqual(
      [beside('fleet'), beside('ardenia'), beside(long)],
      ['will send twelve ships to the northern…', 'Ardenia', undefined],
    );
  });

  it('finds marks and entities of the workspace by any of their words', async () => {
    const one = await withReadout('They [will send ships]{#fleet .commitment}.\n', []);
    const names = async (query: string) =>
      ((await one.connection.sendRequest(WorkspaceSymbolRequest.type, { query })) ?? []).map(
        ({ name }) => name,
      );
    assert.deepEqual(await names('shi'), ['will send ships · fleet']);
    assert.deepEqual(await names('arden'), ['Ardenia · ardenia']);
    assert.deepEqual(await names('nothing'), []);
  });

  it('paints marked words by their kind', async () => {
    const one = await withReadout('They [go]{.place}.\n', []);
    const tokens = await one.connection.sendRequest(SemanticTokensRequest.type, {
      textDocument: { uri: one.uri('a.readout.md') },
    });
    const types = one.initialized.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
    const painted: string[] = [];
    for (let i = 0; i < (tokens?.data.length ?? 0); i += 5) {
      painted.push(`${tokens?.data[i + 2]} ${types[tokens?.data[i + 3] ?? 0]}`);
    }
    assert.deepEqual(painted, ['1 attributes', '2 place', '9 attributes']);
  });
});
