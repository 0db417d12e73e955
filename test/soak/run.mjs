// npm run soak [-- --steps 100000 --texts 1000000 --length 8000 --seed 1]
// Walks a long history and compares findings and answers with those made from scratch; reads random and
// mutated texts with every rule and every feature; looks for texts whose time grows faster than they do.
// Ends with 1 where anything differs, throws, grows or keeps memory.
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';
import { walk } from './history.ts';
import { growing } from './linear.ts';

const { values } = parseArgs({
  options: {
    steps: { type: 'string', default: '100000' },
    texts: { type: 'string', default: '1000000' },
    length: { type: 'string', default: '8000' },
    seed: { type: 'string', default: '1' },
  },
});
const [steps, texts, length, seed] = [values.steps, values.texts, values.length, values.seed].map(
  Number,
);

const failures = [];

if (steps) {
  const sizes = [];
  const every = Math.max(100, Math.floor(steps / 2000) * 100);
  await walk({
    steps,
    seed,
    told: (done) => {
      if (done % every !== 0) return;
      globalThis.gc?.();
      sizes.push(process.memoryUsage().heapUsed / 2 ** 20);
      console.log(`history: ${done} steps, ${sizes.at(-1).toFixed(1)} MB alive`);
    },
  });
  // The first half fills caches; after that a history may be as long as it likes.
  const middle = Math.ceil(sizes.length / 2);
  const [early, late] = [sizes.slice(0, middle), sizes.slice(middle)].map((part) =>
    Math.max(0, ...part),
  );
  console.log(
    `history: ${early.toFixed(1)} MB in the first half, ${late.toFixed(1)} MB in the second`,
  );
  if (late > 1.25 * early + 5) failures.push('memory grows with the history');
}

const piece = 10_000;
for (let done = 0; done < texts; done += piece) {
  fuzz(Math.min(piece, texts - done), seed + done);
  console.log(`texts: ${Math.min(texts, done + piece)} read`);
}

for (const { text, work, times } of length ? growing(length) : []) {
  const shown = times.map((time) => time.toFixed(0)).join(', ');
  failures.push(`${work} of ${text} takes ${shown} ms for n, 2n and 4n characters`);
}
for (const failure of failures) console.error(failure);
process.exitCode = failures.length ? 1 : 0;
