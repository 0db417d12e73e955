import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { t } from '../core/language.ts';
import type { Desk } from './desk.ts';

/**
 * Comes true when the folders that were open at the start have been read, or nobody waits for the answer any
 * more. Half of a collection would be taken for all of it: no editor asks again by itself, and a name that
 * is changed in half of the documents is lost in the others.
 */
export const whenRead = (desk: Desk, token: CancellationToken): Promise<void> =>
  unlessCancelled(desk.workspace.whenSettled, token);

/** The same, and files that were moved or written a moment ago are known: no edit is to go to where one was. */
export const whenHeard = (desk: Desk, token: CancellationToken): Promise<void> =>
  unlessCancelled(desk.workspace.whenSettled.then(desk.heard), token);

const unlessCancelled = (ready: Promise<void>, token: CancellationToken): Promise<void> =>
  Promise.race([
    ready,
    new Promise<void>((resolve) => void token.onCancellationRequested(() => resolve())),
  ]);

/** Why nothing is changed in a collection of which a part was never read: a person refused or stopped it. */
export const notWhole = (): string =>
  t`The readouts of this folder have not all been read, so nothing can be changed in all of them. Wait until they are, or restart Readout where reading was stopped.`;

/** The same as the answer to a request. */
export const refusedNotWhole = (): ResponseError<void> =>
  new ResponseError<void>(LSPErrorCodes.RequestFailed, notWhole());
