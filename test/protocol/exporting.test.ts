import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { afterEach, describe, it } from 'mocha';
import type { Exported } from '../../server/src/protocol/exported.ts';
import type { Refusal } from '../../server/src/protocol/requests.ts';
import { cli } from '../support/cli.ts';
import { type Client, type Start, startClient } from '../support/lsp.ts';

const files = {
  'readout.yaml': 'entities:\n  ardenia: { kind: actor, name: Ardenia }\n',
  'a.readout.md':
    '---\ndate: 2030-05-01\nparties: [ardenia, belmark]\n---\n\nThey [will pay]{#pay .commitment due=2031}.\n',
  'in/b.readout.md':
    '---\ndate: 2031-05-01\n---\n\nThey [had paid]{.evidence fulfils="a#pay"} and [want more]{.position}.\n',
  'other/readout.yaml': '',
  'other/a.readout.md': 'They [agree]{.position}.\n',
};

let client: Client | undefined;

async function withFiles(start: Start = {}): Promise<Client> {
  client = await startClient({ files, ...start });
  await client.settled();
  return client;
}

const ask = (one: Client, format: string, of?: string) =>
  one.connection.sendRequest<Exported & Refusal>('readout/export', {
    format,
    ...(of && { collectionOf: one.uri(of) }),
  });

describe('the register over the protocol', () => {
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  it('is the same text that the command line writes', async () => {
    const asOf = ['--as-of', '2033-01-01'];
    const one = await withFiles({ settings: { asOf: '2033-01-01' } });
    const formats = {
      ...{ csv: [3, 3], json: [3, 3], ndjson: [3, 3], html: [4, 3], mermaid: [2, 2] },
      ...{ graphml: [4, 3], ics: [1, 1], jsonld: [4, 3] },
    };
    for (const [format, [marks, readouts]] of Object.entries(formats)) {
      const { stdout } = spawnSync(process.execPath, [cli, 'export', '--format', format, ...asOf], {
        cwd: one.folder,
      });
      const { text, ...rest } = await ask(one, format);
      assert.equal(text, stdout.toString());
      assert.deepEqual(rest, { marks, readouts, missing: [] });
    }
  });

  it('is that of one collection where a file of it is named, with what is typed in it', async () => {
    const one = await withFiles();
    one.open('other/a.readout.md', 'They [agree]{.position} and [differ]{.position}.\n');
    const { text, ...rest } = await ask(one, 'ndjson', 'other/a.readout.md');
    assert.deepEqual(
      text
        .trimEnd()
        .split('\n')
        .map((line) => [JSON.parse(line).words, JSON.parse(line).document.file]),
      [
        ['agree', 'other/a.readout.md'],
        ['differ', 'other/a.readout.md'],
      ],
    );
    assert.deepEqual(rest, { marks: 2, readouts: 1, missing: [] });
  });

  it('names what it lacks because it cannot be read', async () => {
    const latin = Buffer.from('caf\xe9\n', 'latin1');
    const one = await withFiles({ files: { ...files, 'in/c d.readout.md': latin } });
    assert.deepEqual((await ask(one, 'csv')).missing, ['in/c d.readout.md']);
    assert.deepEqual((await ask(one, 'csv', 'other/a.readout.md')).missing, []);
  });

  it('is refused where not all has been read, and in a format that is none', async () => {
    const one = await startClient({ files, isHome: true, capabilities: {} });
    client = one;
    await one.told(/is a home folder/);
    const { refused } = await ask(one, 'csv');
    assert.match(refused ?? '', /have not all been read, so the register would lack some/);
    assert.deepEqual(await ask(one, 'xlsx'), { refused: 'There is no format “xlsx”.' });
  });
});
