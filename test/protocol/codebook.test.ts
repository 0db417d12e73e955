import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { afterEach, describe, it } from 'mocha';
import type { CodebookText } from '../../server/src/protocol/requests.ts';
import { cli } from '../support/cli.ts';
import { type Client, startClient } from '../support/lsp.ts';

const files = {
  'readout.yaml': 'name: Talks\nkinds: { place: off }\n',
  'a.readout.md': 'They met.\n',
};

let client: Client | undefined;

const ask = async (one: Client, uri: string): Promise<string> =>
  (await one.connection.sendRequest<CodebookText>('readout/codebook', { uri })).text;

describe('the codebook that holds, over the protocol', () => {
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  it('is the same that the command line writes, for every file of the collection', async () => {
    const one = await startClient({ files });
    client = one;
    const { stdout } = spawnSync(process.execPath, [cli, 'codebook'], { cwd: one.folder });
    assert.match(stdout.toString(), /\n {2}place: off # readout\.yaml:2\n/);
    for (const name of ['readout.yaml', 'a.readout.md']) {
      assert.equal(await ask(one, one.uri(name)), stdout.toString());
    }
  });

  it('takes what is typed into the codebook', async () => {
    const one = await startClient({ files });
    client = one;
    await one.settled();
    one.open('readout.yaml', 'name: Other talks\n');
    const text = await ask(one, one.uri('a.readout.md'));
    assert.match(text, /\nname: Other talks # readout\.yaml:1\n/);
    // What has not been saved yet belongs to the folder that is open.
    assert.equal(await ask(one, 'untitled:readout'), text);
  });

  it('is what is built in where there is none', async () => {
    const one = await startClient({ files: { 'a.readout.md': 'They met.\n' } });
    client = one;
    const text = await ask(one, one.uri('a.readout.md'));
    assert.match(text, /^# The codebook that holds here: what is built\n# in, for this collection/);
  });
});
