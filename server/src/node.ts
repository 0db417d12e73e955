import { join } from 'node:path';
import envPaths from 'env-paths';
import { startKept } from './workspace/kept-code.ts';

const option = '--code=';

/** Where the code of the server is kept: where programs keep such things, unless the editor has a place. */
const folder =
  process.argv.find((one) => one.startsWith(option))?.slice(option.length) ||
  envPaths('readout', { suffix: '' }).cache;

const { exports: server, keep } = startKept(join(__dirname, 'server.js'), folder);
const { start } = server as typeof import('./server.ts');

/** Comes true with what a person may want to know. */
let tell: (notice: string) => void = () => {};
start(
  new Promise((resolve) => {
    tell = resolve;
  }),
);
keep().catch((error: Error) =>
  tell(
    `The server's code could not be kept, so each start takes as long as this one: ${error.message}`,
  ),
);
