import { env, l10n, type QuickPickItem, TabInputText, Uri, window, workspace } from 'vscode';
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

/** Lets the reader say where the text is: in one of these that are open, on the clipboard, in a file. */
export async function chooseSource(
  title: string,
  open: readonly Uri[],
): Promise<Source | undefined> {
  const choices: Choice[] = open.map((uri) => ({
    label: l10n.t('The text that is open'),
    detail: nameOf(uri),
    take: async () => untitledText(uri) ?? sourceIn(uri),
  }));
  choices.push({ label: l10n.t('What was copied last'), take: takeCopied });
  choices.push({ label: l10n.t('A file with plain text…'), take: () => chooseFile(title) });
  const placeHolder = l10n.t('Where does the text come from');
  const chosen = await window.showQuickPick(choices, { title, placeHolder });
  return chosen?.take();
}

/** The text in front of the reader, unless it is a readout already. */
export function openText(): Uri[] {
  const open = window.activeTextEditor?.document;
  return open && !isReadout(open) && open.getText().trim() ? [open.uri] : [];
}

/** The plain texts in the tabs of the window. */
export function openTexts(): Uri[] {
  const inputs = window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
  const uris = inputs.flatMap((input) => (input instanceof TabInputText ? [input.uri] : []));
  const isPlain = (uri: Uri): boolean => {
    const document = documentAt(uri);
    if (document && (isReadout(document) || !document.getText().trim())) return false;
    return uri.scheme === 'untitled' || /(?<!\.readout)\.(?:txt|text|md)$/i.test(uri.path);
  };
  const first = (uri: Uri, index: number): boolean =>
    uris.findIndex((other) => other.toString() === uri.toString()) === index;
  return uris.filter(first).filter(isPlain);
}

const documentAt = (uri: Uri) =>
  workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());

/** The text of what has no file yet. */
function untitledText(uri: Uri): Source | undefined {
  const document = documentAt(uri);
  return document?.isUntitled ? { text: document.getText() } : undefined;
}

// Asked for when it is wanted and not before: a browser may ask the reader whether that is allowed.
async function takeCopied(): Promise<Source | undefined> {
  const text = await env.clipboard.readText();
  if (text.trim()) return { text };
  void window.showInformationMessage(l10n.t('There is no text on the clipboard.'));
  return undefined;
}

async function chooseFile(title: string): Promise<Source | undefined> {
  const [file] =
    (await window.showOpenDialog({
      filters: { [l10n.t('Plain text')]: ['txt', 'text', 'md'] },
      title,
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
      l10n.t('{0} cannot be read as text in UTF-8. Save it as that and try again.', name),
    );
    return undefined;
  }
}
