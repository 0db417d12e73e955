#!/usr/bin/env node
// node test/bench/mentions.mjs FOLDER
// Finds all mentions of 1,000, 5,000 and 20,000 names in a folder of readouts, beside `rg -c -F -f names` on
// one thread over the same files, and after a keystroke in one open document. CPU time; reading the files and
// making the names ready for the search are in it. Prints JSON.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const scratch = mkdtempSync(join(tmpdir(), 'mentions-'));
// As it is shipped: what runs TypeScript directly turns every constant into a call.
const bundle = join(scratch, 'core.cjs');
await build({
  stdin: {
    contents: ['codebook/read-codebook', 'mentions/mentions', 'names/automaton', 'reading/parse']
      .map((file) => `export * from './server/src/core/${file}.ts';`)
      .join('\n'),
    resolveDir: resolve(import.meta.dirname, '../..'),
  },
  bundle: true,
  format: 'cjs',
  platform: 'node',
  outfile: bundle,
});
const { findNames, indexNames, mentionsIn, parse, readCodebook, reparse, unlinkedMentions } =
  await import(pathToFileURL(bundle));

const folder = resolve(process.argv[2]);
const vocabulary = new URL('../../../shared/bench/lib/vocab.mjs', import.meta.url);
const { makeEntities, namesOf } = await import(vocabulary);
const files = readdirSync(folder, { recursive: true })
  .filter((file) => file.endsWith('.readout.md'))
  .map((file) => join(folder, file));
const cpu = ({ user, system }) => (user + system) / 1000;
const timed = (work) => {
  const before = process.cpuUsage();
  work();
  return cpu(process.cpuUsage(before));
};
const middle = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)];

/** So many different names. */
function take(count) {
  let names = [];
  for (let size = Math.ceil(count / 2.6); names.length < count; size += 500) {
    names = [...new Set(namesOf(makeEntities(size, 1)))];
  }
  return names.slice(0, count);
}

function ripgrep(names) {
  const list = join(scratch, 'names.txt');
  writeFileSync(list, `${names.join('\n')}\n`);
  const args = ['-j1', '-c', '-F', '--no-ignore', '-g', '*.readout.md', '-f', list, folder];
  const shell = `TIMEFORMAT='%U %S'; time rg "$@" >/dev/null`;
  const { stderr } = spawnSync('bash', ['-c', shell, 'rg', ...args], { encoding: 'utf8' });
  const [user, system] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return 1000 * (user + system);
}

/** Reading, folding and the search alone, as ripgrep does them. */
const search = (names) => () => {
  const index = indexNames(names.map((text) => ({ text, of: text })));
  let found = 0;
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    found += findNames(index, text, { from: 0, to: text.length }, []).length;
  }
  return found;
};

/** With the annotations of each document read and every name judged. */
const judge = (codebook) => () => {
  for (const file of files) unlinkedMentions(parse(readFileSync(file, 'utf8')), codebook);
};

function codebookOf(names) {
  const entities = names.map(
    (name, i) => `  e${i}: { kind: actor, name: ${JSON.stringify(name)} }\n`,
  );
  const text = `mentions: all\nentities:\n${entities.join('')}`;
  return readCodebook([{ uri: 'file:///c/readout.yaml', text }]);
}

const rows = [];
for (const count of [1000, 5000, 20_000]) {
  const names = take(count);
  const codebook = codebookOf(names);
  const [ours, floor, judged] = [[], [], []];
  for (let round = 0; round < 3; round++) {
    floor.push(ripgrep(names));
    ours.push(timed(search(names)));
    judged.push(timed(judge(codebook)));
  }
  rows.push({ names: count, search: middle(ours), judged: middle(judged), ripgrep: middle(floor) });
}

const names = take(5000);
const codebook = codebookOf(names);
const lines = Array.from(
  { length: 200 },
  (_, i) => `${names[i]} met ${names[(7 * i) % 5000]} in the harbour, and they spoke of boats.`,
);
let document = parse(lines.join('\n\n'));
mentionsIn(document, codebook, true);
const keys = [];
for (let i = 0; i < 200; i++) {
  const at = (i * 61) % document.text.length;
  const text = `${document.text.slice(0, at)}x${document.text.slice(at)}`;
  keys.push(
    timed(() => {
      document = reparse(document, text);
      unlinkedMentions(document, codebook, true);
    }),
  );
}
rmSync(scratch, { recursive: true });
console.log(JSON.stringify({ files: files.length, rows, key: middle(keys) }, undefined, 1));
