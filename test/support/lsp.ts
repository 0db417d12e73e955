import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import {
  createProtocolConnection,
  ExitNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';
import { type Introduction, type Talk, talkOver } from './talk.ts';

export { codesOf } from './talk.ts';

export const bundle = resolve(__dirname, '../../server/dist/node.js');

/** Where the server's code is kept from one test to the next, away from what a person keeps. */
export const code = `--code=${join(tmpdir(), 'readout-code')}`;

/** A language client over stdio, with a folder of its own on disk. */
export interface Client extends Talk {
  readonly process: ChildProcess;
  readonly folder: string;
  readonly write: (name: string, content: string | Uint8Array) => void;
  readonly stop: () => Promise<void>;
}

export interface Start extends Introduction {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** A folder that is there already, and stays; one is made otherwise. */
  readonly folder?: string;
  /** Whether the folder is the person's home. */
  readonly isHome?: boolean;
  /** Where the server's code is kept, as it is told. */
  readonly code?: string;
}

/** Starts the bundled server on a folder with these files. */
export async function startClient(start: Start = {}): Promise<Client> {
  const folder = start.folder ?? mkdtempSync(join(tmpdir(), 'readout-'));
  const write: Client['write'] = (name, content) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  };
  for (const [name, content] of Object.entries(start.files ?? {})) write(name, content);

  const child = spawn(process.execPath, [bundle, '--stdio', start.code ?? code], {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(start.isHome && { env: { ...process.env, HOME: folder } }),
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const uri = (name: string) => URI.file(join(folder, name)).toString();
  const initializationOptions = { storage: null, ...(start.initializationOptions as object) };
  const said = { processId: process.pid, ...start, initializationOptions };
  const talk = await talkOver(connection, uri, said);
  return {
    ...{ ...talk, process: child, folder, write },
    stop: async () => {
      if (child.exitCode === null) {
        await connection.sendRequest(ShutdownRequest.type);
        const ended = new Promise((done) => child.once('exit', done));
        await connection.sendNotification(ExitNotification.type);
        await ended;
      }
      connection.dispose();
      if (!start.folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts clients in a suite, which ends those of a test with it. */
export function startingIn(after: (stop: () => Promise<void>) => void) {
  const clients: Client[] = [];
  after(async () => {
    for (const one of clients.splice(0)) await one.stop();
  });
  return async (given: Start): Promise<Client> => {
    const one = await startClient(given);
    clients.push(one);
    return one;
  };
}
