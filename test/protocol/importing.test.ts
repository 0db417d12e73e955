import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { afterEach, describe, it } from 'mocha';
import {
  type CodeAction,
  CodeActionRequest,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import type {
  Imported,
  ImportParams,
  Recorded,
  SeriesChoice,
} from '../../server/src/protocol/new-text.ts';
import type { Refusal } from '../../server/src/protocol/requests.ts';
import { type Client, codesOf, startClient } from '../support/lsp.ts';

const hash = (source: string): string => createHash('sha256').update(source).digest('hex');

let client: Client | undefined;

async function start(files: Record<string, string>, commands = false): Promise<Client> {
  const workspace = { workspaceEdit: { documentChanges: true } };
  client = await startClient({
    files: { 'readout.yaml': '', ...files },
    capabilities: { workspace },
    initializationOptions: { commands },
  });
  await client.settled();
  return client;
}

describe('new readouts over the protocol', () => {
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  it('have where their text comes from, the address before the name of the file', async () => {
    const one = await start({});
    const ask = (params: ImportParams) =>
      one.connection.sendRequest<Imported>('readout/import', params);
    const text = 'They met.\n';
    const end = `sha256: ${hash(text)}\n---\n\nThey met.\n`;
    assert.deepEqual(await ask({ text, name: 'Talks in Orla.docx' }), {
      ...{ text: `---\nsource: Talks in Orla.docx\n${end}`, key: 'Talks-in-Orla', broken: 0 },
    });
    const address = 'https://harbours.example/1';
    assert.deepEqual(await ask({ text, name: 'a.html', address }), {
      ...{ text: `---\nsource: "${address}"\n${end}`, key: 'a', broken: 0 },
    });
  });

  it('say how many paragraphs pages have broken, and join them when asked', async () => {
    const one = await start({});
    const line = 'The Ministers concurred that they will go on with the realignment in';
    const text = `${line}\n\n2\n\nthe port of Orla.\n`;
    const ask = (joinPages: boolean) =>
      one.connection.sendRequest<Imported>('readout/import', { text, joinPages });
    const left = await ask(false);
    assert.deepEqual([left.broken, left.text.endsWith(text)], [1, true]);
    const joined = `${line} the port of Orla.\n`;
    const made = await ask(true);
    assert.deepEqual(made, {
      ...{ text: `---\nlang: en\nsha256: ${hash(joined)}\n---\n\n${joined}`, key: 'readout' },
      broken: 0,
    });
  });

  it('begin with title, date and a series of the codebook', async () => {
    const codebook = 'series: { talks: { names: [Orla Talks, OT] }, fora: { every: year } }';
    const one = await start({ 'in/readout.yaml': codebook });
    const choices = (uri: string) =>
      one.connection.sendRequest<SeriesChoice[]>('readout/seriesChoices', { uri });
    assert.deepEqual(await choices(one.uri('in/new.readout.md')), [
      { id: 'talks', names: ['Orla Talks', 'OT'] },
      { id: 'fora', names: [] },
    ]);
    assert.deepEqual(await choices(one.uri('new.readout.md')), []);
    const begin = (title: string, date: string, series?: string) =>
      one.connection.sendRequest<Imported | Refusal>('readout/new', {
        ...{ title, date, ...(series && { series }) },
      });
    assert.deepEqual(await begin('Second Talks', '2031-05-18', 'talks'), {
      text: '---\ntitle: Second Talks\ndate: 2031-05-18\nseries: talks\n---\n\n',
      ...{ key: '2031-05-18-second-talks', broken: 0 },
    });
    assert.deepEqual(await begin('Talks', '2031-02-30'), {
      refused: '“2031-02-30” is no day. Write it as 2031-05-18.',
    });
  });

  it('record where a text was taken from', async () => {
    const one = await start({});
    one.open('a.readout.md', 'They [met]{.event}.\n');
    const ask = (params: object) =>
      one.connection.sendRequest<Recorded & Refusal>('readout/recordSource', {
        ...{ uri: one.uri('a.readout.md'), ...params },
      });
    const made = await ask({ source: 'talks.docx', text: 'They left.\n' });
    assert.equal(made.differs, true);
    const [change] = (made.edit.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(change?.textDocument, { uri: one.uri('a.readout.md'), version: 1 });
    assert.equal(
      (change?.edits[0] as TextEdit | undefined)?.newText,
      `---\nsource: talks.docx\nsha256: ${hash('They met.\n')}\n---\n\nThey [met]{.event}.\n`,
    );
    assert.equal((await ask({ text: 'They met.\r\n' })).differs, false);
    const gone = await one.connection.sendRequest<Refusal>('readout/recordSource', {
      uri: one.uri('gone.readout.md'),
    });
    assert.match(gone.refused, /not among the readouts that are open/);
  });

  for (const commands of [true, false]) {
    it(`offer beside a changed source to take over another, ${commands ? 'in' : 'and not outside'} our own client`, async () => {
      const one = await start({}, commands);
      const text = `---\nsha256: ${hash('They met.\n')}\n---\n\nThey meet.\n`;
      one.open('a.readout.md', text);
      const params = await one.findings('a.readout.md', (found) =>
        codesOf(found).includes('source-changed'),
      );
      const found = (await one.connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri: one.uri('a.readout.md') },
        range: params.diagnostics[0]?.range as never,
        context: { diagnostics: params.diagnostics },
      })) as CodeAction[];
      const titles = found.map(({ title }) => title);
      assert.ok(titles.includes('Record the source as it is now'), titles.join());
      const other = found.find(({ title }) => title === 'Take over a revised source…');
      assert.equal(other?.command?.command, commands ? 'readout.revise' : undefined);
      if (commands) assert.equal(other?.diagnostics?.[0]?.code, 'source-changed');
    });
  }
});
