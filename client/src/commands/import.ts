import { l10n, type QuickPickItem, Uri, window } from 'vscode';
import type { Imported, ImportParams } from '../../../server/src/protocol/new-text.ts';
import type { Desk } from './desk.ts';
import { granted } from './edit.ts';
import { askForKey, folderInUse, keyOrAnother, showUnsaved, write } from './new-file.ts';
import { chooseSource, openText, type Source, sourceIn, takeCopied } from './sources.ts';

/** Import Text as a Readout…: from the explorer the files chosen there, else what the reader chooses. */
export async function importText(desk: Desk, clicked?: unknown, chosen?: unknown): Promise<void> {
  if (clicked instanceof Uri) {
    const files = Array.isArray(chosen) ? chosen.filter((one) => one instanceof Uri) : [clicked];
    for (const file of files) await importSource(desk, await sourceIn(desk, file), askForKey);
  } else {
    const title = l10n.t('Import as a readout');
    await importSource(desk, await chooseSource(desk, title, openText()), askForKey);
  }
}

/** Import from Clipboard: the same of what was copied last, without a question where none is needed. */
export async function importCopied(desk: Desk): Promise<void> {
  await importSource(desk, await takeCopied(), keyOrAnother);
}

async function importSource(
  desk: Desk,
  source: Source | undefined,
  nameFor: (folder: Uri, made: Imported) => Promise<string | undefined>,
): Promise<void> {
  if (!source) return;
  const made = await madeOf(desk, source);
  if (!made) return;
  const folder = source.file?.folder ?? folderInUse();
  if (!folder) {
    await showUnsaved(made.text);
    return;
  }
  const key = source.file ? made.key : await nameFor(folder, made);
  if (key) await write(folder, key, made.text);
}

async function madeOf(
  desk: Desk,
  { text, file, address, lang }: Source,
): Promise<Imported | undefined> {
  const params: ImportParams = {
    ...{
      text,
      ...(file && { name: file.name }),
      ...(address && { address }),
      ...(lang && { lang }),
    },
  };
  const made = granted(desk, await desk.ask('readout/import', params));
  if (!made?.broken) return made;
  const choice = await window.showQuickPick(waysWith(made.broken), {
    title: file?.name ?? l10n.t('Import as a readout'),
    placeHolder: l10n.t('Some paragraphs read as broken by the end of a page'),
    ignoreFocusOut: true,
  });
  if (!choice?.joinPages) return choice && made;
  return granted(desk, await desk.ask('readout/import', { ...params, joinPages: true }));
}

interface Way extends QuickPickItem {
  readonly joinPages: boolean;
}

const waysWith = (broken: number): Way[] => [
  {
    label: l10n.t('Leave the Text as It Is'),
    detail: l10n.t('A mark that goes over such a break is written in two parts.'),
    joinPages: false,
  },
  {
    label: l10n.t('Join Paragraphs Broken by Pages'),
    description: broken === 1 ? l10n.t('1 place') : l10n.t('{0} places', broken),
    detail: l10n.t(
      'Page numbers in between go. What is recorded as the source is the text that results.',
    ),
    joinPages: true,
  },
];
