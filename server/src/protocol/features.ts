import type { Connection } from 'vscode-languageserver';
import type { Desk } from './desk.ts';
import { registerDrawing } from './drawing.ts';
import { registerNavigation } from './navigation.ts';

/** Answers every request of an editor from the desk. `links` tells whether the client takes location links. */
export function registerFeatures(connection: Connection, desk: Desk, links: () => boolean): void {
  registerNavigation(connection, desk, links);
  registerDrawing(connection, desk);
}
