import { parentPort } from 'node:worker_threads';
import { type Conversion, converted } from './sources/converted.ts';

/** Takes the text from one file in a thread of its own, so that a file made to do harm ends nothing else. */
parentPort?.once('message', (file: Conversion) => parentPort?.postMessage(converted(file)));
