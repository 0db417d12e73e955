import { type Disposable, type TextEditor, window } from 'vscode';
import type { Seen } from './messages.ts';

/** What a reader sees of a text that is shown in an editor; undefined where it is not. */
export function seenOf(address: string): Seen | undefined {
  const isOwn = isOf(address);
  const active = window.activeTextEditor;
  const editor = active && isOwn(active) ? active : window.visibleTextEditors.find(isOwn);
  return editor && seenIn(editor);
}

const isOf =
  (address: string) =>
  ({ document }: TextEditor): boolean =>
    document.uri.toString() === address;

const atCursor = ({ selection }: TextEditor): Seen => ({
  line: selection.active.line,
  isCursor: true,
});

/** The cursor where it can be seen, else where the editor has been scrolled to. */
function seenIn(editor: TextEditor): Seen {
  const { selection, visibleRanges } = editor;
  const [first] = visibleRanges;
  const isShown = !first || visibleRanges.some((range) => range.contains(selection.active));
  return isShown ? atCursor(editor) : { line: first.start.line, isCursor: false };
}

/** Calls when the cursor of a text was moved, or its editor scrolled. */
export function whenSeen(address: string, call: (seen: Seen) => void): Disposable[] {
  const isOwn = isOf(address);
  return [
    // The editor goes to the cursor a moment later.
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (isOwn(textEditor)) call(atCursor(textEditor));
    }),
    window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      if (isOwn(textEditor)) call(seenIn(textEditor));
    }),
  ];
}
