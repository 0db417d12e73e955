import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import type {
  ComparableShown,
  DriftShown,
  IssuedText,
  ThreadShown,
  VersionsShown,
} from '../../server/src/protocol/requests.ts';
import { type Client, startClient } from '../support/lsp.ts';

const front = (date: string, more = '') =>
  `---\ndate: ${date}\nseries: talks\nparties: [x]\n${more}---\n\n`;
const files = {
  'a.readout.md': `${front('2030-05-01')}They [will open it]{#m .commitment}. They will stay.\n`,
  'b.readout.md': `${front('2031-05-01', 'lang: en\n')}They [aim to open it]{#m .commitment weakens="a#m"}.\n`,
  'b-ja.readout.md': `---\nversion-of: b\nlang: ja\n---\n\n[開ける]{.commitment parallels="b#m"}\n`,
};

let client: Client | undefined;

describe('what became of what was said, over the protocol', () => {
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  async function ask<T>(method: string, name: string, position?: object): Promise<T> {
    client ??= await startClient({ files });
    await client.progress;
    return client.connection.sendRequest(method, {
      uri: client.uri(name),
      ...(position && { position }),
    });
  }

  it('is set beside what was issued before', async () => {
    const found = await ask<ComparableShown[]>('readout/comparables', 'b.readout.md');
    assert.deepEqual(found, [
      { uri: client?.uri('a.readout.md'), title: 'a', date: '2030-05-01', is: 'earlier' },
      { uri: client?.uri('b-ja.readout.md'), title: 'b-ja', is: 'version' },
    ]);
    const text = await ask<IssuedText>('readout/issued', 'b.readout.md');
    assert.deepEqual(text, { text: 'They aim to open it.\n' });
    assert.equal(await ask('readout/issued', 'none.readout.md'), null);
  });

  it('is told as threads, series and versions', async () => {
    const thread = await ask<ThreadShown>('readout/thread', 'a.readout.md', {
      line: 6,
      character: 8,
    });
    assert.deepEqual(
      thread.members.map(({ name, words, status, range, lang }) => [
        name,
        words,
        status,
        range.start.line,
        lang,
      ]),
      [
        [undefined, '開ける', 'standing', 5, 'ja'],
        ['a#m', 'will open it', 'standing', 6, undefined],
        ['b#m', 'aim to open it', 'standing', 7, 'en'],
      ],
    );
    assert.deepEqual(thread.steps.map(({ relation, changes }) => [relation, changes]).at(-1), [
      'weakens',
      ['aim instead of will (weaker)'],
    ]);
    const series = await ask<DriftShown[]>('readout/series', 'b.readout.md');
    assert.deepEqual(
      series.map(({ title, lang, fresh, reworded }) => [
        ...[title, lang, fresh.length, reworded.length],
        reworded.map(({ member, from }) => [member.lang, from.lang]),
      ]),
      [
        ['a', undefined, 1, 0, []],
        ['b', 'en', 0, 1, [['en', undefined]]],
      ],
    );
    const [versions] = await ask<VersionsShown[]>('readout/versions', 'b.readout.md');
    assert.deepEqual(
      versions?.both.map(({ here, there }) => [here.words, there.words]),
      [['aim to open it', '開ける']],
    );
    assert.equal(await ask('readout/series', 'b-ja.readout.md'), null);
  });

  it('calls a text that has neither title nor key by the name of its file', async () => {
    const named = { ...files, '共同発表 1.readout.md': '[開けた]{.evidence fulfils="a#m"}\n' };
    client = await startClient({ files: named });
    const thread = await ask<ThreadShown>('readout/thread', 'a.readout.md', {
      line: 6,
      character: 8,
    });
    assert.deepEqual(
      thread.members.map(({ title }) => title),
      ['共同発表 1', 'b-ja', 'a', 'b'],
    );
  });

  it('says what is not marked, and nothing of a file it does not know', async () => {
    assert.deepEqual(await ask('readout/unmarked', 'a.readout.md'), [
      { start: { line: 6, character: 42 }, end: { line: 6, character: 51 } },
    ]);
    assert.equal(await ask('readout/unmarked', 'none.readout.md'), null);
    assert.equal(await ask('readout/thread', 'a.readout.md', { line: 1, character: 1 }), null);
  });
});
