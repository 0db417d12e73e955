import { l10n, type QuickPickItem, window } from 'vscode';
import type { Meant } from './gathered.ts';
import { countsOf, nameOf } from './tree-items.ts';

interface MeantItem extends QuickPickItem {
  readonly meant: Meant;
}

/** Lets the reader choose one of the entities that are named and not linked; those that are found come as they are. */
export async function chooseMeant(
  latest: () => Promise<readonly Meant[]>,
  whole: () => Promise<void>,
): Promise<Meant | undefined> {
  const picker = window.createQuickPick<MeantItem>();
  picker.title = l10n.t('Link all mentions of…');
  picker.placeholder = l10n.t('A name; you see each place before anything is linked');
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.busy = true;
  const show = async () => {
    picker.items = (await latest()).filter(({ shown }) => shown.names.length === 1).map(itemOf);
  };
  void show()
    .then(whole)
    .then(show)
    .then(() => {
      picker.busy = false;
      if (!picker.items.length) picker.placeholder = l10n.t('No name is unlinked');
    });
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]?.meant);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

function itemOf(meant: Meant): MeantItem {
  const { shown, places, documents } = meant;
  return {
    label: nameOf(meant),
    description: [shown.kind && l10n.t(shown.kind), countsOf(places, documents.length)]
      .filter(Boolean)
      .join(' · '),
    detail: shown.also.join(', '),
    meant,
  };
}
