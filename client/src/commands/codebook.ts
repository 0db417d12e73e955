import { type Disposable, type Event, EventEmitter, l10n, Uri, window, workspace } from 'vscode';
import type { Ask } from '../ask.ts';

const scheme = 'readout-codebook';

/**
 * Show Effective Codebook: what is built in with what the collection of the text that is shown says of it, each
 * entry with where it comes from. It is made anew when the collection changes, and cannot be written in.
 */
export async function showCodebook(): Promise<void> {
  const shown = window.activeTextEditor?.document.uri;
  // The codebook of a codebook that is shown is that of its collection.
  if (shown?.scheme === scheme) return;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const of = shown ?? (folder && Uri.joinPath(folder, 'readout.yaml'));
  const uri = Uri.from({
    scheme,
    // By its ending the editor knows the language.
    path: `/${l10n.t('Effective codebook')}.yaml`,
    query: (of ?? Uri.from({ scheme: 'untitled', path: 'readout' })).toString(),
  });
  await window.showTextDocument(await workspace.openTextDocument(uri));
}

/** Makes the codebooks that `showCodebook` opens. */
export function provideCodebook(ask: Ask, changed: Event<void>): Disposable[] {
  const outdated = new EventEmitter<Uri>();
  const heard = changed(() => {
    for (const { uri } of workspace.textDocuments) if (uri.scheme === scheme) outdated.fire(uri);
  });
  const provided = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: outdated.event,
    provideTextDocumentContent: async ({ query }) =>
      (await ask('readout/codebook', { uri: query }))?.text ?? '',
  });
  return [outdated, heard, provided];
}
