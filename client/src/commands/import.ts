import { l10n, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { Imported } from '../../../server/src/protocol/requests.ts';
import type { Desk } from './desk.ts';
import { granted } from './edit.ts';
import { exists, nameOf } from './places.ts';
import { chooseSource, openText, type Source, sourceIn } from './sources.ts';

/** Import Text as a Readout…: from the explorer the files chosen there, else what the reader chooses. */
export async function importText(desk: Desk, clicked?: unknown, chosen?: unknown): Promise<void> {
  if (clicked instanceof Uri) {
    const files = Array.isArray(chosen) ? chosen.filter((one) => one instanceof Uri) : [clicked];
    for (const file of files) await importSource(desk, await sourceIn(file));
  } else await importSource(desk, await chooseSource(l10n.t('Import as a readout'), openText()));
}

async function importSource(desk: Desk, source: Source | undefined): Promise<void> {
  if (!source) return;
  const { text, file } = source;
  const answer = await desk.ask('readout/import', { text, ...(file && { name: file.name }) });
  const made = granted(desk, answer);
  if (!made) return;
  const folder = file?.folder ?? folderInUse();
  if (!folder) {
    // Without a folder there is no place to write to: the reader saves it where they like.
    const document = await workspace.openTextDocument({ language: 'readout', content: made.text });
    await window.showTextDocument(document);
    return;
  }
  const key = file ? made.key : await askForKey(made);
  if (key) await write(Uri.joinPath(folder, `${key}.readout.md`), made.text);
}

/** Makes a file of a text and shows it; what is there already is shown and left as it is. */
async function write(uri: Uri, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  const isThere = await exists(uri);
  if (!isThere && !(await workspace.applyEdit(edit))) {
    void window.showErrorMessage(l10n.t('{0} could not be written.', nameOf(uri)));
    return;
  }
  await window.showTextDocument(uri, { preview: false });
  if (isThere) {
    void window.showInformationMessage(
      l10n.t('{0} is there already and was left as it is.', nameOf(uri)),
    );
  }
}

const askForKey = ({ key }: Imported): Thenable<string | undefined> =>
  window.showInputBox({
    title: l10n.t('Name of the new readout'),
    prompt: l10n.t('Its file gets this name, and other texts refer to it by it.'),
    value: key,
    validateInput: (text) =>
      /^[a-z0-9][\w.-]*$/i.test(text)
        ? undefined
        : l10n.t('Begin with a letter or a digit; then letters a–z, digits, - _ and . only.'),
  });

/** Where the reader works: beside the document that is shown, else in the first folder. */
function folderInUse(): Uri | undefined {
  const shown = window.activeTextEditor?.document.uri;
  const isInside = shown && workspace.getWorkspaceFolder(shown);
  return isInside ? Uri.joinPath(shown, '..') : workspace.workspaceFolders?.[0]?.uri;
}
