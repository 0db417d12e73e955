import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '../..');
const corpus = resolve(project, '../shared/corpus');
const cli = join(project, 'server/dist/cli.js');

/**
 * What the whole check of some 7,600 real texts with 5,468 names takes, each as the median of some rounds:
 * milliseconds, and the most memory that was resident, in MB. Undefined where the texts are not here.
 */
export async function timeTexts(scratch, rounds) {
  if (!existsSync(join(corpus, 'bulk'))) return undefined;
  const folder = join(scratch, 'texts');
  if (!existsSync(join(folder, 'readout.yaml'))) makeCollection(folder);
  const all = [];
  for (let round = 0; round < rounds; round++) all.push(await checked(folder));
  const middle = (key) => all.map((one) => one[key]).sort((a, b) => a - b)[rounds >> 1];
  return { time: middle('time'), memory: middle('memory') };
}

/** The texts imported, and the names as a codebook. */
function makeCollection(folder) {
  for (const part of readdirSync(join(corpus, 'bulk'))) {
    if (part.endsWith('.md')) continue;
    mkdirSync(join(folder, part), { recursive: true });
    const files = readdirSync(join(corpus, 'bulk', part)).map((name) =>
      join(corpus, 'bulk', part, name),
    );
    while (files.length) {
      const args = [cli, 'import', '--force', '--out', join(folder, part)];
      spawnSync(process.execPath, [...args, ...files.splice(0, 500)]);
    }
  }
  const [, ...rows] = readFileSync(join(corpus, 'names/codebook.tsv'), 'utf8').trim().split('\n');
  const entities = rows.map((row, i) => {
    const [name, aliases, type] = row.split('\t');
    const kind = type === 'place' ? 'place' : type.includes('instrument') ? 'instrument' : 'actor';
    const others = aliases.split('|').filter(Boolean);
    return `  e${i}: ${JSON.stringify({ kind, name, aliases: others })}\n`;
  });
  writeFileSync(join(folder, 'readout.yaml'), `entities:\n${entities.join('')}`);
}

async function checked(folder) {
  const began = performance.now();
  const child = spawn(process.execPath, [cli, 'check', '--format', 'json'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let memory = 0;
  const look = () => {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    memory = Math.max(memory, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  };
  const looking = setInterval(look, 20);
  child.stdout.resume();
  await new Promise((done) => child.once('exit', done));
  clearInterval(looking);
  return { time: performance.now() - began, memory };
}
