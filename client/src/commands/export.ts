import { commands, env, l10n, type QuickPickItem, UIKind, Uri, window, workspace } from 'vscode';
import type { Exported, ExportParams } from '../../../server/src/protocol/exported.ts';
import { isReadout } from '../options.ts';
import { complain, say } from '../say.ts';
import type { Desk } from './desk.ts';
import { granted } from './edit.ts';
import { nameOf } from './places.ts';

interface FormatItem extends QuickPickItem {
  readonly format: ExportParams['format'];
  /** Without its dot. */
  readonly ending: string;
}

/** Export Register…: writes the register of the collection that is shown, else of all, where the reader says. */
export async function exportRegister(desk: Desk): Promise<void> {
  const chosen = await window.showQuickPick(formats(), {
    title: l10n.t('Export register'),
    placeHolder: l10n.t('How is it to be written'),
  });
  if (!chosen) return;
  const { format, ending, label } = chosen;
  const shown = window.activeTextEditor?.document;
  const collection = shown && isReadout(shown) ? { collectionOf: shown.uri.toString() } : {};
  const made = granted(desk, await desk.ask('readout/export', { format, ...collection }));
  if (!made) return;
  if (!made.marks) {
    say(nothingFor(format));
    return;
  }
  const defaultUri = proposed(ending, shown?.uri);
  const target = await window.showSaveDialog({
    title: l10n.t('Export register'),
    filters: { [label]: [ending] },
    ...(defaultUri && { defaultUri }),
  });
  if (target && (await isWritten(target, made.text))) await offerToOpen(target, made, format);
}

const formats = (): FormatItem[] => [
  {
    label: 'CSV',
    description: l10n.t('for Excel and other spreadsheets'),
    detail: l10n.t('A row for each commitment, position or request and each party to it'),
    ...{ format: 'csv', ending: 'csv' },
  },
  {
    label: 'HTML',
    description: l10n.t('to read, print and hand in'),
    detail: l10n.t('One page by document, with links from a promise to what became of it'),
    ...{ format: 'html', ending: 'html' },
  },
  {
    label: 'iCalendar',
    description: l10n.t('for a calendar'),
    detail: l10n.t('A day for each commitment that has a day it is due by'),
    ...{ format: 'ics', ending: 'ics' },
  },
  {
    label: 'JSON',
    description: l10n.t('for programs'),
    detail: l10n.t(
      'An entry for each commitment, position or request, with all that is known of it',
    ),
    ...{ format: 'json', ending: 'json' },
  },
  {
    label: 'Mermaid',
    description: l10n.t('a drawing, for notes and pages'),
    detail: l10n.t('The marks that refer to each other, with arrows from the later to the earlier'),
    ...{ format: 'mermaid', ending: 'mmd' },
  },
  {
    label: 'GraphML',
    description: l10n.t('for programs that draw networks'),
    detail: l10n.t('All marks of the register and their relations'),
    ...{ format: 'graphml', ending: 'graphml' },
  },
  {
    label: 'JSON-LD',
    description: l10n.t('Web Annotations, for programs'),
    detail: l10n.t('All annotations, with their places in the texts as issued'),
    ...{ format: 'jsonld', ending: 'jsonld' },
  },
];

function nothingFor(format: ExportParams['format']): string {
  if (format === 'ics') return l10n.t('Nothing was written: no mark here has a day it is due by.');
  if (format === 'mermaid') {
    return l10n.t('Nothing was written: no mark here says anything of another.');
  }
  if (format === 'jsonld') return l10n.t('Nothing was written: nothing here is annotated.');
  return l10n.t(
    'The register is empty: no words here are marked as a commitment, a position or a request.',
  );
}

/** Beside the readouts; without a folder the dialog begins where it likes. */
function proposed(ending: string, shown: Uri | undefined): Uri | undefined {
  const own = shown && workspace.getWorkspaceFolder(shown);
  const folder = own ?? workspace.workspaceFolders?.[0];
  return folder && Uri.joinPath(folder.uri, `register.${ending}`);
}

// The dialog has asked whether a file that is there may be replaced.
async function isWritten(target: Uri, text: string): Promise<boolean> {
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(text));
    return true;
  } catch {
    complain(l10n.t('{0} could not be written.', nameOf(target)));
    return false;
  }
}

async function offerToOpen(
  target: Uri,
  { marks, readouts, missing }: Exported,
  format: ExportParams['format'],
): Promise<void> {
  const open = l10n.t('Open');
  const name = nameOf(target);
  const done =
    format === 'jsonld'
      ? l10n.t('{0} holds {1} annotations of {2} readouts.', name, marks, readouts)
      : l10n.t('{0} holds {1} marks of {2} readouts.', name, marks, readouts);
  const lacks = l10n.t('It lacks what could not be read: {0}.', missing.join(', '));
  const said = missing.length
    ? await window.showWarningMessage(`${done} ${lacks}`, open)
    : await window.showInformationMessage(done, open);
  if (said === open) await openFile(target);
}

/** Opens a table or a page in the program that it is for, where there is one; anything else in the editor. */
async function openFile(target: Uri): Promise<void> {
  const isHere = target.scheme === 'file' && !env.remoteName && env.uiKind === UIKind.Desktop;
  const hasProgram = /\.(csv|html)$/.test(target.path);
  if (isHere && hasProgram && (await env.openExternal(target))) return;
  await commands.executeCommand('vscode.open', target);
}
