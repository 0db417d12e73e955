import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The pairs of a file of restatements in two halves, each in a folder of its own: that on which the numbers
 * were set, and that on which they were only tried. The later document decides, by a hash of its name.
 */
export function halvesOf(file) {
  const pairs = JSON.parse(readFileSync(file, 'utf8'));
  return ['half they were set on', 'other half'].map((name, half) => {
    const folder = mkdtempSync(join(tmpdir(), 'readout-quality-'));
    const own = pairs.filter(({ later }) => halfOf(later.file) === half);
    writeFileSync(join(folder, 'restatements.json'), JSON.stringify(own));
    return { name, folder };
  });
}

const halfOf = (name) =>
  Number.parseInt(createHash('sha1').update(name).digest('hex').slice(0, 8), 16) % 2;
