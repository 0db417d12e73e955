import { ConfigurationTarget, workspace } from 'vscode';

const settings = () => workspace.getConfiguration('readout');

/** Whether annotations are shrunk to badges. */
export const isCompact = (): boolean => settings().get('compactAnnotations', false);

/** Shrinks annotations or shows them again: for this workspace, or everywhere where none is open. */
export async function toggleCompact(): Promise<void> {
  const target = workspace.workspaceFolders
    ? ConfigurationTarget.Workspace
    : ConfigurationTarget.Global;
  await settings().update('compactAnnotations', !isCompact(), target);
}
