import { commands, env, l10n, type QuickPickItem, UIKind, Uri, window, workspace } from 'vscode';
import type { Exported, ExportParams } from '../../../server/src/protocol/requests.ts';
import { isReadout } from '../options.ts';
import type { Desk } from './desk.ts';
import { granted } from './edit.ts';
import { nameOf } from './places.ts';

interface FormatItem extends QuickPickItem {
  readonly format: ExportParams['format'];
}

/** Export Register…: writes the register of the collection that is shown, else of all, where the reader says. */
export async function exportRegister(desk: Desk): Promise<void> {
  const chosen = await window.showQuickPick(formats(), {
    title: l10n.t('Export register'),
    placeHolder: l10n.t('How is it to be written'),
  });
  if (!chosen) return;
  const { format, label } = chosen;
  const shown = window.activeTextEditor?.document;
  const collection = shown && isReadout(shown) ? { collectionOf: shown.uri.toString() } : {};
  const made = granted(desk, await desk.ask('readout/export', { format, ...collection }));
  if (!made) return;
  if (!made.marks) {
    void window.showInformationMessage(
      l10n.t(
        'The register is empty: no words here are marked as a commitment, a position or a request.',
      ),
    );
    return;
  }
  const defaultUri = proposed(format, shown?.uri);
  const target = await window.showSaveDialog({
    title: l10n.t('Export register'),
    filters: { [label]: [format] },
    ...(defaultUri && { defaultUri }),
  });
  if (target && (await isWritten(target, made.text))) await offerToOpen(target, made);
}

const formats = (): FormatItem[] => [
  {
    label: 'CSV',
    description: l10n.t('for Excel and other spreadsheets'),
    detail: l10n.t('A row for each commitment, position or request and each party to it'),
    format: 'csv',
  },
  {
    label: 'JSON',
    description: l10n.t('for programs'),
    detail: l10n.t(
      'An entry for each commitment, position or request, with all that is known of it',
    ),
    format: 'json',
  },
];

/** Beside the readouts; without a folder the dialog begins where it likes. */
function proposed(format: string, shown: Uri | undefined): Uri | undefined {
  const own = shown && workspace.getWorkspaceFolder(shown);
  const folder = own ?? workspace.workspaceFolders?.[0];
  return folder && Uri.joinPath(folder.uri, `register.${format}`);
}

// The dialog has asked whether a file that is there may be replaced.
async function isWritten(target: Uri, text: string): Promise<boolean> {
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(text));
    return true;
  } catch {
    void window.showErrorMessage(l10n.t('{0} could not be written.', nameOf(target)));
    return false;
  }
}

async function offerToOpen(target: Uri, { marks, readouts, missing }: Exported): Promise<void> {
  const open = l10n.t('Open');
  const done = l10n.t('{0} holds {1} marks of {2} readouts.', nameOf(target), marks, readouts);
  const lacks = l10n.t('It lacks what could not be read: {0}.', missing.join(', '));
  const said = missing.length
    ? await window.showWarningMessage(`${done} ${lacks}`, open)
    : await window.showInformationMessage(done, open);
  if (said === open) await openFile(target);
}

/** Opens a table in the program that it is for, where there is one; anything else in the editor. */
async function openFile(target: Uri): Promise<void> {
  const isHere = target.scheme === 'file' && !env.remoteName && env.uiKind === UIKind.Desktop;
  const isTable = target.path.endsWith('.csv');
  if (isHere && isTable && (await env.openExternal(target))) return;
  await commands.executeCommand('vscode.open', target);
}
