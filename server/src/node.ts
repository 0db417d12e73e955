import { join } from 'node:path';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
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

// A server that holds a collection all day should not keep half of its memory for nothing: let the heap
// grow by a fifth of what is alive, where Node would let it double. Code is kept for the flags it is made
// under, and the next start finds Node's own. Later would be too late: what the heap has grown to while all
// was read it would fill before it looks at this.
setFlagsFromString('--heap-growing-percent=20');
// Nor should it hold four times the room for what is new that it has now, if that is enough: while a collection
// is read nearly all of that stays, and would be copied there twice, whatever the room.
const enough = 8 * 1024 * 1024;
const room = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
if (room && room.space_size >= enough) setFlagsFromString('--semi-space-growth-factor=1');
