import { l10n, Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { Imported } from '../../../server/src/protocol/new-text.ts';
import { complain, say } from '../say.ts';
import { exists, nameOf } from './places.ts';

/** Where the reader works: beside the document that is shown, else in the first folder. */
export function folderInUse(): Uri | undefined {
  const shown = window.activeTextEditor?.document.uri;
  const isInside = shown && workspace.getWorkspaceFolder(shown);
  return isInside ? Uri.joinPath(shown, '..') : workspace.workspaceFolders?.[0]?.uri;
}

const fileOf = (folder: Uri, key: string): Uri => Uri.joinPath(folder, `${key}.readout.md`);

/** A name for a new readout that the reader has seen, and that no file in the folder has. */
export async function askForKey(
  folder: Uri,
  { key }: Imported,
  prompt = l10n.t('Its file gets this name, and other texts refer to it by it.'),
): Promise<string | undefined> {
  return window.showInputBox({
    title: l10n.t('Name of the new readout'),
    prompt,
    value: await freeKey(folder, key),
    validateInput: async (text) => {
      if (!/^[a-z0-9][\w.-]*$/i.test(text)) {
        return l10n.t('Begin with a letter or a digit; then letters a–z, digits, - _ and . only.');
      }
      const file = fileOf(folder, text);
      return (await exists(file)) ? l10n.t('{0} is there already.', nameOf(file)) : undefined;
    },
  });
}

/** The name itself where it is free; else the reader is asked, with a free one proposed. */
export const keyOrAnother = async (folder: Uri, made: Imported): Promise<string | undefined> =>
  (await exists(fileOf(folder, made.key)))
    ? askForKey(folder, made, l10n.t('{0} is there already.', `${made.key}.readout.md`))
    : made.key;

async function freeKey(folder: Uri, key: string): Promise<string> {
  for (let number = 1; number < 100; number++) {
    const tried = number > 1 ? `${key}-${number}` : key;
    if (!(await exists(fileOf(folder, tried)))) return tried;
  }
  return key;
}

/**
 * Makes a readout of a text and shows it, with the cursor at its end where asked; a file that is there already is
 * shown and left as it is.
 */
export async function write(
  folder: Uri,
  key: string,
  text: string,
  cursor: 'start' | 'end' = 'start',
): Promise<void> {
  const uri = fileOf(folder, key);
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  const isThere = await exists(uri);
  if (!isThere && !(await workspace.applyEdit(edit))) {
    complain(l10n.t('{0} could not be written.', nameOf(uri)));
    return;
  }
  const document = await workspace.openTextDocument(uri);
  const end = document.positionAt(document.getText().length);
  await window.showTextDocument(document, {
    preview: false,
    ...(cursor === 'end' && !isThere && { selection: new Range(end, end) }),
  });
  if (isThere) {
    say(l10n.t('{0} is there already and was left as it is.', nameOf(uri)));
  }
}

/** Without a folder there is no place to write to: the reader saves it where they like. */
export async function showUnsaved(text: string, cursor: 'start' | 'end' = 'start'): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'readout', content: text });
  const end = document.positionAt(text.length);
  await window.showTextDocument(document, {
    ...(cursor === 'end' && { selection: new Range(end, end) }),
  });
}
