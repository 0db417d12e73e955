import { env, l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import { isReadout } from '../options.ts';
import { nameOf } from './places.ts';

/** A text as somebody has it. */
export interface Source {
  readonly text: string;
  /** The name of its file and the folder beside it; absent for what comes from the clipboard. */
  readonly file?: { readonly name: string; readonly folder: Uri };
}

interface Choice extends QuickPickItem {
  readonly take: () => Thenable<Source | undefined>;
}

/** Lets the reader say where the text is: in front of them, on the clipboard, in a file. */
export async function chooseSource(): Promise<Source | undefined> {
  const open = window.activeTextEditor?.document;
  const choices: Choice[] = [];
  if (open && !isReadout(open) && open.getText().trim()) {
    const take = async () => (open.isUntitled ? { text: open.getText() } : sourceIn(open.uri));
    choices.push({ label: l10n.t('The text that is open'), detail: nameOf(open.uri), take });
  }
  choices.push({ label: l10n.t('What was copied last'), take: takeCopied });
  choices.push({ label: l10n.t('A file with plain text…'), take: chooseFile });
  const chosen = await window.showQuickPick(choices, {
    title: l10n.t('Import as a readout'),
    placeHolder: l10n.t('Where does the text come from'),
  });
  return chosen?.take();
}

// Asked for when it is wanted and not before: a browser may ask the reader whether that is allowed.
async function takeCopied(): Promise<Source | undefined> {
  const text = await env.clipboard.readText();
  if (text.trim()) return { text };
  void window.showInformationMessage(l10n.t('There is no text on the clipboard.'));
  return undefined;
}

async function chooseFile(): Promise<Source | undefined> {
  const [file] =
    (await window.showOpenDialog({
      filters: { [l10n.t('Plain text')]: ['txt', 'text', 'md'] },
      title: l10n.t('Import as a readout'),
    })) ?? [];
  return file && sourceIn(file);
}

/** The text of a file, byte order mark and line ends as they are; says why where there is none. */
export async function sourceIn(uri: Uri): Promise<Source | undefined> {
  const name = nameOf(uri);
  try {
    const bytes = await workspace.fs.readFile(uri);
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, file: { name, folder: Uri.joinPath(uri, '..') } };
  } catch {
    void window.showErrorMessage(
      l10n.t('{0} cannot be read as text in UTF-8. Save it as that and import it again.', name),
    );
    return undefined;
  }
}
