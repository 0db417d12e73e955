import { type Disposable, EventEmitter, type ExtensionContext, type Uri } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { asking } from './ask.ts';
import { provideIssued } from './commands/compare.ts';
import { registerCommands } from './commands/index.ts';
import { drawAnnotations } from './draw/drawing.ts';
import { serveFiles } from './files.ts';
import { clientOptions } from './options.ts';
import { registerView } from './register/register.ts';
import { showCollection } from './status-bar.ts';

export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Starts the language client and all that hangs on it; `dispose` stops it. */
export function startReadout(context: ExtensionContext, create: CreateClient): Disposable {
  const published = new EventEmitter<Uri>();
  const client = create(clientOptions(context, published));
  const ask = asking(client);
  const register = registerView(context, client, ask);
  context.subscriptions.push(
    serveFiles(client),
    published,
    drawAnnotations(client, ask, published.event),
    register,
    showCollection(client, ask),
    ...provideIssued(ask),
    ...registerCommands({ context, client, ask }, register),
  );
  // The library tells the reader of a failure; the commands stay, so that Show Log and Restart work.
  client.start().catch((error) => client.error('The language server did not start', error));
  return { dispose: () => void client.stop() };
}
