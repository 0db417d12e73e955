import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import {
  type AnnotatedTextEdit,
  CancellationTokenSource,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import type { Refusal } from '../../server/src/protocol/requests.ts';
import type {
  UnlinkedChoices,
  UnlinkedPlaceShown,
  UnlinkedSheet,
} from '../../server/src/protocol/unlinked-shown.ts';
import { type Client, type Start, startClient } from '../support/lsp.ts';

const capabilities: NonNullable<Start['capabilities']> = {
  window: { workDoneProgress: true },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
  },
};

const files = {
  'readout.yaml':
    'entities:\n  orla: { kind: place, name: Orla, aliases: [Port of Orla] }\n  bell: { kind: seal, name: Bell }\nkinds: { seal: { means: x, color: charts.red } }\n',
  'a.readout.md': '---\ntitle: First\ndate: 2031-04-02\n---\n\n𠮷 met in Orla. Orla was calm.\n',
  'b.readout.md': 'In the Port of Orla the Bell rang.\n',
  'c.readout.md': 'Nothing of note.\n',
  'other/readout.yaml': 'entities: { orla: { kind: place, name: Orla } }\n',
  'other/d.readout.md': 'Then Orla again.\n',
};

let client: Client | undefined;

async function start(more: Start = {}): Promise<Client> {
  client = await startClient({ files, capabilities, ...more });
  return client;
}

/** A document on a line of its own: what it speaks of, how often. */
const shown = (sheets: readonly UnlinkedSheet[]): string[] => {
  const targets = sheets.flatMap((sheet) => sheet.targets ?? []);
  return sheets.map(({ uri, title, date, found }) => {
    const all = found.map(({ target, places }) => {
      const { names, kind, color, collection, also } = targets[target] ?? {};
      const folder = collection?.split('/').at(-1) === 'other' ? 'other' : '';
      return `${[names, kind, color, folder, also].filter((one) => one?.length).join(' ')}: ${places}`;
    });
    return [uri.split('/').at(-1), title, date, ...all].join(' | ');
  });
};

describe('what is unlinked, over the protocol', () => {
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  it('is listed for all collections, or that of a document or folder, once they have been read', async () => {
    const { connection, uri } = await start();
    const of = (params: object) =>
      connection.sendRequest<UnlinkedSheet[]>('readout/unlinked', params).then(shown);
    const own = [
      'a.readout.md | First | 2031-04-02 | Orla place orla,Port of Orla: 2',
      'b.readout.md | b |  | Orla place orla,Port of Orla: 1 | Bell seal charts.red bell: 1',
    ];
    const other = 'd.readout.md | d |  | Orla place other orla: 1';
    assert.deepEqual(await of({ sort: 'entity', uri: uri('c.readout.md') }), own);
    assert.deepEqual(await of({ sort: 'entity', uri: uri('other') }), [other]);
    assert.deepEqual((await of({ sort: 'entity' })).sort(), [...own, other].sort());
    for (const sort of ['document', 'restatement', 'backreference', 'unmarked', 'nonsense']) {
      assert.deepEqual(await of({ sort }), [], sort);
    }
    assert.equal(await connection.sendRequest('readout/howMany', {}), 4);
  });

  it('calls a text that has neither title nor key by the name of its file', async () => {
    const named = { 'readout.yaml': files['readout.yaml'], 'talks (2).readout.md': 'In Orla.\n' };
    const { connection } = await start({ files: named });
    const found = await connection.sendRequest<UnlinkedSheet[]>('readout/unlinked', {
      sort: 'entity',
    });
    assert.deepEqual(shown(found), [
      'talks%20%282%29.readout.md | talks (2) |  | Orla place orla,Port of Orla: 1',
    ]);
  });

  it('comes in pieces where the client gives a token, and tells once what is meant', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 120 }, (_, i) => [`m${i}.readout.md`, 'They met in Orla.\n']),
    );
    const { connection } = await start({
      files: { ...many, 'readout.yaml': files['readout.yaml'] },
    });
    const pieces: UnlinkedSheet[][] = [];
    connection.onNotification(
      '$/progress',
      ({ token, value }: { token: unknown; value: UnlinkedSheet[] }) => {
        if (token === 'here') pieces.push(value);
      },
    );
    const params = { sort: 'entity', partialResultToken: 'here' };
    const rest = await connection.sendRequest<UnlinkedSheet[]>('readout/unlinked', params);
    assert.deepEqual([pieces.map(({ length }) => length), rest], [[50, 50, 20], []]);
    assert.equal(pieces.flat().filter(({ targets }) => targets).length, 1);
  });

  it('is given up when nobody waits for it any more', async () => {
    const { connection, progress } = await start();
    await progress;
    const source = new CancellationTokenSource();
    const asked = connection.sendRequest('readout/unlinked', { sort: 'entity' }, source.token);
    source.cancel();
    await assert.rejects(async () => asked, { code: -32800 });
  });

  it('is found again in a document, counted as the client counts, and linked there', async () => {
    const { connection, uri, progress, open } = await start();
    await progress;
    open('a.readout.md', files['a.readout.md']);
    const there = { uri: uri('a.readout.md'), sort: 'entity', target: 'orla' };
    const places = await connection.sendRequest<UnlinkedPlaceShown[]>(
      ...(['readout/unlinkedPlaces', there] as const),
    );
    const at = (from: number, to: number) => ({
      start: { line: 5, character: from },
      end: { line: 5, character: to },
    });
    assert.deepEqual(places, [
      { range: at(10, 14), words: 'Orla', before: '𠮷 met in ', after: '. Orla was calm.' },
      { range: at(16, 20), words: 'Orla', before: '𠮷 met in Orla. ', after: ' was calm.' },
    ]);
    const done = await connection.sendRequest<UnlinkedChoices>('readout/mendUnlinked', {
      ...{ ...there, deed: 'link', range: at(16, 20) },
    });
    assert.deepEqual(done.choices, [
      {
        title: 'Link “Orla” to “Orla”',
        edit: {
          documentChanges: [
            {
              textDocument: { uri: uri('a.readout.md'), version: 1 },
              edits: [
                { range: at(16, 16), newText: '[' },
                { range: at(20, 20), newText: '](#orla)' },
              ],
            },
          ],
        },
      },
    ]);
    const nowhere = { ...there, target: 'nobody' };
    assert.deepEqual(await connection.sendRequest('readout/unlinkedPlaces', nowhere), []);
    const unknown = { ...there, uri: uri('z.readout.md') };
    assert.equal(await connection.sendRequest('readout/unlinkedPlaces', unknown), null);
  });

  it('is linked in the whole collection, to be confirmed, and in no other', async () => {
    const { connection, uri, progress } = await start();
    await progress;
    const everywhere = (sort: string) =>
      connection.sendRequest<UnlinkedChoices & Refusal>('readout/mendUnlinked', {
        ...{ uri: uri('b.readout.md'), sort, target: 'orla', deed: 'link-everywhere' },
      });
    const [first, ...others] = (await everywhere('entity')).choices;
    const edit: WorkspaceEdit = first?.edit ?? {};
    const changes = (edit.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(others, []);
    assert.deepEqual(
      changes.map(({ textDocument, edits }) => [
        textDocument.uri.split('/').at(-1),
        ...(edits as AnnotatedTextEdit[]).map(({ newText, annotationId }) => [
          ...[newText, edit.changeAnnotations?.[annotationId]?.needsConfirmation],
        ]),
      ]),
      [
        ['a.readout.md', ['[Orla](#orla)', true]],
        ['b.readout.md', ['[Port of Orla](#orla)', true]],
      ],
    );
    assert.match((await everywhere('restatement')).refused, /one by one/);
  });

  it('refuses what makes no sense, in words for people', async () => {
    const { connection, uri, progress } = await start();
    await progress;
    const there = { uri: uri('z.readout.md'), sort: 'entity', target: 'orla', deed: 'link' };
    const said = async (params: object) =>
      (await connection.sendRequest<Refusal>('readout/mendUnlinked', { ...there, ...params }))
        .refused;
    assert.match(await said({}), /not among the readouts/);
    assert.match(await said({ sort: 'x' }), /not among the readouts/);
    assert.match(await said({ uri: uri('a.readout.md'), deed: 'x' }), /not among the readouts/);
    assert.match(await said({ uri: uri('a.readout.md'), target: 'x' }), /not there any more/);
  });

  it('cannot be linked in a collection that is there in part only', async () => {
    const { connection, uri, told, settled } = await start({ isHome: true });
    await told(/is a home folder/);
    await settled();
    const { refused } = await connection.sendRequest<Refusal>('readout/mendUnlinked', {
      ...{ uri: uri('a.readout.md'), sort: 'entity', target: 'orla', deed: 'link-everywhere' },
    });
    assert.match(refused, /not among the readouts|not all been read/);
  });
});
