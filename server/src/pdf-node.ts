import { parentPort } from 'node:worker_threads';
import { mendPages } from './mend-pages.ts';
import type { Conversion } from './sources/converted.ts';
import { convertedPdf } from './sources/pdf/pdf.ts';

/** Takes the text from one PDF in a thread of its own, which ends with it. */
parentPort?.once('message', async (file: Conversion) => {
  parentPort?.postMessage(await convertedPdf(file, mendPages));
  parentPort?.close();
});
