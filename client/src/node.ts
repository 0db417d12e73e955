import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { startReadout } from './client.ts';

/** The extension on a desktop: the server is a process of its own. */
export function activate(context: ExtensionContext): void {
  const server = {
    module: context.asAbsolutePath('server/dist/node.js'),
    transport: TransportKind.ipc,
  };
  const debug = { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  context.subscriptions.push(
    startReadout(
      context,
      (options) => new LanguageClient('readout', 'Readout', { run: server, debug }, options),
    ),
  );
}
