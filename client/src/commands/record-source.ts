import { l10n, type QuickPickItem, window } from 'vscode';
import { isReadout } from '../options.ts';
import type { Desk } from './desk.ts';
import { applyAnswer, granted } from './edit.ts';
import { chooseFile } from './sources.ts';

/** Where a source comes from, as the reader says; `text` is that of a file. */
interface Origin {
  readonly source?: string;
  readonly text?: string;
}

/** Record Source…: writes into the front matter where the text was taken from, and its fingerprint. */
export async function recordSource(desk: Desk): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor || !isReadout(editor.document)) return;
  const { uri } = editor.document;
  const origin = await askForOrigin(desk);
  if (!origin) return;
  const { version } = editor.document;
  const made = granted(
    desk,
    await desk.ask('readout/recordSource', { uri: uri.toString(), ...origin }),
  );
  if (!made || (made.differs && !(await isWantedAllTheSame(origin.source ?? '')))) return;
  if (!(await applyAnswer(desk, editor, version, made.edit))) return;
  void window.setStatusBarMessage(
    l10n.t('The source is recorded. Any change of a word in it will be noticed.'),
    8000,
  );
}

interface OriginItem extends QuickPickItem {
  readonly ask: () => Thenable<Origin | undefined>;
}

async function askForOrigin(desk: Desk): Promise<Origin | undefined> {
  const title = l10n.t('Record source');
  const items: OriginItem[] = [
    {
      label: l10n.t('An address…'),
      detail: l10n.t('Where the text was published; it is shown and never fetched'),
      ask: askForAddress,
    },
    {
      label: l10n.t('A file…'),
      detail: l10n.t('The one it was taken from; its words are compared with those here'),
      ask: async () => {
        const source = await chooseFile(desk, title);
        return source && { source: source.file?.name ?? '', text: source.text };
      },
    },
    {
      label: l10n.t('Only the fingerprint'),
      detail: l10n.t('So that any change of a word is noticed'),
      ask: async () => ({}),
    },
  ];
  const placeHolder = l10n.t('Where was this text taken from');
  const chosen = await window.showQuickPick(items, { title, placeHolder });
  return chosen?.ask();
}

async function askForAddress(): Promise<Origin | undefined> {
  const source = await window.showInputBox({
    title: l10n.t('Record source'),
    prompt: l10n.t('The address it was taken from. It is shown and never fetched.'),
    placeHolder: 'https://',
    validateInput: (text) =>
      /^https?:\/\/\S+$/i.test(text.trim())
        ? undefined
        : l10n.t('An address begins with https:// and has no blanks.'),
  });
  return source === undefined ? undefined : { source: source.trim() };
}

async function isWantedAllTheSame(name: string): Promise<boolean> {
  const record = l10n.t('Record All the Same');
  const said = await window.showWarningMessage(
    l10n.t('The text in {0} is not the one that stands here.', name),
    {
      modal: true,
      detail: l10n.t(
        'At least one character is different, more than line ends. To put the text of the file under your annotations, take over a revised source instead.',
      ),
    },
    record,
  );
  return said === record;
}
