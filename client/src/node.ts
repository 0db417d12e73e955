import { Worker } from 'node:worker_threads';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { Conversion, Converted } from '../../server/src/sources/converted.ts';
import { startReadout } from './client.ts';
import { type Running, readerOf } from './conversion.ts';

/** The extension on a desktop: the server is a process of its own. */
export function activate(context: ExtensionContext): void {
  const server = {
    module: context.asAbsolutePath('server/dist/node.js'),
    transport: TransportKind.ipc,
    args: [`--code=${context.globalStorageUri.fsPath}`],
  };
  const debug = { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  context.subscriptions.push(
    startReadout(
      context,
      (options) => new LanguageClient('readout', 'Readout', { run: server, debug }, options),
      (file) => convert(context.asAbsolutePath(`server/dist/${readerOf(file)}-node.js`), file),
    ),
  );
}

function convert(path: string, file: Conversion): Running {
  // A file that was made to grow must not take the memory of the editor.
  const worker = new Worker(path, { resourceLimits: { maxOldGenerationSizeMb: 1024 } });
  const answer = new Promise<Converted>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The reader of files has ended.')));
    worker.postMessage(file);
  });
  return { answer, stop: () => void worker.terminate() };
}
