import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import {
  type ConfigurationItem,
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  DidChangeWorkspaceFoldersNotification,
  type Hover,
  HoverRequest,
} from 'vscode-languageserver-protocol/node';
import { type Client, codesOf, startClient } from '../support/lsp.ts';

describe('settings over the protocol', () => {
  let client: Client | undefined;

  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  const codebook = 'entities:\n  ardenia: { kind: actor, name: Ardenia }\n';
  const late = '---\ndate: 2031-01-01\n---\n\nThey [will go]{#m .commitment due=2031-05-01}.\n';
  const files = Object.fromEntries(
    ['one', 'two'].flatMap((name) => [
      [`${name}/readout.yaml`, codebook],
      [`${name}/open-${name}.readout`, late],
      [`${name}/closed-${name}.readout`, 'Ardenia will send ships.\n'],
    ]),
  );
  const early = { asOf: '2031-02-01', closedFiles: 'problems' };
  const afterwards = { asOf: '2031-06-01', closedFiles: 'all' };

  /** Waits until a folder's closed document shows suggestions, or none. */
  const suggests = (one: Client, name: string, wanted: boolean) =>
    one.findings(
      `${name}/closed-${name}.readout`,
      (found) => codesOf(found).includes('unlinked-mention') === wanted,
    );

  /** Whether the commitment of a folder's open document is overdue, as its hover says. */
  const isLate = async (one: Client, name: string): Promise<boolean> => {
    const hover = (await one.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: one.uri(`${name}/open-${name}.readout`) },
      position: { line: 4, character: 8 },
    })) as Hover;
    return /overdue/i.test((hover.contents as { value: string }).value);
  };

  it('hold folder by folder and change while the server runs', async () => {
    const set: Record<string, object> = { one: early, two: afterwards };
    const one = await startClient({
      folders: ['one', 'two'],
      files,
      settings: ({ section, scopeUri = '' }: ConfigurationItem) =>
        section === 'readout' ? set[scopeUri.split('/').at(-1) ?? ''] : null,
    });
    client = one;
    await suggests(one, 'two', true);
    assert.deepEqual([await isLate(one, 'one'), await isLate(one, 'two')], [false, true]);
    [set.one, set.two] = [afterwards, early];
    await one.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: null,
    });
    await suggests(one, 'one', true);
    await suggests(one, 'two', false);
    assert.deepEqual([await isLate(one, 'one'), await isLate(one, 'two')], [true, false]);
  });

  it('are not waited for when a folder is opened, and hold when they come at last', async () => {
    const one = await startClient({ folders: ['one'], files, settings: early });
    client = one;
    await one.logged(/^2 readouts read/);
    let tell = (_: object[]): void => {};
    const told = new Promise<object[]>((resolve) => {
      tell = resolve;
    });
    one.connection.onRequest(ConfigurationRequest.type, () => told);
    await one.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added: [{ uri: one.uri('two'), name: 'two' }], removed: [] },
    });
    await one.logged(/^4 readouts read/);
    // For what lies in no folder and for both of them: ours, and what the editor hides.
    tell([afterwards, {}, afterwards, {}, afterwards, {}]);
    await suggests(one, 'two', true);
    assert.equal(await isLate(one, 'two'), true);
  });

  it('come from a client that cannot be asked, at the start and when they change', async () => {
    const one = await startClient({
      files,
      capabilities: {},
      initializationOptions: { readout: afterwards },
    });
    client = one;
    await suggests(one, 'one', true);
    assert.equal(await isLate(one, 'one'), true);
    await one.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { readout: early },
    });
    await suggests(one, 'one', false);
    assert.equal(await isLate(one, 'one'), false);
  });

  it('are watched where the client tells of changes on being asked to', async () => {
    const one = await startClient({
      capabilities: {
        workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      },
    });
    client = one;
    one.open('a.readout', 'See [it](#gone).\n');
    await one.findings('a.readout', ({ diagnostics }) => diagnostics.length > 0);
    assert.deepEqual(one.registered, ['workspace/didChangeConfiguration']);
  });

  it('that are wrong are said in the log, and the defaults hold', async () => {
    const one = await startClient({ files, settings: { asOf: 2031, closedFiles: 'none' } });
    client = one;
    await one.logged(/readout\.asOf is 2031 and should be a day/);
    await one.logged(/readout\.closedFiles is "none" and should be "problems" or "all"/);
  });
});
