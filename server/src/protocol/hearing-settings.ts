import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
} from 'vscode-languageserver';
import { type Configuration, sections } from './configuration.ts';
import type { Guarded } from './guard.ts';

/** What hearing of settings needs of the server around it. */
export interface HearingHost {
  readonly configuration: Configuration;
  readonly client: () => ClientCapabilities;
  readonly guarded: Guarded;
  /** Holds what is known to settings that are new. */
  readonly hold: () => Promise<void>;
}

/** How long reading waits for the settings of a client that may never tell them, in milliseconds. */
const patience = () => new Promise<void>((resolve) => setTimeout(resolve, 2000));

/** Hears of the person's settings, and waits for them no longer than anybody should. */
export function hearingSettings(
  connection: Connection,
  { configuration, client, guarded, hold }: HearingHost,
) {
  const changed = guarded('Taking new settings', async (given: unknown) => {
    if (await configuration.take(given)) await hold();
  });

  /** Asks for the settings of the folders that are open now. Those that come too late hold from then on. */
  async function hear(): Promise<void> {
    const heard = configuration.read();
    const isLate = await Promise.race([heard.then(() => false), patience().then(() => true)]);
    const holdLate = guarded('Taking new settings', async () => {
      if (await heard) await hold();
    });
    if (isLate) void holdLate();
  }

  const watch = guarded('Asking the editor to tell of settings', async () => {
    if (!client().workspace?.didChangeConfiguration?.dynamicRegistration) return;
    await connection.client.register(DidChangeConfigurationNotification.type, {
      section: sections,
    });
  });

  connection.onDidChangeConfiguration((given) => changed(given?.settings));

  return {
    hear,
    /** Takes what a client sent with its first message, asks for the rest, and hears of changes from then on. */
    begin: async (given: unknown): Promise<void> => {
      await Promise.race([changed(given), patience()]);
      void watch();
    },
  };
}
