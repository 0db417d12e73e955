import { l10n, window } from 'vscode';
import type { Desk } from './desk.ts';
import { applyAnswer, granted, selected } from './edit.ts';

/** Add Note…: puts what the analyst thinks behind the selected words, or the word under the cursor. */
export async function addNote(desk: Desk): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const { version } = editor.document;
  const params = selected(desk, editor);
  // Whoever has written a note does not want to hear only then that none can stand here.
  if (!granted(desk, await desk.ask('readout/note', { ...params, text: '…' }))) return;
  const text = await window.showInputBox({
    title: l10n.t('Note'),
    prompt: l10n.t('What you think of it. A note is no part of the source.'),
  });
  if (!text?.trim()) return;
  await applyAnswer(desk, editor, version, await desk.ask('readout/note', { ...params, text }));
}
