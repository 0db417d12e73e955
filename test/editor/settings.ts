import type { Session } from './session.ts';

/** What is open in the editor, and what is set there. */
export const settingsOf = (run: Session['run']) => ({
  /** The names of the folders that are open, as soon as there are so many. */
  folders: (count: number) =>
    run(async (vscode, count) => {
      const names = () => (vscode.workspace.workspaceFolders ?? []).map(({ name }) => name);
      while (names().length < count) {
        await new Promise<void>((resolve) => {
          const waiting = vscode.workspace.onDidChangeWorkspaceFolders(() => {
            waiting.dispose();
            resolve();
          });
        });
      }
      return names();
    }, count),

  /** Changes a setting of the reader's own, for all files. */
  setEverywhere: (key: string, value: unknown) =>
    run(
      async (vscode, key, value) => {
        await vscode.workspace.getConfiguration().update(key, value, true);
      },
      key,
      value,
    ),

  /** Changes a setting of one of the folders that are open. */
  setInFolder: (name: string, key: string, value: unknown) =>
    run(
      async (vscode, name, key, value) => {
        const folder = vscode.workspace.workspaceFolders?.find((folder) => folder.name === name);
        const settings = vscode.workspace.getConfiguration(undefined, folder?.uri);
        await settings.update(key, value, vscode.ConfigurationTarget.WorkspaceFolder);
      },
      name,
      key,
      value,
    ),

  /** What a setting is for readouts. */
  setting: (key: string) =>
    run(
      (vscode, key) =>
        vscode.workspace.getConfiguration(undefined, { languageId: 'readout' }).get(key),
      key,
    ),
});
