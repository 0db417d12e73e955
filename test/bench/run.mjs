#!/usr/bin/env node
// npm run bench [-- --docs 10000 --rounds 3 --n 300 --write]
// Measures our server beside a no-op server with the harness in ../shared/bench, prints the table of
// docs/performance.md with each target, and with --write puts it there. Everything is a ratio within one run.
// Collections of 1,000, 10,000 and 50,000 readouts have limits of their own; the harness makes any size.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cache } from './adapter.mjs';
import { timeFindings } from './findings.mjs';
import { floorOf } from './floor.mjs';
import { timeKeys } from './keys.mjs';
import { timeTexts } from './texts.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const project = resolve(here, '../..');
const source = resolve(project, '../shared/bench');
const { values } = parseArgs({
  options: {
    docs: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
    n: { type: 'string', default: '300' },
    write: { type: 'boolean', default: false },
  },
});

/** The longest from start to indexed, in milliseconds beside the floor, and the most memory, in MB. */
const limits = {
  1000: { indexed: (floor) => 3 * floor, steady: 220, highest: 250 },
  10000: { indexed: (floor) => 3 * floor, steady: 220, highest: 250 },
  50000: { indexed: () => 10_000, steady: 1000, highest: 1000 },
};
const limit = limits[values.docs] ?? limits[Number(values.docs) > 10_000 ? 50_000 : 10_000];

if (!existsSync(source)) {
  console.log('skipped: ../shared/bench is not here, and the harness is not part of the project');
  process.exit(0);
}

const run = (command, args, cwd) => {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
};

const scratch = join(project, '.cache', 'bench');
if (!existsSync(join(scratch, 'node_modules'))) {
  mkdirSync(scratch, { recursive: true });
  cpSync(source, scratch, { recursive: true });
  run('chmod', ['-R', 'u+w', '.'], scratch);
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], scratch);
}
const workspace = join(scratch, 'ws', `readout-${values.docs}`);
if (!existsSync(workspace)) {
  run(
    'node',
    ['gen-workspace.mjs', '--dialect', 'readout', '--docs', values.docs, '--out', workspace],
    scratch,
  );
  run('node', ['check-workspace.mjs', workspace], scratch);
}
run('npm', ['run', '--silent', 'build'], project);

rmSync(cache, { recursive: true, force: true });
const results = join(scratch, 'results.json');
const own = ['adapter.mjs', 'first-adapter.mjs', 'same-size-adapter.mjs'].map((name) =>
  join(here, name),
);
run(
  'node',
  [
    ...['lspbench.mjs', '--workspace', workspace, '--rounds', values.rounds, '--n', values.n],
    ...['adapters/noop.mjs', ...own].flatMap((adapter) => ['--adapter', adapter]),
    ...['--out', results],
  ],
  scratch,
);
const { median, runs } = JSON.parse(readFileSync(results, 'utf8'));
const { noop, readout, first, 'noop-same-size': sameSize } = median;
const floor = noop['spawn->initialized ms'] + floorOf(workspace);
const findings = await timeFindings(workspace, Number(values.rounds));

const ms = (number) =>
  number === undefined ? '–' : `${number < 10 ? number.toFixed(2) : Math.round(number)} ms`;
const rows = [];
const row = (what, ours, base, limit, text) =>
  rows.push({ what, ours, base, limit, ok: ours <= limit, text: text ?? ((x) => ms(x)) });

row('start to indexed, first time', first['spawn->indexed ms'], floor, limit.indexed(floor));
row('start to indexed, again', readout['spawn->indexed ms'], floor, limit.indexed(floor));
// What a person notices, whatever the server is busy with.
for (const what of ['hover while indexing', 'hover while typing 200', 'hover while typing 5000']) {
  const most = what.endsWith('indexing') ? 50 : 25;
  row(`${what}, p99`, readout[`${what} p99`], noop[`${what} p99`], most);
}
for (const lines of ['200', '5000']) {
  const what = `drain after burst ${lines}`;
  row(`${what}: 100 keys and hovers`, readout[`${what} first`], noop[`${what} first`], 100);
}
for (const what of [
  'hover',
  'definition',
  'references',
  'documentSymbol',
  'completion anchor',
  'completion doc',
  'workspace/symbol word',
  'workspace/symbol one',
]) {
  const base = noop[`${what} p50`];
  row(what, readout[`${what} p50`], base, Math.max(2 * base, base + 0.3));
}
// What grows with the collection cannot be answered faster than it can be said.
for (const what of ['references hot', 'documentSymbol 5000']) {
  const base = sameSize[`${what} p50`];
  row(`${what}, beside as long an answer`, readout[`${what} p50`], base, 2 * base);
}
const key = noop['key->diag 200 lines p50'];
row('key to findings, 200 lines', readout['key->diag 200 lines p50'], key, 5 * key);
row(
  'key to findings, 5,000 lines',
  readout['key->diag 5000 lines p50'],
  noop['key->diag 5000 lines p50'],
  8,
);
const keys = await timeKeys(workspace, join(scratch, 'servers', 'noop.mjs'), Number(values.n));
row('the same once all is ready, 200 lines', keys.ours.short, keys.noop.short, 5 * keys.noop.short);
row('the same once all is ready, 5,000 lines', keys.ours.long, keys.noop.long, 8);
// What compares a text with the collection waits for a pause; a tenth of a second is felt as at once.
for (const [length, lines] of [
  ['short', '200'],
  ['long', '5,000'],
]) {
  const time = keys.pause[length];
  row(`a name that was typed is found, ${lines} lines`, time, time, 100);
}
const memory = (what, key, most) =>
  row(`resident memory, ${what}`, readout[key], noop[key], most, (x) => `${Math.round(x)} MB`);
memory('indexed', 'rss indexed MB', limit.steady);
memory('after all requests', 'rss steady MB', limit.steady);
memory('highest', 'rss peak MB', limit.highest);
row('all findings published', findings.published, findings.indexed, 2 * findings.indexed);
const again = JSON.parse(
  spawnSync(process.execPath, [join(here, 'restatements.mjs'), workspace], {
    cwd: project,
    encoding: 'utf8',
  }).stdout,
);
row(
  'restatements of all, beside their names',
  again.restatements,
  again.mentions,
  2 * again.mentions,
);
row('restatements after a key, 200 lines', again.key, again.key, 2);
row('the same, in the words of a mark', again.keyInMark, again.keyInMark, 2);
const names = JSON.parse(
  spawnSync(process.execPath, [join(here, 'mentions.mjs'), workspace], {
    cwd: project,
    encoding: 'utf8',
  }).stdout,
);
for (const { names: count, search, ripgrep } of names.rows) {
  row(
    `${count.toLocaleString('en')} names in all texts, beside ripgrep`,
    search,
    ripgrep,
    2 * ripgrep,
  );
}
row('mentions after a key, 200 lines', names.key, names.key, 2);
const texts = await timeTexts(scratch, Number(values.rounds));
if (texts) {
  row('check of 7,600 real texts', texts.time, texts.time, 10_000);
  row(
    'its resident memory, highest',
    texts.memory,
    texts.memory,
    600,
    (x) => `${Math.round(x)} MB`,
  );
}
const wrong = [...new Set(runs.readout.flatMap((one) => one.notes))];

const table = [
  '| what | Readout | floor | ratio | limit | |',
  '|---|--:|--:|--:|--:|---|',
  ...rows.map(
    ({ what, ours, base, limit, ok, text }) =>
      `| ${what} | ${text(ours)} | ${text(base)} | ${(ours / base).toFixed(1)} | ${text(limit)} | ${ok ? 'met' : '**missed**'} |`,
  ),
].join('\n');
const report = `${table}\n\n${wrong.length ? `The harness noted: ${wrong.join('; ')}.` : 'The harness reported no wrong answer.'}\n`;
console.log(`\n${report}`);

if (values.write) {
  const file = join(project, 'docs', 'performance.md');
  const text = readFileSync(file, 'utf8');
  const begin = `<!-- table ${values.docs} -->`;
  const end = '<!-- end -->';
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`docs/performance.md has no place for ${begin}`);
  const made = `Medians of ${values.rounds} rounds, Node ${process.version}, ${cpus().length} × ${cpus()[0].model.trim()}.\n\n`;
  writeFileSync(
    file,
    `${text.slice(0, from + begin.length)}\n\n${made}${report}\n${text.slice(to)}`,
  );
}
