import type * as code from 'vscode';
import type { Session } from './session.ts';

/** Texts that are shown beside each other. */
export const besideOf = (run: Session['run']) => ({
  /** The two texts that are shown beside each other. */
  compared: () =>
    run(async (vscode) => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab
        ?.input as code.TabInputTextDiff;
      const textOf = async (uri: code.Uri) =>
        (await vscode.workspace.openTextDocument(uri)).getText();
      return [await textOf(input.original), await textOf(input.modified)];
    }),

  /** Waits until what is selected in the text that is used has these words in it. */
  selects: (words: string) =>
    run(async (vscode, words) => {
      const selected = () => {
        const active = vscode.window.activeTextEditor;
        return active?.document.getText(active.selection);
      };
      while (!selected()?.includes(words)) {
        await new Promise<void>((resolve) => {
          const waiting = vscode.Disposable.from(
            vscode.window.onDidChangeTextEditorSelection(() => heard()),
            vscode.window.onDidChangeActiveTextEditor(() => heard()),
          );
          const heard = () => {
            waiting.dispose();
            resolve();
          };
        });
      }
    }, words),

  /** The text of a file of the folder as soon as it has these words, shown or not. */
  textWith: (name: string, words: string) =>
    run(
      async (vscode, name, words) => {
        const folder = vscode.workspace.workspaceFolders?.[0]?.uri as code.Uri;
        const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, name));
        while (!document.getText().includes(words)) {
          await new Promise<void>((resolve) => {
            const waiting = vscode.workspace.onDidChangeTextDocument(() => {
              waiting.dispose();
              resolve();
            });
          });
        }
        return document.getText();
      },
      name,
      words,
    ),

  /** The text in the editor beside the one that is used, as soon as there is one. */
  textBeside: () =>
    run(async (vscode) => {
      const beside = () =>
        vscode.window.visibleTextEditors.find((one) => one !== vscode.window.activeTextEditor);
      while (!beside()) {
        await new Promise<void>((resolve) => {
          const waiting = vscode.window.onDidChangeVisibleTextEditors(() => {
            waiting.dispose();
            resolve();
          });
        });
      }
      return beside()?.document.getText() ?? '';
    }),
});
