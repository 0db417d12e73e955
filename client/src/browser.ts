import { type ExtensionContext, Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import type { Conversion, Converted } from '../../server/src/sources/converted.ts';
import { startReadout } from './client.ts';
import { type Running, readerOf } from './conversion.ts';

type Port = ConstructorParameters<typeof BrowserMessageReader>[0];
// The compiler is not given the browser's names, so that nothing else leans on them.
declare const Worker: new (url: string) => Port & { terminate(): void } & Messages;

interface Messages {
  onmessage: (event: { readonly data: Converted }) => void;
  onerror: (event: { readonly message?: string }) => void;
  postMessage(file: Conversion): void;
}

/** The extension in a browser: the server is a worker. */
export function activate(context: ExtensionContext): void {
  const url = Uri.joinPath(context.extensionUri, 'server/dist/browser.js').toString(true);
  let worker: InstanceType<typeof Worker> | undefined;
  const stop = { dispose: () => worker?.terminate() };
  // Each start gets a worker of its own. It is wrapped here: an editor may put a class of its
  // own in the place of Worker, which the library then does not know for one.
  const connect = async (): Promise<MessageTransports> => {
    stop.dispose();
    worker = new Worker(url);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  context.subscriptions.push(
    startReadout(
      context,
      (options) => new LanguageClient('readout', 'Readout', connect, options),
      (file) => convert(Uri.joinPath(context.extensionUri, pathOf(file)).toString(true), file),
    ),
    stop,
  );
}

const pathOf = (file: Conversion): string => `server/dist/${readerOf(file)}-browser.js`;

function convert(url: string, file: Conversion): Running {
  const worker = new Worker(url);
  const answer = new Promise<Converted>((resolve, reject) => {
    worker.onmessage = ({ data }: { readonly data: Converted }) => resolve(data);
    worker.onerror = ({ message }: { readonly message?: string }) =>
      reject(new Error(message ?? ''));
    worker.postMessage(file);
  });
  return { answer, stop: () => worker.terminate() };
}
