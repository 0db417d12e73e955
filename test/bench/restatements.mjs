#!/usr/bin/env node
// node test/bench/restatements.mjs FOLDER
// What restatements cost in a collection, in one process: reading off all documents what they say again,
// beside the pass over names of entities (CPU time), and after one keystroke in a document of 200 lines.
// Prints JSON, in milliseconds.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

// As it is shipped: what runs TypeScript directly turns every constant into a call.
const scratch = mkdtempSync(join(tmpdir(), 'restatements-'));
const bundle = join(scratch, 'core.cjs');
await build({
  stdin: {
    contents: [
      ...['codebook/read-codebook', 'mentions/mentions', 'restatements/restatements'],
      ...['restatements/statements', 'snapshot/apply', 'snapshot/loading', 'snapshot/snapshot'],
    ]
      .map((file) => `export * from './server/src/core/${file}.ts';`)
      .join('\n'),
    resolveDir: resolve(import.meta.dirname, '../..'),
  },
  bundle: true,
  format: 'cjs',
  platform: 'node',
  outfile: bundle,
});
const core = await import(pathToFileURL(bundle));
rmSync(scratch, { recursive: true });
const { apply, documentOf, emptySnapshot, load, loading, readCodebook } = core;
const { restatementsIn, statementsOf, unlinkedMentions } = core;

const folder = process.argv[2];
const paths = readdirSync(folder, { recursive: true }).map((name) => join(folder, name));
const read = (path) => ({ uri: pathToFileURL(path).toString(), text: readFileSync(path, 'utf8') });
const codebook = readCodebook(paths.filter((path) => /\.ya?ml$/.test(path)).map(read));
const files = paths.filter((path) => /\.readout(\.md)?$/.test(path)).map(read);

const collection = loading();
const entries = files.map(({ uri, text }) => collection.read(uri, text));
const snapshot = collection.finish(load(emptySnapshot(codebook), entries));

/** CPU time of a piece of work. */
function cpu(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return Math.round((user + system) / 1000);
}

const forAll = (work) => () => {
  for (const entry of snapshot.entries.values()) work(entry, documentOf(entry));
};
// The documents are read for both, and neither is to be told off for that.
const parsing = () => cpu(forAll(() => {}));
parsing();
const mentions = cpu(forAll((_, document) => unlinkedMentions(document, codebook))) - parsing();
const index = cpu(() => statementsOf(snapshot));
let found = 0;
const restatements =
  cpu(
    forAll((entry, document) => {
      found += restatementsIn(snapshot, entry, document).length;
    }),
  ) - parsing();

/** The median time after each of some keystrokes in the middle of a text. */
function afterKeys(lines, mark) {
  const body = files
    .slice(0, 400)
    .map(({ text }) => text.replace(/^---[\s\S]*?---\n/, ''))
    .join('\n')
    .split('\n')
    .slice(0, lines)
    .join('\n')
    .replaceAll(/\{#[a-z0-9-]+ /g, '{');
  const uri = pathToFileURL(join(folder, 'open.readout.md')).toString();
  let now = apply(snapshot, [{ uri, text: `---\ndate: 2031-01-01\n---\n\n${body}`, version: 1 }]);
  const times = [];
  for (let i = 0; i < 120; i++) {
    const { text } = now.snapshot.entries.get(uri);
    const middle = text.length >> 1;
    const at = mark ? text.indexOf(']{.commitment', middle) : text.indexOf('. ', middle);
    const typed = `${text.slice(0, at)}x${text.slice(at)}`;
    now = apply(now.snapshot, [{ uri, text: typed, version: i + 2 }]);
    const entry = now.snapshot.entries.get(uri);
    const began = performance.now();
    restatementsIn(now.snapshot, entry, entry.document, true);
    if (i >= 20) times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[times.length >> 1];
}

console.log(
  JSON.stringify({
    ...{ documents: files.length, mentions, index, restatements, found },
    ...{ key: afterKeys(200, false), keyInMark: afterKeys(200, true) },
  }),
);
