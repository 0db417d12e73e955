// npm run soak [-- --steps 100000 --texts 1000000 --messages 200000 --length 8000 --seed 1 --processes 2]
// Walks a long history and compares findings and answers with those made from scratch; reads random and
// mutated texts with every rule and every feature; asks a server what no editor asks, between bytes that mean
// nothing, and hangs up on it at any byte; looks for texts whose time grows faster than they do.
// Ends with 1 where anything differs, throws, grows or keeps memory.
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const { values } = parseArgs({
  options: {
    steps: { type: 'string', default: '100000' },
    texts: { type: 'string', default: '1000000' },
    messages: { type: 'string', default: '200000' },
    length: { type: 'string', default: '8000' },
    seed: { type: 'string', default: '1' },
    processes: { type: 'string', default: String(availableParallelism()) },
  },
});
const numbers = Object.entries(values).map(([name, value]) => [name, Number(value)]);
const { steps, texts, messages, length, seed, processes } = Object.fromEntries(numbers);

/** Texts for one process at a time. */
const piece = 5000;
/** Messages to one server. */
const fewer = 20_000;

const parts = [];
if (steps) parts.push({ is: 'history', steps, seed });
for (let from = 0; from < texts; from += piece)
  parts.push({ is: 'texts', texts: Math.min(piece, texts - from), seed: seed + from });
for (let from = 0; from < messages; from += fewer)
  parts.push({ is: 'messages', messages: Math.min(fewer, messages - from), seed: seed + from });
if (length) parts.push({ is: 'growth', length });

const began = performance.now();
const minutes = () => `${((performance.now() - began) / 60_000).toFixed(1)} min`;
const failures = [];
let read = 0;

const folder = mkdtempSync(join(tmpdir(), 'readout-soak-'));
const bundle = join(folder, 'part.cjs');
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
// One file without a loader is twice as fast.
await Promise.all(
  [
    ['test/soak/part.ts', 'part.cjs'],
    ['server/src/node.ts', 'server.cjs'],
    ['server/src/server.ts', 'server.js'],
  ].map(([from, to]) =>
    build({
      entryPoints: [join(root, from)],
      ...{ bundle: true, platform: 'node', format: 'cjs', sourcemap: 'inline' },
      outfile: join(folder, to),
      logLevel: 'error',
    }),
  ),
);
await Promise.all(Array.from({ length: processes }, work));
rmSync(folder, { recursive: true, force: true });

console.log(`soak: ${failures.length} failures in ${minutes()}, by ${processes} processes`);
for (const failure of failures) console.error(failure);
process.exitCode = failures.length ? 1 : 0;

/** Has one process do one part after another, as long as there are any. */
async function work() {
  for (let part = parts.shift(); part; part = parts.shift()) await done(part);
}

/** A part in a process of its own: what one keeps in memory is not taken for what another keeps. */
function done(part) {
  const child = fork(bundle, {
    execArgv: ['--expose-gc', '--enable-source-maps', '--max-semi-space-size=32'],
  });
  return new Promise((resolve) => {
    child.on('message', ({ says, failures: found }) => {
      if (says) console.log(`${minutes()}  ${says}`);
      if (!found) return;
      failures.push(...found);
      for (const one of found) console.error(one);
      if (part.is === 'texts') {
        read += part.texts;
        console.log(`${minutes()}  texts: ${read} read`);
      } else console.log(`${minutes()}  ${part.is}: done`);
      child.disconnect();
    });
    child.on('exit', (code, signal) => {
      if (code || signal) failures.push(`${part.is} ended with ${signal ?? code}`);
      resolve();
    });
    child.send(part);
  });
}
