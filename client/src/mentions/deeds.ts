import { l10n, type QuickPickItem, window, workspace } from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import type {
  MendUnlinkedParams,
  UnlinkedChoice,
} from '../../../server/src/protocol/unlinked-shown.ts';
import type { Desk } from '../commands/desk.ts';
import { granted } from '../commands/edit.ts';
import { say } from '../say.ts';
import type { Node } from './tree-items.ts';

export type MentionDeed = MendUnlinkedParams['deed'];

/** Does something with what a row shows: at its place, in its document, or wherever it is meant. */
export async function mend(desk: Desk, node: Node, deed: MentionDeed): Promise<void> {
  const params = paramsOf(node, deed);
  if (!params) return;
  const answer = granted(desk, await asking(desk, params));
  if (!answer?.choices.length) return;
  const chosen = await choose(answer.choices);
  if (chosen) await carryOut(desk, chosen.edit);
}

function paramsOf(node: Node, deed: MentionDeed): MendUnlinkedParams | undefined {
  if (node.is === 'sort' || node.is === 'more') return undefined;
  const { sort, shown } = node.meant;
  const { sheet } = node.is === 'meant' ? (node.meant.documents[0] ?? {}) : node.document;
  if (!sheet) return undefined;
  const range = node.is === 'place' ? { range: node.place.range } : {};
  return { uri: sheet.uri, sort, target: shown.target, deed, ...range };
}

const asking = ({ ask }: Desk, params: MendUnlinkedParams) => ask('readout/mendUnlinked', params);

interface ChoiceItem extends QuickPickItem {
  readonly choice: UnlinkedChoice;
}

/** What is meant where that is not sure. */
async function choose(choices: readonly UnlinkedChoice[]): Promise<UnlinkedChoice | undefined> {
  if (choices.length === 1) return choices[0];
  const items = choices.map((choice): ChoiceItem => ({ label: choice.title, choice }));
  const chosen = await window.showQuickPick(items, { title: l10n.t('Which is meant?') });
  return chosen?.choice;
}

/** Makes the edit, unless a text has changed since; what is to be confirmed the editor shows first. */
async function carryOut({ client }: Desk, edit: WorkspaceEdit): Promise<void> {
  const isCurrent = edit.documentChanges?.every(isOfCurrentText) ?? true;
  const made = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  const asks = Object.values(edit.changeAnnotations ?? {}).some((one) => one.needsConfirmation);
  if (isCurrent && asks) sayHow();
  const isDone = isCurrent && (await workspace.applyEdit(made));
  // Whoever leaves the preview knows that nothing was done.
  if (isDone || (isCurrent && asks)) return;
  say(l10n.t('The text changed meanwhile, so nothing was done. Please try again.'));
}

/** The editor shows what is to be confirmed with nothing ticked, and its button does nothing then. */
const sayHow = (): void =>
  say(
    l10n.t(
      'Nothing is done yet. Tick the places that are meant, or whole files, in the preview, and press Apply.',
    ),
  );

/** Whether the text is as it was: in another the ranges would cut words apart. */
function isOfCurrentText(change: NonNullable<WorkspaceEdit['documentChanges']>[number]): boolean {
  if (!('textDocument' in change)) return true;
  const { uri, version } = change.textDocument;
  const open = workspace.textDocuments.find((one) => one.uri.toString() === uri);
  return version === null || !open || open.version === version;
}
