import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import type { ReadingShown } from '../../server/src/protocol/reading-shown.ts';
import { type Client, startClient } from '../support/lsp.ts';

const files = {
  'a.readout.md':
    '---\ntitle: Talks\ndate: 2030-05-01\nparties: [x]\n---\n\n# Talks\n\nThey [will open it]{#m .commitment due=2030-06} in\n[Orla]{.place}.^[So they say.]\n',
  'b.readout.md': 'They [opened it]{.evidence fulfils="a#m"}; see [there](a#m).\n',
};

let client: Client | undefined;

describe('the reading view, over the protocol', () => {
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  const ask = async (name: string): Promise<ReadingShown | null> => {
    client ??= await startClient({ files });
    await client.progress;
    return client.connection.sendRequest('readout/reading', { uri: client.uri(name) });
  };

  it('has the text as issued, with what stands beside its words', async () => {
    const range = (line: number, from: number, to: number) => ({
      start: { line, character: from },
      end: { line, character: to },
    });
    assert.deepEqual(await ask('a.readout.md'), {
      ...{ title: 'Talks', date: '2030-05-01', parties: ['x'] },
      blocks: [
        {
          range: range(6, 2, 7),
          ...{ is: 'title', level: 1, pieces: [{ text: 'Talks' }] },
          ...{ marks: [], references: [], notes: [] },
        },
        {
          range: { start: { line: 8, character: 0 }, end: { line: 9, character: 30 } },
          ...{ is: 'paragraph', level: 0 },
          pieces: [
            ...[{ text: 'They ' }, { mark: 0 }, { text: 'will open it' }, { end: true }],
            ...[{ text: ' in\n' }, { mark: 1 }, { text: 'Orla' }, { end: true }],
            ...[{ text: '.' }, { note: 0 }],
          ],
          marks: [
            {
              ...{ range: range(8, 6, 18), kind: 'commitment', id: 'm' },
              card: {
                name: 'a#m',
                status: 'fulfilled',
                reason: 'fulfilled by b',
                actors: ['x'],
                verb: { lemma: 'will', ladder: 'commissive', rung: 6, of: 10 },
                ...{ due: '2030-06', referred: 2, hasThread: true },
              },
            },
            { range: range(9, 1, 5), kind: 'place' },
          ],
          references: [],
          notes: [{ range: range(9, 17, 29), words: 'So they say.' }],
        },
      ],
    });
  });

  it('is none of a file that is no readout', async () => {
    assert.equal(await ask('none.readout.md'), null);
  });
});
