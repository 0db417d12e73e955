import { window } from 'vscode';
import type { Desk } from './desk.ts';
import { applyAnswer, selected } from './edit.ts';

/** Remove Annotation: takes away the innermost annotation under the cursor; the words of the source stay. */
export async function removeAnnotation(desk: Desk): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const { version } = editor.document;
  const edit = await desk.ask('readout/remove', selected(desk, editor));
  await applyAnswer(desk, editor, version, edit);
}
