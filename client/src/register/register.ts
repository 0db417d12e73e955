import {
  commands,
  type Disposable,
  type Event,
  EventEmitter,
  type ExtensionContext,
  l10n,
  MarkdownString,
  type QuickPickItem,
  type TreeDataProvider,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type {
  RegisterOutline,
  RegisterSheet,
} from '../../../server/src/protocol/register-shown.ts';
import type { Ask } from '../ask.ts';
import { commandsInMarkdown } from '../commands/links.ts';
import { reading } from '../reading.ts';
import { completed } from './completed.ts';
import {
  fits,
  type Grouping,
  groupings,
  groupsOf,
  isGrouping,
  itemsOf,
  type WholeItem,
} from './groups.ts';
import { groupItem, markItem, moreItem, type Node, namesOf } from './tree-items.ts';

/** Where the workspace keeps by what the register is grouped. */
const memory = 'register.grouping';

/** So many marks of a group are shown at once: an editor takes long for tens of thousands. */
const most = 500;

/** Up to so many marks are shown with all groups open. */
const few = 100;

/** The view of the register, and what its commands do. */
export interface Register extends Disposable {
  readonly group: () => Promise<void>;
  readonly filter: () => Promise<void>;
  readonly clearFilter: () => void;
  readonly showMore: (group: unknown) => void;
}

export function registerView(
  { workspaceState }: Pick<ExtensionContext, 'workspaceState'>,
  client: BaseLanguageClient,
  ask: Ask,
  changed: Event<void>,
): Register {
  const renewed = new EventEmitter<void>();
  const common = {
    ...{ client, changed },
    edition: () => ask('readout/edition', {}),
    renewed: () => renewed.fire(),
    during: (work: Promise<void>) =>
      void window.withProgress({ location: { viewId: 'readout.register' } }, () => work),
  };
  const outline = reading<RegisterOutline>({
    ...common,
    ask: (partialResultToken, token) =>
      ask('readout/registerOutline', { partialResultToken }, token),
    isLooking: () => view.visible && !needsAll(),
  });
  const whole = reading<RegisterSheet>({
    ...common,
    ask: (partialResultToken, token) => ask('readout/register', { partialResultToken }, token),
    isLooking: () => view.visible && needsAll(),
  });
  /** How many of a group are shown, where that is more than the first. */
  const shown = new Map<string, number>();
  let filter = '';

  const grouping = (): Grouping => {
    const kept = workspaceState.get(memory);
    return isGrouping(kept) ? kept : 'status';
  };

  /** What is looked for in words, and who is bound, is known of marks that have been read only. */
  const needsAll = (): boolean => filter !== '' || grouping() === 'party';

  async function groups(): Promise<Node[]> {
    const items = needsAll() ? filtered(itemsOf(await whole.all())) : itemsOf(await outline.all());
    if (!filter) tellOverdue(items.filter(({ mark }) => mark.status === 'overdue').length);
    return groupsOf(items, grouping()).map((group) => ({ is: 'group', group }));
  }

  function filtered(all: readonly WholeItem[]): readonly WholeItem[] {
    const items = filter ? all.filter((item) => fits(item, filter, namesOf(item.mark))) : all;
    // Where the view is the only one beside the text, its description is not shown.
    view.message = filter && l10n.t('{0} of {1} have “{2}”.', items.length, all.length, filter);
    return items;
  }

  async function marksIn({ group }: Node & { readonly is: 'group' }): Promise<Node[]> {
    const count = shown.get(`${group.by} ${group.key}`) ?? most;
    const left = group.items.length - count;
    const items = await completed(ask, group.items.slice(0, count));
    const marks = items.map((item): Node => ({ is: 'mark', group, item }));
    return left > 0 ? [...marks, { is: 'more', group, left }] : marks;
  }

  const provider: TreeDataProvider<Node> = {
    onDidChangeTreeData: renewed.event,
    getChildren: (node) => {
      if (!node) return groups();
      return node.is === 'group' ? marksIn(node) : [];
    },
    getTreeItem: (node) => {
      if (node.is === 'group') return groupItem(node.group, node.group.items.length <= few);
      if (node.is === 'more') return moreItem(node.group, node.left);
      return markItem(node.group, node.item);
    },
    resolveTreeItem: async (item, node, token) => {
      if (node.is !== 'mark') return item;
      const { sheet, mark } = node.item;
      const said = await ask('readout/markHover', { uri: sheet.uri, range: mark.range }, token);
      if (said) {
        const tooltip = new MarkdownString(said);
        tooltip.isTrusted = { enabledCommands: commandsInMarkdown };
        item.tooltip = tooltip;
      }
      return item;
    },
  };
  const view = window.createTreeView('readout.register', {
    treeDataProvider: provider,
    showCollapseAll: true,
  });

  /** Reads anew what is shown now, where it has changed since it was read. */
  function lookAgain(): void {
    outline.lookAgain();
    whole.lookAgain();
  }

  function tellOverdue(count: number): void {
    const tooltip = count === 1 ? l10n.t('1 overdue') : l10n.t('{0} overdue', count);
    view.badge = count ? { value: count, tooltip } : undefined;
  }

  function setFilter(words: string): void {
    filter = words.trim();
    view.description = filter && `“${filter}”`;
    void commands.executeCommand('setContext', 'readout.registerIsFiltered', filter !== '');
    if (!filter) view.message = '';
    shown.clear();
    renewed.fire();
    lookAgain();
  }

  const subscriptions = [
    ...[renewed, outline, whole, view],
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) lookAgain();
    }),
  ];

  return {
    group: async () => {
      const chosen = await chooseGrouping(grouping());
      if (!chosen) return;
      await workspaceState.update(memory, chosen);
      shown.clear();
      renewed.fire();
      lookAgain();
    },
    filter: async () => {
      const words = await window.showInputBox({
        title: l10n.t('Filter the register'),
        prompt: l10n.t('Words of a mark, a name, a party, a date, a title'),
        value: filter,
      });
      if (words !== undefined) setFilter(words);
    },
    clearFilter: () => setFilter(''),
    showMore: (group) => {
      if (typeof group !== 'string') return;
      shown.set(group, (shown.get(group) ?? most) + most);
      renewed.fire();
    },
    dispose: () => {
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

interface GroupingItem extends QuickPickItem {
  readonly grouping: Grouping;
}

async function chooseGrouping(current: Grouping): Promise<Grouping | undefined> {
  const names: Record<Grouping, string> = {
    status: l10n.t('Status'),
    party: l10n.t('Party'),
    document: l10n.t('Document'),
    series: l10n.t('Series'),
    kind: l10n.t('Kind'),
  };
  const items = groupings.map((grouping): GroupingItem => {
    const isCurrent = grouping === current;
    return {
      grouping,
      label: names[grouping],
      ...(isCurrent && { description: l10n.t('as it is now') }),
    };
  });
  const chosen = await window.showQuickPick(items, { title: l10n.t('Group the register by') });
  return chosen?.grouping;
}
