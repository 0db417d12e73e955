import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import type { RegisterOutline, RegisterSheet } from '../../server/src/protocol/register-shown.ts';
import type { CollectionShown } from '../../server/src/protocol/requests.ts';
import { type Client, type Start, startClient } from '../support/lsp.ts';

const front = (date: string) =>
  `---\ntitle: 会談\ndate: ${date}\nseries: talks\nparties: [x]\n---\n\n`;
const files = {
  'readout.yaml': 'name: Two Shores\nentities: { x: { kind: actor, name: Belmark } }\n',
  'b.readout.md': `${front('2031-05-01')}[𠮷 aim to open it]{#m .commitment weakens="a#m"}.\n`,
  'a.readout.md': `${front('2030-05-01')}They [will open it]{#m .commitment due=2020-12}. They [ask x]{.request}.\n`,
  'plain.readout.md': 'Nothing here.\n',
  'other/readout.yaml': 'kinds: { vow: { registered: true, means: x, color: charts.red } }\n',
  'other/c.readout.md': 'They [swear to go]{.vow}.\n',
};

let client: Client | undefined;

async function start(more: Start = {}): Promise<Client> {
  client = await startClient({ files, ...more });
  return client;
}

/** A mark on a line of its own: where it stands, what it says. */
const shown = (found: readonly RegisterSheet[]): string[] =>
  found.flatMap(({ uri, title, date, series, marks }) =>
    marks.map(({ range: { start, end }, name, kind, color, status, words, actors, verb, due }) =>
      [
        ...[
          uri.split('/').at(-1),
          title,
          date,
          series,
          `${start.line}:${start.character}-${end.character}`,
        ],
        ...[name, kind, color, status, words, actors.join(), verb, due],
      ].join(' | '),
    ),
  );

const first = [
  'a.readout.md | 会談 | 2030-05-01 | talks | 7:6-18 | a#m | commitment |  | overdue | will open it | Belmark | will | 2020-12',
  'a.readout.md | 会談 | 2030-05-01 | talks | 7:55-60 |  | request |  | standing | ask x | Belmark | ask | ',
];
const second =
  'b.readout.md | 会談 | 2031-05-01 | talks | 7:1-18 | b#m | commitment |  | standing | 𠮷 aim to open it | Belmark | aim | ';
const vow =
  'c.readout.md | c |  |  | 0:6-17 |  | vow | charts.red | standing | swear to go |  |  | ';

describe('the register over the protocol', () => {
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  it('lists all collections, or that of a document or folder, once they have been read', async () => {
    const { connection, uri } = await start();
    const of = (params: object) =>
      connection.sendRequest<RegisterSheet[]>('readout/register', params).then(shown);
    assert.deepEqual(await of({ uri: uri('plain.readout.md') }), [...first, second]);
    assert.deepEqual(await of({ uri: uri('other') }), [vow]);
    assert.deepEqual((await of({})).sort(), [...first, second, vow].sort());
    assert.deepEqual(await of({ uri: 'file:///elsewhere' }), []);
  });

  it('calls a text that has neither title nor key by the name of its file', async () => {
    const { connection, uri } = await start({
      files: { '会談.readout.md': '[行う]{.commitment}\n' },
    });
    const found = await connection.sendRequest<RegisterSheet[]>('readout/register', {
      uri: uri('会談.readout.md'),
    });
    assert.deepEqual(
      found.map(({ title }) => title),
      ['会談'],
    );
  });

  it('outlines it, what is due first, and tells the rest of single marks', async () => {
    const { connection, uri } = await start();
    const { wanted } = { wanted: [{ uri: uri('b.readout.md'), marks: [0, 7] }] };
    const outline = await connection.sendRequest<RegisterOutline[]>('readout/registerOutline', {
      uri: uri('plain.readout.md'),
    });
    assert.deepEqual(
      outline.map(({ uri: of, title, date, series, marks }) => [
        ...[of.split('/').at(-1), title, date, series],
        ...marks.map((mark) => Object.values(mark).join(' ')),
      ]),
      [
        [
          'a.readout.md',
          '会談',
          '2030-05-01',
          'talks',
          '0 commitment overdue 2020-12-31',
          '1 request standing',
        ],
        ['b.readout.md', '会談', '2031-05-01', 'talks', '0 commitment standing'],
      ],
    );
    const told = await connection.sendRequest<RegisterSheet[]>('readout/registerMarks', {
      wanted: [...wanted, { uri: uri('gone.readout.md'), marks: [0] }],
    });
    assert.deepEqual(shown(told), [second]);
    const vows = await connection.sendRequest<RegisterOutline[]>('readout/registerOutline', {
      uri: uri('other'),
    });
    assert.deepEqual(vows[0]?.marks, [
      { index: 0, kind: 'vow', color: 'charts.red', status: 'standing' },
    ]);
  });

  it('counts columns as the client does', async () => {
    const { connection, uri } = await start({
      capabilities: { general: { positionEncodings: ['utf-32'] } },
    });
    const found = await connection.sendRequest<RegisterSheet[]>('readout/register', {
      uri: uri('b.readout.md'),
    });
    assert.deepEqual(found[1]?.marks[0]?.range, {
      start: { line: 7, character: 1 },
      end: { line: 7, character: 17 },
    });
  });

  it('comes in pieces where the client gives a token', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 450 }, (_, i) => [`d${i}.readout.md`, 'They [will go]{.commitment}.\n']),
    );
    const { connection } = await start({ files: many });
    const pieces: number[] = [];
    connection.onNotification(
      '$/progress',
      ({ token, value }: { token: unknown; value: readonly RegisterSheet[] }) => {
        if (token === 'here') pieces.push(value.length);
      },
    );
    const rest = await connection.sendRequest<RegisterSheet[]>('readout/register', {
      partialResultToken: 'here',
    });
    assert.deepEqual([pieces, rest], [[...Array(9).fill(50)], []]);
  });

  it('is given up when nobody waits for it any more', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 400 }, (_, i) => [
        `d${i}.readout.md`,
        'They [will go]{.commitment}.\n'.repeat(50),
      ]),
    );
    const { connection, progress } = await start({ files: many });
    await progress;
    const source = new CancellationTokenSource();
    const asked = connection.sendRequest('readout/register', {}, source.token);
    source.cancel();
    await assert.rejects(async () => asked, { code: -32800 });
  });

  it('tells what the hover says of a mark, whatever stands in its words', async () => {
    const { connection, uri, progress } = await start({
      files: { 'a.readout.md': '[[x](#m) will go]{#m .commitment}.\n' },
    });
    await progress;
    const range = { start: { line: 0, character: 1 }, end: { line: 0, character: 16 } };
    const asked = { uri: uri('a.readout.md'), range };
    const said = await connection.sendRequest<string>('readout/markHover', asked);
    assert.match(said, /^\*\*Commitment\*\* `#m` · a\n\n“\*\*x will go\*\*\.”\n/);
    const nowhere = { start: range.start, end: range.start };
    assert.equal(
      await connection.sendRequest('readout/markHover', { ...asked, range: nowhere }),
      null,
    );
  });

  it('says what collection a file is of', async () => {
    const { connection, uri, settled } = await start();
    await settled();
    const of = (name: string) =>
      connection.sendRequest<CollectionShown | null>('readout/collection', { uri: uri(name) });
    const folder = uri('x').slice(0, -2);
    assert.deepEqual(await of('a.readout.md'), {
      ...{ name: 'Two Shores', folder, without: [`${folder}/other`], documents: 3, is: 'whole' },
    });
    assert.deepEqual(await of('other/readout.yaml'), {
      ...{ folder: `${folder}/other`, without: [], documents: 1, is: 'whole' },
    });
    assert.equal(
      await connection.sendRequest('readout/collection', { uri: 'file:///elsewhere/a.readout.md' }),
      null,
    );
  });

  it('says nothing of texts that were never saved where no folder is open', async () => {
    const { connection, settled } = await start({ folders: [] });
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: {
        ...{ uri: 'untitled:Untitled-1', languageId: 'readout', version: 1 },
        text: 'They [will go]{.commitment}.\n',
      },
    });
    await settled();
    const of = 'untitled:Untitled-1';
    assert.equal(await connection.sendRequest('readout/collection', { uri: of }), null);
  });

  it('says of a collection that it is there in part only', async () => {
    const { connection, uri, told, settled } = await start({ isHome: true, capabilities: {} });
    await told(/is a home folder/);
    await settled();
    const { is } = await connection.sendRequest<CollectionShown>('readout/collection', {
      uri: uri('a.readout.md'),
    });
    assert.equal(is, 'partial');
  });

  it('tells of changes to whom it matters', async () => {
    const { connection, uri, progress } = await start({
      initializationOptions: { hearsChanges: true },
    });
    await progress;
    const told = () =>
      new Promise<void>((resolve) => connection.onNotification('readout/changed', resolve));
    await told();
    const next = told();
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: {
        uri: uri('b.readout.md'),
        languageId: 'readout',
        version: 1,
        text: 'Gone.\n',
      },
    });
    await next;
    const found = await connection.sendRequest<RegisterSheet[]>('readout/register', {
      uri: uri('b.readout.md'),
    });
    assert.deepEqual(shown(found), first);
  });

  it('gives the same edition while nothing changes, and another after a change', async () => {
    const { connection, change, open } = await start();
    const edition = () => connection.sendRequest<number>('readout/edition', {});
    const before = await edition();
    await connection.sendRequest('readout/register', {});
    // A text that is opened as it was read changes nothing.
    open('a.readout.md', files['a.readout.md']);
    assert.equal(await edition(), before);
    change('a.readout.md', 2, 'Gone.\n');
    assert.notEqual(await edition(), before);
  });
});
