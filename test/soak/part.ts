// One process of `npm run soak`: does a part at a time, and tells of it.
import { join } from 'node:path';
import { fuzz } from './fuzz.ts';
import { walk } from './history.ts';
import { growing } from './linear.ts';
import type { Part, Told } from './parts.ts';
import { cutShort, disturb, pester } from './protocol.ts';

const tell = (told: Told): void => void process.send?.(told);

/** What is alive, in MB. */
function alive(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

async function run(part: Part): Promise<readonly string[]> {
  switch (part.is) {
    case 'history':
      return history(part.steps, part.seed);
    case 'texts':
      fuzz(part.texts, part.seed);
      return [];
    case 'messages':
      return talk(part.messages, part.seed);
    case 'growth':
      return growing(part.length).map(({ text, work, times }) => {
        const shown = times.map((time) => time.toFixed(0)).join(', ');
        return `${work} of ${text} takes ${shown} ms for n, 2n and 4n characters`;
      });
  }
}

/** The server that stands beside this file. */
const server = join(__dirname, 'server.cjs');

async function talk(messages: number, seed: number): Promise<string[]> {
  await pester(server, messages, seed);
  for (let again = 0; again < messages / 200; again++) {
    await cutShort(server, seed + again);
    await disturb(server, seed + again);
  }
  return [];
}

async function history(steps: number, seed: number): Promise<string[]> {
  const sizes: number[] = [];
  const every = Math.max(100, Math.floor(steps / 2000) * 100);
  const told = (done: number): void => {
    if (done % every !== 0) return;
    sizes.push(alive());
    tell({ says: `history: ${done} steps, ${sizes.at(-1)?.toFixed(1)} MB alive` });
  };
  await walk({ steps, seed, told });
  // The first half fills caches; after that a history may be as long as it likes.
  const middle = Math.ceil(sizes.length / 2);
  const early = Math.max(0, ...sizes.slice(0, middle));
  const late = Math.max(0, ...sizes.slice(middle));
  const halves = `${early.toFixed(1)} MB in the first half, ${late.toFixed(1)} MB in the second`;
  tell({ says: `history: at most ${halves}` });
  return late > 1.25 * early + 5 ? [`Memory grows with the history: ${halves}`] : [];
}

// Nobody would hear of it any more.
process.on('disconnect', () => process.exit());
process.on('message', (part: Part) => {
  run(part).then(
    (failures) => tell({ failures }),
    (error: Error) => tell({ failures: [error.message] }),
  );
});
