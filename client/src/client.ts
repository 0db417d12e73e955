import { commands, type Disposable, EventEmitter, type ExtensionContext, type Uri } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { ServerNotifications } from '../../server/src/protocol/requests.ts';
import type { Conversion } from '../../server/src/sources/converted.ts';
import { asking } from './ask.ts';
import { provideCodebook } from './commands/codebook.ts';
import { provideIssued } from './commands/compare.ts';
import { registerCommands } from './commands/index.ts';
import { provideListLinks } from './commands/revised-list.ts';
import { converting, type Running } from './conversion.ts';
import { drawAnnotations } from './draw/drawing.ts';
import { serveFiles } from './files.ts';
import { mentionsView } from './mentions/mentions.ts';
import { clientOptions } from './options.ts';
import { readingViews } from './reading-view/reading-view.ts';
import { registerView } from './register/register.ts';
import { showCollection } from './status-bar.ts';

export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

const changedMessage = 'readout/changed' satisfies keyof ServerNotifications;

/** Starts the language client and all that hangs on it; `dispose` stops it. `convert` begins a worker for a file, with the bundle that reads such. */
export function startReadout(
  context: ExtensionContext,
  create: CreateClient,
  convert: (file: Conversion) => Running,
): Disposable {
  const published = new EventEmitter<Uri>();
  const changed = new EventEmitter<void>();
  const client = create(clientOptions(context, published));
  const ask = asking(client);
  // The library has one listener for each of the server's messages, and several want to hear this one.
  const heard = client.onNotification(changedMessage, () => changed.fire());
  const register = registerView(context, client, ask, changed.event);
  const { extensionUri } = context;
  const reading = readingViews({ extensionUri, client, ask, changed: changed.event });
  const desk = { context, client, ask, convert: converting(convert) };
  const mentions = mentionsView(desk, changed.event);
  context.subscriptions.push(
    serveFiles(client),
    published,
    changed,
    heard,
    drawAnnotations(client, ask, { published: published.event, changed: changed.event }),
    register,
    mentions,
    reading,
    showCollection(client, ask, changed.event),
    ...provideIssued(ask),
    ...provideListLinks(),
    ...provideCodebook(ask, changed.event),
    ...registerCommands(desk, { register, mentions, reading }),
  );
  // In a workspace without readouts, a menu of every folder is no place for them.
  void commands.executeCommand('setContext', 'readout.isAwake', true);
  // The library tells the reader of a failure; the commands stay, so that Show Log and Restart work.
  client.start().catch((error) => client.error('The language server did not start', error));
  return { dispose: () => void client.stop() };
}
