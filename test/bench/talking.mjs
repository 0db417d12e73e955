import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** Starts a server on a folder and says hello, as an editor that answers every question with its default. */
export async function talkTo(server, folder) {
  const started = performance.now();
  const child = spawn(process.execPath, [server, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let heard = 0;
  child.stdout.on('data', () => {
    heard = performance.now();
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => ({})));
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('window/showMessageRequest', ({ actions }) => actions?.[0] ?? null);
  /** Resolves when the server says that no file waits for its findings any more. */
  const rested = new Promise((done) => {
    connection.onNotification('window/logMessage', ({ message }) => {
      if (message.startsWith('All findings made')) done();
    });
  });
  const uri = pathToFileURL(folder).toString();
  const begin = async () => {
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: uri,
      // As on a collection that it has never read.
      initializationOptions: { storage: null },
      workspaceFolders: [{ uri, name: 'bench' }],
      capabilities: {
        window: { workDoneProgress: true, showMessage: {} },
        workspace: { configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } },
      },
    });
    await connection.sendNotification('initialized', {});
  };
  const end = async () => {
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    connection.dispose();
  };
  /** When the last byte came, so that reading a long message does not count. */
  return { uri, connection, started, rested, begin, end, heard: () => heard };
}
