#!/usr/bin/env node
// npm run quality [-- --only restatements,documents --write]
// Scores `readout check` against the hand-made pairs and marks in ../shared/corpus/gold, prints the table of
// docs/quality.md, and with --write puts it there. Restatements are scored by halves too (see `halves.mjs`).
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { halvesOf } from './halves.mjs';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const corpus = resolve(project, '../shared/corpus');
const gold = join(corpus, 'gold');
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'mentions,backrefs,documents,restatements' },
    write: { type: 'boolean', default: false },
  },
});

if (!existsSync(gold)) {
  console.log('skipped: ../shared/corpus is not here, and its texts are not part of the project');
  process.exit(0);
}

const check = `node ${join(project, 'server/dist/cli.js')} check`;

/** What the script of the corpus says of some parts, by the name of the row. */
function score(only, folder = gold) {
  const { status, stdout, stderr } = spawnSync(
    'node',
    [
      ...[join(gold, 'score.mjs'), '--json', '--only', only, '--check', check],
      ...['--gold', folder, '--texts', join(corpus, 'readouts')],
    ],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (status !== 0) throw new Error(`score.mjs ended with ${status}: ${stderr.slice(0, 400)}`);
  return JSON.parse(stdout);
}

spawnSync('npm', ['run', '--silent', 'build'], { cwd: project, stdio: 'ignore' });
const rows = Object.entries(score(values.only));
if (values.only.includes('restatements')) {
  for (const { name, folder } of halvesOf(join(gold, 'restatements.json'))) {
    const overlap = score('restatements', folder)['restatements, overlap'];
    rows.push([`restatements, overlap, ${name}`, overlap]);
  }
}

const figure = (value) => (typeof value === 'number' ? value.toFixed(2) : '');
const table = [
  '| what | recall | precision | F1 | found | wrong | missed | traps |',
  '|---|--:|--:|--:|--:|--:|--:|--:|',
  ...rows
    .filter(([, one]) => typeof one === 'object')
    .map(([name, { recall, precision, f1, tp, fp, fn, traps }]) => {
      const figures = [recall, precision, f1].map(figure);
      return `| ${[name, ...figures, tp, fp, fn, figure(traps)].join(' | ')} |`;
    }),
].join('\n');
console.log(`\n${table}\n`);

if (values.write) {
  const file = join(project, 'docs', 'quality.md');
  const text = readFileSync(file, 'utf8');
  const begin = '<!-- table -->';
  const from = text.indexOf(begin);
  const to = text.indexOf('<!-- end -->', from);
  if (from < 0 || to < 0) throw new Error(`docs/quality.md has no place for ${begin}`);
  writeFileSync(file, `${text.slice(0, from + begin.length)}\n\n${table}\n\n${text.slice(to)}`);
}
