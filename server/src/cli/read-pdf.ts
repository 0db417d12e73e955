import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Conversion } from '../sources/converted.ts';
import type { Taken } from '../sources/taken.ts';
import type { Reason } from '../sources/unusable.ts';

/** No real text takes a tenth of this, in milliseconds. */
const longest = 5 * 60_000;
const instead =
  'Open it in a reader of PDF, copy its text, and import that from a file of plain text.';

type Refusal = Pick<Reason, 'refused'>;

/** The text of a PDF, read in a thread of its own, so that one made to do harm ends nothing else. Never rejects. */
export function readPdf(file: Conversion): Promise<Taken | Refusal> {
  const worker = new Worker(join(__dirname, 'pdf-node.js'), {
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  return new Promise<Taken | Refusal>((resolve) => {
    const refuse = (why: string): void => resolve({ refused: `${why} ${instead}` });
    const timer = setTimeout(() => refuse('It took too long to read.'), longest);
    worker.once('message', resolve);
    worker.once('error', ({ message }) => refuse(`It could not be read (${message}).`));
    worker.once('exit', () => {
      clearTimeout(timer);
      refuse('It could not be read.');
    });
    worker.postMessage(file);
  }).finally(() => worker.terminate());
}
