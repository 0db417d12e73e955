import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, describe, it } from 'mocha';
import { type Hover, HoverRequest } from 'vscode-languageserver-protocol/node';
import type { DriftShown, LinkChoices, ThreadShown } from '../../server/src/protocol/requests.ts';
import { type Client, codesOf, startClient } from '../support/lsp.ts';

describe('the language of what the server says', () => {
  let client: Client | undefined;

  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  const files = {
    'readout.yaml': 'kinds:\n  constructor: { means: Whoever builds. }\n',
    'b.readout.md': 'They [will go]{#go .commitment}.\n',
    'a.readout.md': 'See [the port](#port) and [the builder]{.constructor}.\n',
  };

  const started = async (messages: unknown): Promise<Client> => {
    client = await startClient({ files, initializationOptions: { messages } });
    return client;
  };

  const hoverAt = async (
    one: Client,
    character: number,
    name = 'a.readout.md',
  ): Promise<string> => {
    const hover = (await one.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: one.uri(name) },
      position: { line: 0, character },
    })) as Hover;
    return (hover.contents as { value: string }).value;
  };

  it('is that of the messages the client gives, and English for what they lack', async () => {
    const one = await started({
      'Nothing is called {0}: no mark of this document and no entity of the codebook.':
        '{0}という名称はありません。',
      '“{0}”': '「{0}」',
      '**{0}** · kind': '種類 **{0}**',
      'Whoever builds.': 7,
    });
    const { diagnostics } = await one.findings('a.readout.md', (all) =>
      codesOf(all).includes('unresolved'),
    );
    const said = String(diagnostics.find(({ code }) => code === 'unresolved')?.message);
    assert.match(said, /^「port」という名称はありません。/);
    assert.match(said, /This leads nowhere/);
    assert.match(await hoverAt(one, 45), /^種類 \*\*.*constructor/);
  });

  it('is that of days, months and years, in what changed as well', async () => {
    const messages = JSON.parse(readFileSync('client/l10n/bundle.l10n.ja.json', 'utf8'));
    const due = (name: string, day: string, more = '') => [
      `${name}.readout.md`,
      `---\ndate: 203${name.length}-01-01\nseries: talks\n---\n\nThey [will act]{#m .commitment due=${day}${more}}.\n`,
    ];
    const texts = Object.fromEntries([
      due('a', '2031-12-31'),
      due('aa', '2032', ' weakens="a#m"'),
      due('aaa', '2033-05~', ' weakens="aa#m"'),
    ]);
    client = await startClient({ files: texts, initializationOptions: { messages } });
    await client.progress;
    const uri = client.uri('a.readout.md');
    const changed = [
      ['期限が 2031年12月31日 から 2032年 に変わる'],
      ['期限が 2032年 から 2033年5月頃 に変わる'],
    ];
    const position = { line: 5, character: 8 };
    const { steps } = await client.connection.sendRequest<ThreadShown>('readout/thread', {
      ...{ uri, position },
    });
    assert.deepEqual(
      steps.map(({ changes }) => changes),
      changed,
    );
    const series = await client.connection.sendRequest<DriftShown[]>('readout/series', { uri });
    assert.deepEqual(
      series.flatMap(({ carried }) => carried.map(({ changes }) => changes)),
      changed,
    );
  });

  it('is that of kinds and of the ladders of verbs, too', async () => {
    const one = await started({ commitment: '約束', commissive: '約束の段階' });
    await one.findings('a.readout.md', (all) => codesOf(all).includes('unresolved'));
    assert.match(await hoverAt(one, 8, 'b.readout.md'), /^\*\*約束\*\*.*\(約束の段階, rung 6/s);
    const place = { line: 0, character: 0 };
    const found = await one.connection.sendRequest<LinkChoices>('readout/linkChoices', {
      ...{ uri: one.uri('a.readout.md'), range: { start: place, end: { ...place, character: 3 } } },
      query: 'go',
    });
    assert.deepEqual(
      found.items.map(({ label, description }) => [label, description]),
      [['will go', '約束']],
    );
  });

  for (const messages of [undefined, null, 7, 'ja', [], { '': '' }]) {
    it(`is English with ${JSON.stringify(messages)}`, async () => {
      const one = await started(messages);
      const { diagnostics } = await one.findings('a.readout.md', (all) =>
        codesOf(all).includes('unresolved'),
      );
      const said = String(diagnostics.find(({ code }) => code === 'unresolved')?.message);
      assert.match(said, /^Nothing is called “port”: no mark/);
      assert.match(await hoverAt(one, 45), /constructor.* · kind/);
    });
  }
});
