import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  createProtocolConnection,
  PortMessageReader,
  PortMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type {
  ClientRequests,
  FileContent,
  FileFailure,
} from '../../server/src/protocol/requests.ts';
import { type Introduction, type Talk, talkOver } from './talk.ts';

const bundle = resolve(__dirname, '../../server/dist/browser.js');

/** Where the folder lies: nothing that a disk has. */
const top = 'memfs://desk/collection';

/** A language client whose server is a worker that has what a web worker has, and nothing of Node. */
export interface BrowserClient extends Talk {
  /** By name; a file may be changed while the server runs. */
  readonly files: Map<string, string | Uint8Array | Error>;
  /** What `expression` is in the worker, as JSON would say it. */
  readonly reach: (expression: string) => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

export interface BrowserStart extends Introduction {
  /** An error stands for a file that is there and cannot be read. */
  readonly files?: Readonly<Record<string, string | Uint8Array | Error>>;
  /** In place of the client's answers. */
  readonly answers?: Partial<{ [M in keyof ClientRequests]: () => unknown }>;
}

// What stands here runs in the worker's own Node; the bundle sees the names of the context alone.
const host = `
const { parentPort, workerData } = require('node:worker_threads');
const vm = require('node:vm');
const listeners = { message: [], error: [] };
const names = { TextDecoder, TextEncoder, atob, btoa, MessageChannel, performance, setTimeout,
  clearTimeout, setInterval, clearInterval, queueMicrotask, URL, URLSearchParams, console,
  structuredClone, AbortController, AbortSignal, Event, EventTarget };
const context = vm.createContext({ ...names,
  postMessage: (message) => parentPort.postMessage(message),
  addEventListener: (name, listener) => listeners[name]?.push(listener),
  removeEventListener: () => {},
});
vm.runInContext('globalThis.self = globalThis', context);
parentPort.on('message', (message) => {
  if (message.reach) {
    parentPort.postMessage({ reached: vm.runInContext(message.reach, context) });
    return;
  }
  context.onmessage?.({ data: message });
  for (const listener of listeners.message) listener({ data: message });
});
vm.runInContext(workerData.bundle, context, { filename: 'browser.js' });
`;

/** Starts the bundled worker on a folder with these files, which lie in memory. */
export async function startBrowser(start: BrowserStart = {}): Promise<BrowserClient> {
  const files = new Map(Object.entries(start.files ?? {}));
  const worker = new Worker(host, {
    eval: true,
    workerData: { bundle: readFileSync(bundle, 'utf8') },
  });
  const crashed = new Promise<never>((_, fail) => worker.once('error', fail));
  const connection = createProtocolConnection(
    new PortMessageReader(worker as never),
    new PortMessageWriter(worker as never),
  );
  const nameOf = (uri: string) => decodeURIComponent(uri.slice(top.length + 1));
  const uri = (name: string) => (name ? `${top}/${encodeURI(name)}` : top);
  const answers = { ...answersFrom(files, nameOf, uri), ...start.answers };
  connection.onRequest('readout/fs/list', answers['readout/fs/list']);
  connection.onRequest('readout/fs/read', answers['readout/fs/read']);
  const options = { readsFiles: true, ...(start.initializationOptions as object | undefined) };
  const talking = talkOver(connection, uri, { ...start, initializationOptions: options });
  const talk = await Promise.race([talking, crashed]);
  return {
    ...{ ...talk, files },
    reach: (expression) =>
      new Promise((reached) => {
        const hear = (message: { reached?: unknown }) => {
          if (!('reached' in message)) return;
          worker.off('message', hear);
          reached(message.reached);
        };
        worker.on('message', hear);
        worker.postMessage({ reach: expression });
      }),
    stop: async () => {
      connection.dispose();
      await worker.terminate();
    },
  };
}

function answersFrom(
  files: BrowserClient['files'],
  nameOf: (uri: string) => string,
  uriOf: (name: string) => string,
) {
  return {
    'readout/fs/list': (): ClientRequests['readout/fs/list']['result'] => ({
      files: [...files].map(([name, content]) => ({
        uri: uriOf(name),
        size: content instanceof Error ? 1 : Buffer.byteLength(content),
      })),
      skipped: [],
    }),
    'readout/fs/read': ({ uri }: { uri: string }): FileContent | FileFailure => {
      const content = files.get(nameOf(uri)) ?? new Error('There is no such file');
      if (content instanceof Error) return { error: content.message };
      return { base64: Buffer.from(content).toString('base64') };
    },
  };
}
