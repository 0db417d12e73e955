import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds to list and read every readout of a folder synchronously, the median of five. */
export function floorOf(folder) {
  const times = [];
  for (let round = 0; round < 6; round++) {
    const started = performance.now();
    for (const file of walk(folder)) readFileSync(file, 'utf8');
    times.push(performance.now() - started);
  }
  return times.slice(1).sort((a, b) => a - b)[2];
}

function* walk(folder) {
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, item.name);
    if (item.isDirectory()) yield* walk(path);
    else if (item.name.endsWith('.readout.md')) yield path;
  }
}
