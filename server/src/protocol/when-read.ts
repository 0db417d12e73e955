import type { CancellationToken } from 'vscode-languageserver';
import type { Desk } from './desk.ts';

/**
 * Comes true when the folders that were open at the start have been read, or nobody waits for the answer any
 * more. Half of a collection would be taken for all of it: no editor asks again by itself, and a name that
 * is changed in half of the documents is lost in the others.
 */
export const whenRead = (desk: Desk, token: CancellationToken): Promise<void> =>
  Promise.race([
    desk.workspace.whenSettled,
    new Promise<void>((resolve) => void token.onCancellationRequested(() => resolve())),
  ]);
