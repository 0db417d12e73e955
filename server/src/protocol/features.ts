import type { Connection } from 'vscode-languageserver';
import type { Desk } from './desk.ts';
import { registerDrawing } from './drawing.ts';
import { registerHover } from './hovering.ts';
import { registerNavigation } from './navigation.ts';
import { registerSymbols } from './symbols.ts';

/** Answers every request of an editor from the desk. `links` tells whether the client takes location links. */
export function registerFeatures(connection: Connection, desk: Desk, links: () => boolean): void {
  registerNavigation(connection, desk, links);
  registerHover(connection, desk);
  registerSymbols(connection, desk);
  registerDrawing(connection, desk);
}
