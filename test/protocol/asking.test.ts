import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  type CodeLens,
  CodeLensRequest,
  CodeLensResolveRequest,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  DidChangeConfigurationNotification,
  DocumentLinkRequest,
  FoldingRangeRequest,
  HoverRequest,
  ImplementationRequest,
  InlayHintRequest,
  type Location,
  type MarkupContent,
  type SelectionRange,
  SelectionRangeRequest,
  type TextDocumentEdit,
  TypeDefinitionRequest,
  type WorkspaceSymbol,
  WorkspaceSymbolRequest,
  WorkspaceSymbolResolveRequest,
} from 'vscode-languageserver-protocol/node';
import { type Client, type Start, startClient } from '../support/lsp.ts';

const files = {
  'readout.yaml':
    'kinds:\n  reservation: { means: A party stands aside., registered: true }\nentities:\n  veyl: { kind: actor, name: Ana Veyl }\n',
  '2031-orla.readout': `---
title: Orla Statement
date: 2031-04-02
parties: [veyl]
source: https://orla.example/1
---

# Cable

[The Minister](#veyl) [will lay a cable]{#cable .commitment} and [not more]{#limit .reservation}.
`,
  '2032-linden.readout': `---
date: 2032-05-01
parties: [veyl]
version-of: 2031-orla
---

[reaffirmed that they will lay a cable]{#again .commitment reaffirms="2031-orla#cable"}.
[It was laid.]{.evidence fulfils="2031-orla#cable" score=+1} See [it](2031-orla#cable).
`,
};
const orla = '2031-orla.readout';
const linden = '2032-linden.readout';

describe('reading over the protocol', () => {
  let client: Client | undefined;

  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  /** A client with the collection read and one document of it open. */
  async function reading(start: Start = {}): Promise<Client> {
    const one = await startClient({ files, initializationOptions: { commands: true }, ...start });
    client = one;
    one.open(orla, files[orla]);
    await one.logged(/All findings made/);
    return one;
  }

  const document = (one: Client, name = orla) => ({ textDocument: { uri: one.uri(name) } });
  const at = (one: Client, line: number, character: number) => ({
    ...document(one),
    position: { line, character },
  });
  const lineOf = (name: keyof typeof files, words: string): number =>
    files[name].split('\n').findIndex((line) => line.includes(words));
  const cableLine = lineOf(orla, '#cable');
  const inCable = files[orla].split('\n')[cableLine]?.indexOf('lay a') ?? 0;

  it('shows the thread of a mark as a call hierarchy', async () => {
    const one = await reading();
    const [item] =
      (await one.connection.sendRequest(
        CallHierarchyPrepareRequest.type,
        at(one, cableLine, inCable),
      )) ?? [];
    assert.equal(item?.name, 'will lay a cable');
    assert.equal(item?.detail, '2 April 2031 · Orla Statement · will');
    const later = await one.connection.sendRequest(CallHierarchyIncomingCallsRequest.type, {
      item,
    });
    assert.deepEqual(
      later?.map(({ from, fromRanges }) => [from.name, from.uri, fromRanges[0]?.start.line]),
      [
        ['reaffirmed that they will lay a cable', one.uri(linden), 6],
        ['It was laid.', one.uri(linden), 7],
      ],
    );
    const [first] = later ?? [];
    assert.ok(first);
    const back = await one.connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, {
      item: first.from,
    });
    assert.deepEqual(
      back?.map(({ to, fromRanges }) => [to.name, to.uri, fromRanges[0]?.start.line]),
      [['will lay a cable', one.uri(orla), 6]],
    );
  });

  it('leads to the evidence of a commitment and to the kind of a mark', async () => {
    const one = await reading();
    const evidence = (await one.connection.sendRequest(
      ImplementationRequest.type,
      at(one, cableLine, inCable),
    )) as Location[];
    assert.deepEqual(
      evidence.map(({ uri, range }) => [uri, range.start.line]),
      [[one.uri(linden), 7]],
    );
    const character = files[orla].split('\n')[cableLine]?.indexOf('not more') ?? 0;
    const kind = (await one.connection.sendRequest(
      TypeDefinitionRequest.type,
      at(one, cableLine, character),
    )) as Location[];
    assert.deepEqual(
      kind.map(({ uri, range }) => [uri, range.start.line]),
      [[one.uri('readout.yaml'), 1]],
    );
  });

  it('says above a mark who speaks of it, when it comes into sight', async () => {
    const one = await reading();
    const found = (await one.connection.sendRequest(CodeLensRequest.type, document(one))) ?? [];
    assert.deepEqual(
      found.map(({ command, range }) => [command, range.start.line]),
      [[undefined, cableLine]],
    );
    const lens = await one.connection.sendRequest(
      CodeLensResolveRequest.type,
      found[0] as CodeLens,
    );
    assert.deepEqual(lens.command, {
      title: 'fulfilled +1 · reaffirmed once · 1 reference',
      command: 'readout.showReferences',
      arguments: [one.uri(orla), lens.range.start],
    });
  });

  it('says nothing above marks to an editor that cannot run the command, or where it is switched off', async () => {
    const one = await reading({ initializationOptions: {} });
    assert.equal(await one.connection.sendRequest(CodeLensRequest.type, document(one)), null);
    await one.stop();
    const other = await reading({ settings: { codeLens: false } });
    assert.equal(await other.connection.sendRequest(CodeLensRequest.type, document(other)), null);
  });

  it('shows hints as they are set, and asks the editor to ask again when they or the texts change', async () => {
    const settings: Record<string, unknown> = {};
    const one = await reading({
      settings,
      capabilities: {
        workspace: {
          configuration: true,
          workspaceFolders: true,
          codeLens: { refreshSupport: true },
          inlayHint: { refreshSupport: true },
          semanticTokens: { refreshSupport: true },
        },
      },
    });
    const hints = async () => {
      const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
      const found = await one.connection.sendRequest(InlayHintRequest.type, {
        ...document(one),
        range,
      });
      return found?.map(({ label }) => label);
    };
    // A change may come between two times that the editor is asked to ask again.
    const shown = async (...labels: string[]) => {
      for (let times = 1; (await hints())?.join() !== labels.join(); ) {
        times = Math.max(times, one.refreshed.length) + 1;
        await one.toRefresh(times);
      }
    };
    await one.toRefresh(3);
    await shown('Ana Veyl');
    settings.inlayHints = { names: false, actors: true, status: true };
    await one.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: null,
    });
    await shown('Ana Veyl · fulfilled', 'Ana Veyl');
    one.open(linden, files[linden].replace('fulfils', 'breaches'));
    await shown('Ana Veyl · breached', 'Ana Veyl');
    assert.deepEqual(new Set(one.refreshed), new Set(['lenses', 'hints', 'tokens']));
  });

  it('folds, selects and links', async () => {
    const one = await reading();
    const folded = await one.connection.sendRequest(FoldingRangeRequest.type, document(one));
    assert.deepEqual(folded, [
      { startLine: 0, endLine: 5, kind: 'region' },
      { startLine: 7, endLine: cableLine, kind: 'region' },
    ]);
    const selected = await one.connection.sendRequest(SelectionRangeRequest.type, {
      ...document(one),
      positions: [{ line: cableLine, character: inCable }],
    });
    const lengths: number[] = [];
    for (let step: SelectionRange | undefined = selected?.[0]; step; step = step.parent) {
      const { start, end } = step.range;
      lengths.push(
        start.line === end.line ? end.character - start.character : Number.POSITIVE_INFINITY,
      );
    }
    assert.deepEqual(lengths.slice(0, 3), ['lay'.length, 'will lay a cable'.length, 38]);
    assert.equal(lengths.at(-1), Number.POSITIVE_INFINITY);
    const links = await one.connection.sendRequest(DocumentLinkRequest.type, document(one));
    assert.deepEqual(
      links?.map(({ target }) => target),
      ['https://orla.example/1'],
    );
    const other = await one.connection.sendRequest(DocumentLinkRequest.type, document(one, linden));
    assert.deepEqual(
      other?.map(({ target }) => target),
      [one.uri(orla)],
    );
    for (const type of [FoldingRangeRequest.type, DocumentLinkRequest.type]) {
      assert.equal(
        await one.connection.sendRequest(type as never, document(one, 'other.yaml')),
        null,
      );
    }
  });

  it('gives the place of a symbol when it is chosen, to an editor that asks for it then', async () => {
    const one = await reading({
      capabilities: {
        workspace: { symbol: { resolveSupport: { properties: ['location.range'] } } },
      },
    });
    const query = { query: 'reaffirmed' };
    const [symbol] = (await one.connection.sendRequest(
      WorkspaceSymbolRequest.type,
      query,
    )) as WorkspaceSymbol[];
    assert.deepEqual(symbol?.location, { uri: one.uri(linden) });
    const found = await one.connection.sendRequest(WorkspaceSymbolResolveRequest.type, symbol);
    assert.deepEqual((found.location as Location).range.start, { line: 6, character: 1 });
  });

  it('tells of a completion what it told when it was offered, whatever is asked meanwhile', async () => {
    const one = await reading();
    assert.equal(one.initialized.capabilities.completionProvider?.resolveProvider, true);
    const text = `${files[orla]}\n[so]{.}\n\n[so]{.commitment r="x"}\n`;
    one.change(orla, 2, text);
    const lines = text.split('\n');
    const complete = async (words: string, behind: string): Promise<readonly CompletionItem[]> => {
      const line = lines.findIndex((one) => one.startsWith(words));
      const character = (lines[line]?.indexOf(behind) ?? 0) + behind.length;
      const found = await one.connection.sendRequest(
        CompletionRequest.type,
        at(one, line, character),
      );
      return (found as CompletionList).items;
    };
    const kinds = await complete('[so]{.}', '{.');
    const relations = await complete('[so]{.c', ' r');
    one.change(orla, 3, 'Nothing of it.');
    const told = async (items: readonly CompletionItem[], label: string) => {
      const item = items.find((one) => one.label === label);
      assert.ok(item && !item.documentation, items.map((one) => one.label).join());
      const { documentation } = await one.connection.sendRequest(
        CompletionResolveRequest.type,
        item,
      );
      return (documentation as MarkupContent | undefined)?.value ?? '';
    };
    assert.match(await told(kinds, '.reservation'), /A party stands aside/);
    assert.match(await told(relations, 'reaffirms'), /Says again/);
  });

  it('asks only our own client to suggest again, since no other knows that command', async () => {
    const suggested = async (more: Start) => {
      client = await startClient({ files, ...more });
      client.open(orla, '[so]{.commitment }\n');
      const where = at(client, 0, 17);
      const found = (await client.connection.sendRequest(
        CompletionRequest.type,
        where,
      )) as CompletionList;
      await client.stop();
      return found.items.find(({ label }) => label === 'by')?.command?.command;
    };
    assert.equal(await suggested({}), undefined);
    const ours = { initializationOptions: { commands: true } };
    assert.equal(await suggested(ours), 'editor.action.triggerSuggest');
  });

  it('speaks in plain words to an editor that shows no Markdown', async () => {
    const plain = ['plaintext' as const];
    client = await startClient({
      files,
      capabilities: {
        textDocument: {
          hover: { contentFormat: plain },
          completion: { completionItem: { documentationFormat: plain } },
        },
      },
    });
    client.open(orla, '[so]{.reservation }\n');
    const hover = await client.connection.sendRequest(HoverRequest.type, at(client, 0, 8));
    const kind = 'reservation · kind, stands in the register\n\nA party stands aside.';
    assert.deepEqual(hover?.contents, { kind: 'plaintext', value: kind });
    const found = await client.connection.sendRequest(CompletionRequest.type, at(client, 0, 8));
    const item = (found as CompletionList).items.find(({ label }) => label === '.reservation');
    const told = await client.connection.sendRequest(
      CompletionResolveRequest.type,
      item as CompletionItem,
    );
    assert.deepEqual(told.documentation, { kind: 'plaintext', value: kind });
  });

  it('says of a completion once what its documentation says, to an editor that shows both together', async () => {
    const item = async (capabilities: Start['capabilities']) => {
      const one = await reading({ ...(capabilities && { capabilities }) });
      one.change(orla, 2, `${files[orla]}\n[so]{.}\n`);
      const line = `${files[orla]}\n[so]{.}`.split('\n').length - 1;
      const found = await one.connection.sendRequest(CompletionRequest.type, at(one, line, 6));
      await one.stop();
      return (found as CompletionList).items.find(({ label }) => label === '.reservation');
    };
    const completion = { completionItem: { labelDetailsSupport: true } };
    const [beside, alone] = [await item({ textDocument: { completion } }), await item({})];
    assert.deepEqual([beside?.detail, beside?.labelDetails?.description], [undefined, 'kind · 1']);
    assert.match(alone?.detail ?? '', /A party stands aside/);
  });

  it('mends all of one code, in the document or in the whole collection', async () => {
    const spaced = '[a] {.place} and [b]{.event by = veyl}\n';
    const one = await startClient({
      files: { 'readout.yaml': files['readout.yaml'], 'a.readout': spaced, 'b.readout': spaced },
      capabilities: {
        workspace: {
          configuration: true,
          workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
        },
        textDocument: {
          codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
        },
      },
    });
    client = one;
    one.open('a.readout', spaced);
    await one.logged(/All findings made/);
    const ask = async (only: string, character = 0) =>
      (await one.connection.sendRequest(CodeActionRequest.type, {
        ...document(one, 'a.readout'),
        range: { start: { line: 0, character }, end: { line: 0, character } },
        context: { diagnostics: [], only: [only] },
      })) as CodeAction[];
    const kind = 'source.fixAll.readout.space-around-equals';
    const [here, ...others] = await ask(kind);
    assert.deepEqual([here?.kind, others], [kind, []]);
    const changes = here?.edit?.documentChanges as TextDocumentEdit[];
    assert.deepEqual(
      changes.map(({ edits }) => edits.length),
      [1],
    );
    assert.deepEqual(
      (await ask('source.fixAll')).map((action) => action.kind),
      ['source.fixAll.readout'],
    );
    assert.deepEqual(await ask('source.fixAll.readout.bad-id'), []);
    const everywhere = (await ask('quickfix', 32)).find(({ title }) => /collection/.test(title));
    assert.ok(everywhere && !everywhere.edit);
    const made = await one.connection.sendRequest(CodeActionResolveRequest.type, everywhere);
    const edits = made.edit?.documentChanges as TextDocumentEdit[];
    assert.deepEqual(
      edits.map(({ textDocument }) => [textDocument.uri, textDocument.version]).sort(),
      [
        [one.uri('a.readout'), 1],
        [one.uri('b.readout'), null],
      ],
    );
    assert.equal(Object.keys(made.edit?.changeAnnotations ?? {}).length, 2);
  });
});
