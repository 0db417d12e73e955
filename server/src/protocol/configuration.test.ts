import assert from 'node:assert/strict';
import type { ConfigurationItem } from 'vscode-languageserver';
import { createConfiguration } from './configuration.ts';

type Answer = (item: ConfigurationItem) => unknown;

/** A configuration of two folders, and what its client is asked and told. */
function configurationOf(answer?: Answer) {
  const client = { answer, log: [] as string[] };
  const configuration = createConfiguration({
    ask: (items) => client.answer && Promise.resolve(items.map(client.answer)),
    folders: () => ['file:///one', 'file:///two'],
    log: (line) => client.log.push(line),
  });
  return { client, configuration };
}

describe('the configuration', () => {
  it('holds folder by folder', async () => {
    const { configuration } = configurationOf(({ section, scopeUri }) => {
      if (section === 'files.exclude')
        return { '**/old': scopeUri === 'file:///two', '*.tmp': true };
      return scopeUri === 'file:///one' ? { closedFiles: 'all' } : {};
    });
    assert.equal(await configuration.read(), true);
    const closed = (uri: string) => configuration.of(uri).closedFiles;
    assert.equal(closed('file:///one/deep/a.readout'), 'all');
    assert.equal(closed('file:///one'), 'all');
    assert.equal(closed('file:///onerous/a.readout'), 'problems');
    assert.equal(closed('untitled:Untitled-1'), 'problems');
    assert.deepEqual(configuration.excluded('file:///two/a.readout'), ['**/old', '*.tmp']);
    assert.deepEqual(configuration.excluded('file:///one/a.readout'), ['*.tmp']);
  });

  it('tells whether anything differs', async () => {
    const { configuration, client } = configurationOf(() => null);
    assert.equal(await configuration.read(), true);
    assert.equal(await configuration.read(), false);
    client.answer = ({ section }) => (section === 'readout' ? { asOf: '2031-01-01' } : null);
    assert.equal(await configuration.read(), true);
    assert.equal(configuration.of('file:///one/a').asOf, '2031-01-01');
  });

  it('takes what a client sends that cannot be asked, at the start and later', async () => {
    const { configuration } = configurationOf();
    await configuration.take({ readout: { asOf: '2031-01-01' }, readsFiles: true });
    assert.equal(configuration.of('file:///one/a').asOf, '2031-01-01');
    await configuration.take({
      readout: { asOf: '2032-02-02' },
      files: { exclude: { old: true } },
    });
    assert.equal(configuration.of('file:///one/a').asOf, '2032-02-02');
    assert.deepEqual(configuration.excluded('file:///one/a'), ['old']);
    await configuration.take(null);
    assert.equal(configuration.of('file:///one/a').asOf, '2032-02-02');
  });

  it('complains of a wrong value once, not at each change of another', async () => {
    const { configuration, client } = configurationOf(({ section }) =>
      section === 'readout' ? { asOf: 5 } : null,
    );
    await configuration.read();
    await configuration.read();
    assert.equal(client.log.length, 1);
    assert.match(client.log[0] ?? '', /^The setting readout\.asOf is 5 and should be a day/);
  });

  it('lives on with a client that refuses, and lets the newest answer win', async () => {
    const answers: ((values: unknown[]) => void)[] = [];
    const log: string[] = [];
    const configuration = createConfiguration({
      ask: () => new Promise((answer) => answers.push(answer)),
      folders: () => [],
      log: (line) => log.push(line),
    });
    const first = configuration.read();
    const second = configuration.read();
    answers[1]?.([{ asOf: '2032-01-01' }, null]);
    assert.equal(await second, true);
    answers[0]?.([{ asOf: '2031-01-01' }, null]);
    assert.equal(await first, false);
    assert.equal(configuration.of('file:///a').asOf, '2032-01-01');
    const refused = createConfiguration({
      ask: () => Promise.reject(new Error('No.')),
      folders: () => [],
      log: (line) => log.push(line),
    });
    await refused.read();
    assert.equal(refused.of('file:///a').closedFiles, 'problems');
    assert.deepEqual(log, ['The editor did not tell its settings: No.']);
  });
});
