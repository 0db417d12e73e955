import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { registerCollections } from './collections.ts';
import { registerCompletion } from './completing.ts';
import type { Desk } from './desk.ts';
import { registerDrawing } from './drawing.ts';
import { registerEditing } from './editing.ts';
import { registerExporting } from './exporting.ts';
import { registerFollowing } from './following.ts';
import { registerHierarchy } from './hierarchy.ts';
import { registerHover } from './hovering.ts';
import { registerImporting } from './importing.ts';
import { registerNavigation } from './navigation.ts';
import { registerReading } from './reading.ts';
import { registerReadingAids } from './reading-aids.ts';
import { registerRegister } from './register.ts';
import { registerRenaming } from './renaming.ts';
import { registerRevising } from './revising.ts';
import { registerSymbols } from './symbols.ts';
import { registerUnlinked } from './unlinked.ts';

/** Answers every request of an editor from the desk. `client` tells what the client can do. */
export function registerFeatures(
  connection: Connection,
  desk: Desk,
  client: () => ClientCapabilities,
): void {
  const links = () => client().textDocument?.definition?.linkSupport === true;
  registerNavigation(connection, desk, links);
  registerHierarchy(connection, desk);
  registerHover(connection, desk, client);
  registerSymbols(connection, desk, client);
  registerDrawing(connection, desk);
  registerCompletion(connection, desk, client);
  registerEditing(connection, desk, client);
  registerImporting(connection, desk, client);
  registerRevising(connection, desk, client);
  registerExporting(connection, desk);
  registerRenaming(connection, desk, client);
  registerFollowing(connection, desk);
  registerReading(connection, desk);
  registerCollections(connection, desk);
  registerRegister(connection, desk);
  registerUnlinked(connection, desk, client);
  registerReadingAids(connection, desk, client);
}
