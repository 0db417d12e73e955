import { l10n, type QuickPickItem, window } from 'vscode';
import type { MergeChoice } from '../../../server/src/protocol/requests.ts';
import type { Desk } from './desk.ts';
import { applyAnswer, granted } from './edit.ts';

interface ChoiceItem extends QuickPickItem {
  readonly id: string;
}

/** Merge Two Entities…: makes the entity under the cursor one with another, which keeps its id. */
export async function merge(desk: Desk): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const { uri, version } = editor.document;
  const position = desk.client.code2ProtocolConverter.asPosition(editor.selection.active);
  const asked = await desk.ask('readout/mergeChoices', { uri: uri.toString(), position });
  const choices = granted(desk, asked);
  if (!choices) return;
  const { entity, others } = choices;
  const chosen = await window.showQuickPick(others.map(itemOf), {
    title: l10n.t('Merge {0} into…', entity.name),
    placeHolder: l10n.t('The one that stays; the other’s names become its aliases'),
    matchOnDescription: true,
  });
  if (!chosen) return;
  const params = { uri: uri.toString(), id: entity.id, into: chosen.id };
  await applyAnswer(desk, editor, version, await desk.ask('readout/merge', params));
}

const itemOf = ({ id, name, kind }: MergeChoice): ChoiceItem => ({
  label: name,
  description: `${id} · ${l10n.t(kind)}`,
  id,
});
