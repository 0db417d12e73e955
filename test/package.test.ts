import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import picomatch from 'picomatch';
// @ts-expect-error: a script, without types
import { bundledPackages, notices } from '../.tools/notices.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The files below a folder, hidden ones and installed packages left out. */
const filesIn = (folder = ''): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      return entry.isDirectory() ? filesIn(path) : [path];
    });

/** The files that the ignore file lets through. */
function shipped(): string[] {
  const lines = read('.vscodeignore').split('\n');
  const patterns = lines.filter((line) => line && !line.startsWith('#'));
  const left = picomatch(patterns.filter((line) => !line.startsWith('!')));
  const kept = picomatch(patterns.flatMap((line) => (line.startsWith('!') ? line.slice(1) : [])));
  return filesIn().filter((file) => !left(file) || kept(file));
}

describe('the package', () => {
  const files = shipped();

  it('holds every file that package.json names', () => {
    const { main, browser, bin, icon, contributes } = JSON.parse(read('package.json'));
    const named = JSON.stringify({ main, browser, bin, icon, contributes }).matchAll(
      /"(?:\.\/)?((?:client|server|syntaxes)\/[^"]+)"/g,
    );
    const paths = [...named].map(([, path = '']) => path);
    assert.ok(paths.length > 12, paths.join());
    assert.deepEqual(
      paths.filter((path) => !files.includes(path)),
      [],
    );
    for (const path of [
      'server/dist/node.js',
      'server/dist/server.js',
      'server/dist/browser.js',
      'client/dist/reading-view.js',
      'client/dist/reading-view.css',
      'client/l10n/bundle.l10n.ja.json',
      'package.nls.ja.json',
      'docs/rules/unresolved.md',
      'examples/entities/actors.yaml',
      'examples/2031-07-interconnector.readout',
      'THIRD-PARTY-NOTICES.txt',
    ]) {
      assert.ok(files.includes(path), path);
    }
  });

  it('holds no source, test, map, or picture of the documentation', () => {
    const wrong = /\.(ts|map|mjs)$|^(test|coverage)\/|\/src\/|^docs\/(?!rules\/)|lock\.json$/;
    assert.deepEqual(
      files.filter((file) => wrong.test(file)),
      [],
    );
  });

  it('has the licence of everything that is bundled, as `node .tools/notices.mjs` writes it', async () => {
    const packages: string[] = await bundledPackages();
    assert.ok(packages.includes('node_modules/yaml'), packages.join());
    assert.ok(existsSync(join(root, 'THIRD-PARTY-NOTICES.txt')));
    assert.equal(read('THIRD-PARTY-NOTICES.txt'), notices(packages));
  });
});
