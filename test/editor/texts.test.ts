import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const keysOf = (path: string): string[] => Object.keys(JSON.parse(read(path))).sort();
const distinct = (texts: Iterable<string>): string[] => [...new Set(texts)].sort();

describe('texts of the extension', () => {
  it('has each text of package.json in English and in Japanese, and no other', () => {
    const { contributes } = JSON.parse(read('package.json'));
    const used = JSON.stringify(contributes).matchAll(/"%([^%"]+)%"/g);
    const keys = distinct([...used].map(([, key]) => key ?? ''));
    assert.ok(keys.length > 40);
    assert.deepEqual(keysOf('package.nls.json'), keys);
    assert.deepEqual(keysOf('package.nls.ja.json'), keys);
  });

  it('has each message of the client in Japanese, and no other', () => {
    const sources = readdirSync(join(root, 'client/src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => read(join('client/src', name)));
    const used = sources.flatMap((source) => [...source.matchAll(/l10n\.t\(\s*'([^']+)'/g)]);
    const messages = distinct(used.map(([, message]) => message ?? ''));
    assert.ok(messages.length > 10);
    assert.deepEqual(keysOf('client/l10n/bundle.l10n.ja.json'), messages);
  });

  it('has no snippet that writes around selected words: only *annotate* knows what to escape there', () => {
    assert.doesNotMatch(read('client/snippets/readout.json'), /TM_SELECTED_TEXT/);
  });

  it('has a command for each it names, and names each it has but those for links and lenses', () => {
    const { contributes } = JSON.parse(read('package.json'));
    const named: string[] = contributes.commands.map(({ command }: { command: string }) => command);
    const made = read('client/src/commands/index.ts').matchAll(/^ {4}'(readout\.\w+)':/gm);
    assert.deepEqual(
      distinct([...named, 'readout.goTo', 'readout.showReferences']),
      distinct([...made].map(([, id = '']) => id)),
    );
  });
});
