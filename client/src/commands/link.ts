import {
  CancellationTokenSource,
  l10n,
  type QuickPickItem,
  QuickPickItemKind,
  window,
} from 'vscode';
import type {
  LinkChoice,
  LinkChoices,
  RangeParams,
} from '../../../server/src/protocol/requests.ts';
import { isReadout } from '../options.ts';
import type { Desk } from './desk.ts';
import { applyAnswer, granted, sayNoWords, selected } from './edit.ts';

interface ChoiceItem extends QuickPickItem {
  readonly target?: string;
}

/** How long to wait for the next key before asking, in milliseconds. */
const pause = 120;

/** Link Selection to…: lets the selected words point at an entity, a mark or a document. */
export async function link(desk: Desk): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor || !isReadout(editor.document)) return sayNoWords();
  const { version } = editor.document;
  const params = selected(desk, editor);
  const first = granted(desk, await desk.ask('readout/linkChoices', { ...params, query: '' }));
  if (!first) return;
  const target = await choose(desk, params, first);
  if (target === undefined) return;
  const edit = await desk.ask('readout/link', { ...params, target });
  await applyAnswer(desk, editor, version, edit);
}

function choose(desk: Desk, params: RangeParams, first: LinkChoices): Promise<string | undefined> {
  const picker = window.createQuickPick<ChoiceItem>();
  picker.title = l10n.t('Link to…');
  picker.placeholder = l10n.t('A name, some words, a date');
  picker.items = itemsOf(first);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = new CancellationTokenSource();

  const search = async (query: string) => {
    asked.cancel();
    asked = new CancellationTokenSource();
    const { token } = asked;
    picker.busy = true;
    const found = await desk.ask('readout/linkChoices', { ...params, query }, token);
    if (token.isCancellationRequested) return;
    picker.busy = false;
    if (found && !('refused' in found)) picker.items = itemsOf(found);
  };

  picker.onDidChangeValue((query) => {
    clearTimeout(timer);
    timer = setTimeout(() => void search(query), pause);
  });
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      const target = picker.selectedItems[0]?.target;
      if (target === undefined) return;
      resolve(target);
      picker.hide();
    });
    picker.onDidHide(() => {
      clearTimeout(timer);
      asked.cancel();
      picker.dispose();
      resolve(undefined);
    });
    picker.show();
  });
}

/** Grouped under headings; the server has searched, so the editor must not filter a second time. */
function itemsOf({ items, more }: LinkChoices): ChoiceItem[] {
  const headings: Record<LinkChoice['group'], string> = {
    entity: l10n.t('people, places and other names'),
    mark: l10n.t('marks'),
    document: l10n.t('documents'),
  };
  const grouped = (Object.keys(headings) as LinkChoice['group'][]).flatMap((group) => {
    const inGroup = items.filter((item) => item.group === group);
    if (inGroup.length === 0) return [];
    const heading = { label: headings[group], kind: QuickPickItemKind.Separator };
    return [heading, ...inGroup.map((item) => ({ ...item, alwaysShow: true }))];
  });
  if (!more) return grouped;
  const hint = l10n.t('There are more: write another word of what you look for');
  return [...grouped, { label: hint, kind: QuickPickItemKind.Separator }];
}
