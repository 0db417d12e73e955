import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataTexts } from '../support/data-texts.ts';
import { saidTexts } from '../support/said-texts.ts';

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

  const sourcesIn = (folder: string): string[] =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => read(join(folder, name)));

  it('has each message of client and server in Japanese, and no other', () => {
    const ofClient = sourcesIn('client/src').flatMap((source) =>
      [...source.matchAll(/l10n\.t\(\s*'([^']+)'/g)].map(([, message]) => message ?? ''),
    );
    const ofServer = sourcesIn('server/src').flatMap(saidTexts);
    assert.ok(ofClient.length > 200);
    assert.ok(ofServer.length > 600);
    assert.deepEqual(
      keysOf('client/l10n/bundle.l10n.ja.json'),
      distinct([...ofClient, ...ofServer, ...dataTexts]),
    );
  });

  it('says nothing before it was told in which language', () => {
    const program = join(root, 'test/support/said-at-loading.ts');
    const said = execFileSync(process.execPath, ['--import', 'tsx', program], { cwd: root });
    assert.deepEqual(JSON.parse(said.toString()), []);
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
