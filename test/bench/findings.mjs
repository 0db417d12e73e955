import { fileURLToPath } from 'node:url';
import { talkTo } from './talking.mjs';

const server = fileURLToPath(new URL('../../server/dist/node.js', import.meta.url));

/**
 * Milliseconds from start until reading has ended, and until the server says that no file waits for its
 * findings any more (most files have none, so the last one that comes tells little): medians over rounds.
 */
export async function timeFindings(folder, rounds) {
  const all = [];
  for (let round = 0; round < rounds; round++) all.push(await once(folder));
  const middle = (key) => all.map((one) => one[key]).sort((a, b) => a - b)[Math.floor(rounds / 2)];
  return { indexed: middle('indexed'), published: middle('published'), files: all[0].files };
}

async function once(folder) {
  const { connection, started, rested, begin, end } = await talkTo(server, folder);
  let indexed = 0;
  const files = new Set();
  connection.onNotification('$/progress', ({ value }) => {
    if (value.kind === 'end') indexed = performance.now() - started;
  });
  connection.onNotification('textDocument/publishDiagnostics', ({ uri }) => files.add(uri));
  await begin();
  await rested;
  const published = performance.now() - started;
  await end();
  return { indexed, published, files: files.size };
}
