import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkspaceSymbolRequest } from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';
import { startClient } from '../support/lsp.ts';

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

  const start = (settings: object = {}) =>
    startClient({
      ...{ folder: texts, settings },
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

  it('keeps nothing where it is told not to', async () => {
    const client = await start({ cache: false });
    await answers(client, 'talks-7.readout.md');
    await client.logged(/All findings made/);
    await client.stop();
    assert.deepEqual(readdirSync(storage), []);
  });
});
