import { Console } from 'node:console';
import { EventEmitter } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import envPaths from 'env-paths';
import {
  type Connection,
  createConnection,
  ProposedFeatures,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { version } from '../../package.json';
import { inStep } from './protocol/in-step.ts';
import { inOneWrite } from './protocol/one-write.ts';
import { serve } from './protocol/serve.ts';
import { throughClient } from './protocol/through-client.ts';
import { writtenOnce } from './protocol/written.ts';
import { disk } from './workspace/disk.ts';
import { diskCache } from './workspace/disk-cache.ts';
import { today } from './workspace/today.ts';

const { cache: caches } = envPaths('readout', { suffix: '' });
const { mtimeMs, size } = statSync(__filename);
/** What another build of the server would keep may mean something else. */
const build = [version, mtimeMs, size].join(' ');

/**
 * Serves the client at the other end of standard input and output, or of the channel to the parent process.
 * @param notice what the log should say of the start
 */
export const start = (notice: Promise<string>): void =>
  serve(process.argv.includes('--stdio') ? overStdio() : createConnection(ProposedFeatures.all), {
    files: disk,
    throughClient: (connection) =>
      throughClient((method, params) => connection.sendRequest(method, params)),
    cacheIn: (folder) => diskCache(folder ? URI.parse(folder).fsPath : caches, build),
    today,
    soon: (work) => void setImmediate(work),
    pages: URI.file(join(__dirname, '../../docs/rules')).toString(),
    version,
    notice,
  });

/** A connection over standard input and output; on input, what is no message is passed over. */
function overStdio(): Connection {
  // A library that logs something must not put it among the messages.
  globalThis.console = new Console(process.stderr);
  const take = inStep(() =>
    connection.console.warn(
      'Something came in that is no message of the protocol. It was passed over up to the next message.',
    ),
  );
  // A stream of its own would cost more than the answers to most questions.
  const messages = Object.assign(new EventEmitter(), { read: () => null });
  process.stdin.on('data', (chunk) => {
    for (const piece of take(chunk)) messages.emit('data', bufferOf(piece));
  });
  for (const end of ['end', 'close', 'error']) {
    process.stdin.on(end, (reason) => messages.emit(end, reason));
  }
  // The library takes a stream or a writer at either end; its types know only two of a kind.
  const writer = new StreamMessageWriter(inOneWrite(process.stdout), {
    contentTypeEncoder: writtenOnce(),
  });
  const connection = createConnection(
    ProposedFeatures.all,
    messages as unknown as NodeJS.ReadableStream,
    writer as unknown as NodeJS.WritableStream,
  );
  return connection;
}

/** The library cuts messages out of buffers alone: of other arrays it would take all for the first. */
const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);
