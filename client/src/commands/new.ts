import { l10n, type QuickPickItem, Uri, window } from 'vscode';
import type { Desk } from './desk.ts';
import { granted } from './edit.ts';
import { folderInUse, keyOrAnother, showUnsaved, write } from './new-file.ts';
import { today } from './today.ts';

/**
 * New Readout…: asks for title, date and, where the codebook has some, the series, and makes a file with these in
 * its front matter in the folder that was clicked or is in use; the text is pasted where the cursor then stands.
 */
export async function beginReadout(desk: Desk, clicked?: unknown): Promise<void> {
  const title = await window.showInputBox({
    title: l10n.t('New readout: title'),
    prompt: l10n.t('As it was issued; leave it empty if you do not know it yet.'),
    ignoreFocusOut: true,
  });
  if (title === undefined) return;
  const date = await window.showInputBox({
    title: l10n.t('New readout: date'),
    prompt: l10n.t('The day it was issued, or the first and last day of the meeting.'),
    value: today(),
    validateInput: (text) =>
      /^(?:\d{4}-\d\d-\d\d(?:\/\d{4}-\d\d-\d\d)?)?$/.test(text.trim())
        ? undefined
        : l10n.t('Write a day as 2031-05-18, or two as 2031-05-18/2031-05-19.'),
    ignoreFocusOut: true,
  });
  if (date === undefined) return;
  const folder = clicked instanceof Uri ? clicked : folderInUse();
  const series = await askForSeries(desk, folder);
  if (series === 'cancelled') return;
  const params = { title, date, ...(series && { series: series.id }) };
  const made = granted(desk, await desk.ask('readout/new', params));
  if (!made) return;
  if (!folder) {
    await showUnsaved(made.text, 'end');
    return;
  }
  const key = await keyOrAnother(folder, made);
  if (key) await write(folder, key, made.text, 'end');
}

interface SeriesItem extends QuickPickItem {
  readonly id?: string;
}

async function askForSeries(
  desk: Desk,
  folder: Uri | undefined,
): Promise<SeriesItem | undefined | 'cancelled'> {
  // Which collection a folder belongs to is told by a file in it.
  const uri = folder && Uri.joinPath(folder, 'new.readout.md').toString();
  const known = uri ? await desk.ask('readout/seriesChoices', { uri }) : undefined;
  if (!known?.length) return undefined;
  const items: SeriesItem[] = known.map(({ id, names: [name, ...others] }) => ({
    ...{ label: name ?? id, description: id, detail: others.join(' · '), id },
  }));
  items.push({ label: l10n.t('No series') });
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('New readout: series'),
    placeHolder: l10n.t('The row of meetings it belongs to'),
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  return chosen ?? 'cancelled';
}
