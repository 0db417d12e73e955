import { env, l10n, UIKind, Uri, window, workspace } from 'vscode';
import { nameOf } from '../commands/places.ts';
import { complain } from '../say.ts';
import { savedHtml, styleSheet } from './html.ts';

/** Keeps what a reading view shows as a page of its own, where the reader says: editors cannot print. */
export async function save(
  extensionUri: Uri,
  uri: Uri,
  title: string,
  drawn: string,
): Promise<void> {
  const stem = nameOf(uri).replace(/\.readout(\.md)?$/, '');
  const folder = workspace.getWorkspaceFolder(uri) ?? workspace.workspaceFolders?.[0];
  const target = await window.showSaveDialog({
    title: l10n.t('Save to print'),
    filters: { HTML: ['html'] },
    ...(folder && { defaultUri: Uri.joinPath(folder.uri, `${stem}.html`) }),
  });
  if (!target) return;
  try {
    const css = new TextDecoder().decode(await workspace.fs.readFile(styleSheet(extensionUri)));
    const page = savedHtml(css, title, env.language, drawn);
    // The dialog has asked whether a file that is there may be replaced.
    await workspace.fs.writeFile(target, new TextEncoder().encode(page));
  } catch {
    complain(l10n.t('{0} could not be written.', nameOf(target)));
    return;
  }
  await offerToOpen(target);
}

async function offerToOpen(target: Uri): Promise<void> {
  const isHere = target.scheme === 'file' && !env.remoteName && env.uiKind === UIKind.Desktop;
  const open = l10n.t('Open in Browser');
  const said = await window.showInformationMessage(
    l10n.t('{0} was written. Open it in a browser to print it.', nameOf(target)),
    isHere ? open : l10n.t('OK'),
  );
  if (said === open) await env.openExternal(target);
}
