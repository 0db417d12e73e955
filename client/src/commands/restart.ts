import type { BaseLanguageClient } from 'vscode-languageclient';

/** Stops the server, where one runs, and starts it anew. */
export async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}
