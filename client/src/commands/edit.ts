import { l10n, type TextEditor, window, workspace } from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import type { RangeParams, Refusal } from '../../../server/src/protocol/requests.ts';
import { say } from '../say.ts';
import type { Desk } from './desk.ts';

/** The editor's document and selection as a request names them. */
export const selected = ({ client }: Desk, editor: TextEditor): RangeParams => ({
  uri: editor.document.uri.toString(),
  range: client.code2ProtocolConverter.asRange(editor.selection),
});

/** Says what to do first, where no readout is in the editor. */
export const sayNoWords = (): void => say(l10n.t('Open a readout first, and select words in it.'));

/** Passes an answer on; without one, or with a refusal, tells the reader why. */
export function granted<T extends object>(
  { client }: Desk,
  answer: T | Refusal | undefined,
): T | undefined {
  if (answer && !('refused' in answer)) return answer;
  if (answer) say(answer.refused);
  else void sayUnanswered(client.outputChannel);
  return undefined;
}

/** Makes the edit the server answered with, unless the text has changed meanwhile. */
export async function applyAnswer(
  desk: Desk,
  editor: TextEditor,
  version: number,
  answer: WorkspaceEdit | Refusal | undefined,
): Promise<boolean> {
  const edit = granted(desk, answer);
  if (!edit) return false;
  // The ranges were taken from the text as it stood; in another they would cut words apart.
  const current = editor.document.version === version;
  const done =
    current &&
    (await workspace.applyEdit(await desk.client.protocol2CodeConverter.asWorkspaceEdit(edit)));
  if (!done) {
    say(l10n.t('The text changed meanwhile, so nothing was done. Please try again.'));
  }
  return done;
}

async function sayUnanswered(log: { show(): void }): Promise<void> {
  const showLog = l10n.t('Show Log');
  const said = await window.showWarningMessage(
    l10n.t('Readout’s language server does not answer. Its log may say why.'),
    showLog,
  );
  if (said === showLog) log.show();
}
