import { spawn } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

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
  const started = performance.now();
  const child = spawn(process.execPath, [server, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  let indexed = 0;
  let published = 0;
  const files = new Set();
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => ({})));
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('window/showMessageRequest', ({ actions }) => actions?.[0] ?? null);
  connection.onNotification('$/progress', ({ value }) => {
    if (value.kind === 'end') indexed = performance.now() - started;
  });
  connection.onNotification('textDocument/publishDiagnostics', ({ uri }) => files.add(uri));
  const rested = new Promise((done) => {
    connection.onNotification('window/logMessage', ({ message }) => {
      if (!message.startsWith('All findings made')) return;
      published = performance.now() - started;
      done();
    });
  });
  connection.listen();
  const uri = pathToFileURL(folder).toString();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'bench' }],
    capabilities: {
      window: { workDoneProgress: true, showMessage: {} },
      workspace: { configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } },
    },
  });
  await connection.sendNotification('initialized', {});
  await rested;
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  connection.dispose();
  return { indexed, published, files: files.size };
}
