import { commands, l10n, Uri, window, workspace } from 'vscode';
import { complain } from '../say.ts';
import type { Desk } from './desk.ts';
import { exists } from './places.ts';

/** Open Sample Collection…: puts a copy into a folder of the reader's choice and opens it. */
export async function openSample({ context, client }: Desk): Promise<void> {
  const [parent] =
    (await window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      title: l10n.t('Where shall the sample collection go?'),
      openLabel: l10n.t('Put It Here'),
    })) ?? [];
  if (!parent) return;
  const target = Uri.joinPath(parent, 'readout-sample');
  try {
    // A copy the reader made earlier, with work in it, is opened and not written over.
    if (!(await exists(target))) {
      const sample = Uri.joinPath(context.extensionUri, 'examples');
      await workspace.fs.copy(sample, target, { overwrite: false });
    }
  } catch (error) {
    client.error('The sample collection could not be copied', error, false);
    complain(
      l10n.t('The sample collection could not be copied to this folder. Please choose another.'),
    );
    return;
  }
  await commands.executeCommand('vscode.openFolder', target, { forceNewWindow: true });
}
