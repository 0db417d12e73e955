import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkspaceSymbolRequest } from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';
import { bundle, startClient } from '../support/lsp.ts';

describe('a server that is started again', () => {
  let desk: string;
  let texts: string;
  let storage: string;
  const write = (name: string, text: string) => writeFileSync(join(texts, name), text);

  beforeEach(() => {
    desk = mkdtempSync(join(tmpdir(), 'readout-again-'));
    [texts, storage] = [join(desk, 'texts'), join(desk, 'storage')];
    for (const folder of [texts, storage]) mkdirSync(folder);
    write('readout.yaml', 'name: Talks\n');
    for (let i = 0; i < 200; i++)
      write(
        `talks-${i}.readout.md`,
        `The Ministers [agreed]{#m${i} .commitment} and [more](gone#x).\n`,
      );
  });

  afterEach(() => rmSync(desk, { recursive: true, force: true }));

  const start = (settings: object = {}, code?: string) =>
    startClient({
      ...{ folder: texts, settings, ...(code && { code }) },
      initializationOptions: { storage: URI.file(storage).toString() },
    });

  /** The ids of the marks that a search finds, and the codes of the findings of one text. */
  async function answers(client: Awaited<ReturnType<typeof startClient>>, name: string) {
    await client.settled();
    const symbols = await client.connection.sendRequest(WorkspaceSymbolRequest.type, {
      query: 'm7',
    });
    const { diagnostics } = await client.findings(name);
    return {
      ids: symbols?.map((one) => one.name.split(' · ')[1]).sort(),
      codes: diagnostics.map(({ code }) => code),
    };
  }

  it('answers as before of texts that have not changed, and anew of those that have', async () => {
    const kept = new Promise<void>((resolve) => {
      const watcher = watch(storage, () => {
        if (!readdirSync(storage).some((name) => name.endsWith('.summaries'))) return;
        watcher.close();
        resolve();
      });
    });
    const first = await start();
    const before = await answers(first, 'talks-7.readout.md');
    await kept;
    await first.stop();
    write('talks-8.readout.md', 'The Ministers [agreed]{#m7a .commitment}.\n');
    const second = await start();
    const after = await answers(second, 'talks-7.readout.md');
    await second.stop();
    assert.deepEqual(before.codes, ['unresolved']);
    assert.deepEqual(after, { ...before, ids: [...(before.ids ?? []), 'm7a'].sort() });
  });

  it('has its code kept, whichever way it is talked to', async () => {
    const folder = join(storage, 'code');
    for (let time = 0; time < 2; time++) {
      const server = fork(bundle, ['--node-ipc', `--code=${folder}`]);
      const answer = once(server, 'message');
      const params = { processId: null, rootUri: null, capabilities: {} };
      server.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
      const [{ result }] = await answer;
      assert.equal(result.serverInfo.name, 'readout');
      // What was begun to be written when it answered is there when it is asked again.
      while (!existsSync(folder) || !readdirSync(folder).some((name) => name.endsWith('.code')))
        await new Promise((resolve) => setImmediate(resolve));
      const ended = once(server, 'exit');
      server.kill();
      await ended;
    }
    assert.equal(readdirSync(folder).length, 1);
  });

  it('says when its code cannot be kept, and serves all the same', async () => {
    const client = await start({}, `--code=${join(texts, 'readout.yaml')}`);
    await client.logged(/^The server's code could not be kept, so each start takes as long/);
    assert.deepEqual((await answers(client, 'talks-7.readout.md')).codes, ['unresolved']);
    await client.stop();
  });

  it('keeps nothing where it is told not to', async () => {
    const client = await start({ cache: false });
    await answers(client, 'talks-7.readout.md');
    await client.logged(/All findings made/);
    await client.stop();
    assert.deepEqual(readdirSync(storage), []);
  });
});
