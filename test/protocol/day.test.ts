import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { describe, it } from 'mocha';
import {
  createConnection,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { createProtocolConnection } from 'vscode-languageserver-protocol/node';
import { serve } from '../../server/src/protocol/serve.ts';
import { noFiles } from '../../server/src/protocol/through-client.ts';
import { codesOf, talkOver } from '../support/talk.ts';

describe('the day', () => {
  it('is judged anew after midnight, as soon as somebody asks for something', async () => {
    let today = '2031-06-30';
    const [asked, answered] = [new PassThrough(), new PassThrough()];
    serve(createConnection(new StreamMessageReader(asked), new StreamMessageWriter(answered)), {
      ...{ files: undefined, throughClient: () => noFiles, pages: undefined, version: '0' },
      today: () => today,
      soon: (work) => void setImmediate(work),
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(answered),
      new StreamMessageWriter(asked),
    );
    const talk = await talkOver(connection, (name) => `untitled:/${name}`, {});
    talk.open('a.readout.md', 'They [will open it]{.commitment due=2031-06}.\n');
    assert.deepEqual(codesOf(await talk.findings('a.readout.md')), []);
    await talk.logged(/All findings made/);
    today = '2031-07-01';
    await connection.sendRequest('readout/unmarked', { uri: talk.uri('b.readout.md') });
    const late = await talk.findings('a.readout.md', (found) => codesOf(found).length > 0);
    assert.deepEqual(codesOf(late), ['overdue']);
    await connection.sendRequest(ShutdownRequest.type);
    connection.dispose();
  });
});
