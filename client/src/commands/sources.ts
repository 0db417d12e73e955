import { env, l10n, type QuickPickItem, TabInputText, Uri, window, workspace } from 'vscode';
import { isPdf } from '../is-pdf.ts';
import { isReadout } from '../options.ts';
import { complain, say } from '../say.ts';
import type { Desk } from './desk.ts';
import { nameOf } from './places.ts';

/** A text as somebody has it. */
export interface Source {
  readonly text: string;
  /** The name of its file and the folder beside it; absent for what comes from the clipboard. */
  readonly file?: { readonly name: string; readonly folder: Uri };
  /** The address that the file gives as its own. */
  readonly address?: string;
  /** The language that the file says it is in. */
  readonly lang?: string;
}

interface Choice extends QuickPickItem {
  readonly take: () => Thenable<Source | undefined>;
}

/** Lets the reader say where the text is: in one of these that are open, on the clipboard, in a file. */
export async function chooseSource(
  desk: Desk,
  title: string,
  open: readonly Uri[],
): Promise<Source | undefined> {
  const choices: Choice[] = open.map((uri) => ({
    label: l10n.t('The text that is open'),
    detail: nameOf(uri),
    take: async () => untitledText(uri) ?? sourceIn(desk, uri),
  }));
  choices.push({ label: l10n.t('What was copied last'), take: takeCopied });
  choices.push({
    label: l10n.t('A file…'),
    detail: l10n.t('Plain text, a web page that was saved, or a document (.docx, .odt, .pdf)'),
    take: () => chooseFile(desk, title),
  });
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
export async function takeCopied(): Promise<Source | undefined> {
  const text = await env.clipboard.readText();
  if (text.trim()) return { text };
  say(l10n.t('There is no text on the clipboard.'));
  return undefined;
}

/** Lets the reader choose a file, and takes its text. */
export async function chooseFile(desk: Desk, title: string): Promise<Source | undefined> {
  const [file] =
    (await window.showOpenDialog({
      filters: {
        [l10n.t('Texts, web pages, documents')]: [
          ...['txt', 'text', 'md', 'html', 'htm', 'xhtml', 'docx', 'odt', 'pdf'],
        ],
      },
      title,
    })) ?? [];
  return file && sourceIn(desk, file);
}

/** What is no plain text, though its words can be taken, or told why not. */
const published = /\.(?:html?|xhtml|docx?|docm|dotx|rtf|pdf|odt|mht|mhtml|eml|msg)$/i;
/** More than any text may have, in bytes; what is larger need not be read to know that. */
const largest = 64 * 1024 * 1024;

/** The text of a file, plain or taken from a page or a document; says why where there is none. */
export async function sourceIn(desk: Desk, uri: Uri): Promise<Source | undefined> {
  const name = nameOf(uri);
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size > largest) return refuse(l10n.t('{0} is larger than 64 MB.', name));
    const bytes = await workspace.fs.readFile(uri);
    const taken =
      published.test(uri.path) || isPdf(bytes) ? await desk.convert({ bytes, name }) : plain(bytes);
    if (!taken) return undefined;
    if ('refused' in taken) return refuse(`${name}: ${taken.refused}`);
    return { ...taken, file: { name, folder: Uri.joinPath(uri, '..') } };
  } catch {
    return refuse(
      l10n.t('{0} cannot be read as text in UTF-8. Save it as that and try again.', name),
    );
  }
}

/** Byte order mark and line ends as they are. Throws where it is not UTF-8. */
const plain = (bytes: Uint8Array): { readonly text: string } => ({
  text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
});

function refuse(why: string): undefined {
  complain(why);
}
