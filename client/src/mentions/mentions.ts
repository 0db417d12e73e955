import {
  commands,
  type Disposable,
  type Event,
  EventEmitter,
  l10n,
  type TreeDataProvider,
  window,
} from 'vscode';
import type { UnlinkedSheet, UnlinkedSort } from '../../../server/src/protocol/unlinked-shown.ts';
import type { Desk } from '../commands/desk.ts';
import { type Reading, reading } from '../reading.ts';
import { chooseMeant } from './choose.ts';
import { type MentionDeed, mend } from './deeds.ts';
import { filtered, keyOf, type Meant, meantIn, placesIn, sorts } from './gathered.ts';
import { documentItem, meantItem, moreItem, type Node, placeItem, sortItem } from './tree-items.ts';

const viewId = 'readout.mentions';

/** So many rows below another are shown at once: an editor takes long for tens of thousands. */
const most = 500;

/** Names are shown at once where they are no more than this: what comes below them should be seen, too. */
const open = 30;

/** With so many documents, the rest beside names is looked for without being asked: it takes half a second. */
const few = 300;

/** The view of what is named and not linked, and what its commands do. */
export interface Mentions extends Disposable {
  /** Does something with a row; without one with that which is selected. */
  readonly mend: (row: unknown, deed: MentionDeed) => Promise<void>;
  /** Links what a row shows, as far as it goes: its place, all in its document, all in the collection. */
  readonly link: (row: unknown) => Promise<void>;
  readonly linkAllOf: () => Promise<void>;
  readonly filter: () => Promise<void>;
  readonly clearFilter: () => void;
  readonly showMore: (key: unknown) => void;
}

export function mentionsView(desk: Desk, changed: Event<void>): Mentions {
  const { client, ask } = desk;
  const renewed = new EventEmitter<void>();
  const readings = new Map(sorts.map((sort) => [sort, readingOf(sort)]));
  /** The sorts that somebody has opened. */
  const opened = new Set<UnlinkedSort>(['entity']);
  /** How many rows below another are shown, where that is more than the first. */
  const shown = new Map<string, number>();
  let filter = '';
  let isLarge: boolean | undefined;

  function readingOf(sort: UnlinkedSort): Reading<UnlinkedSheet> {
    return reading<UnlinkedSheet>({
      ...{ client, changed },
      edition: () => ask('readout/edition', {}),
      ask: (partialResultToken, token) =>
        ask('readout/unlinked', { sort, partialResultToken }, token),
      isLooking: () => view.visible,
      // Names are counted anew only where a text has changed; the others are many together, and take long.
      rest: sort === 'entity' ? 1 : 16,
      renewed: () => renewed.fire(),
      during: (work) => void window.withProgress({ location: { viewId } }, () => work),
    });
  }

  const read = (sort: UnlinkedSort) => readings.get(sort) as Reading<UnlinkedSheet>;
  // Sheets stay the same list until they are read anew, and rows are asked for again and again.
  const gathered = new WeakMap<readonly UnlinkedSheet[], { length: number; all: Meant[] }>();

  async function meantOf(sort: UnlinkedSort): Promise<Meant[]> {
    const sheets = await read(sort).all(isLarge === false);
    const before = gathered.get(sheets);
    if (before?.length === sheets.length) return before.all;
    const all = meantIn(sort, sheets);
    gathered.set(sheets, { length: sheets.length, all });
    return all;
  }

  const fitting = (all: readonly Meant[]) => filtered(all, filter, (kind) => l10n.t(kind));

  async function roots(): Promise<Node[]> {
    const count = await ask('readout/howMany', {});
    if (count !== undefined) isLarge = count > few;
    if (isLarge === false) for (const sort of sorts) opened.add(sort);
    const nodes = await Promise.all(
      sorts.map(async (sort): Promise<Node & { readonly is: 'sort' }> => {
        if (!opened.has(sort)) return { is: 'sort', sort, all: undefined };
        return { is: 'sort', sort, all: fitting(await meantOf(sort)) };
      }),
    );
    const isRead = sorts.every((sort) => read(sort).isWhole());
    void commands.executeCommand('setContext', 'readout.mentionsAreRead', isRead);
    const found = placesIn(nodes.flatMap(({ all = [] }) => all));
    // Where the view is the only one beside the text, its description is not shown.
    view.message = filter && !found ? l10n.t('Nothing has “{0}”.', filter) : '';
    return nodes.filter(({ all }) => !all || all.length > 0);
  }

  async function below(node: Node): Promise<Node[]> {
    switch (node.is) {
      case 'sort': {
        const isNew = !opened.has(node.sort);
        opened.add(node.sort);
        const all = node.all ?? fitting(await meantOf(node.sort));
        // Its own row says how many there are.
        if (isNew) renewed.fire();
        // Nothing tells what these mean, so their documents come at once.
        if (node.sort === 'backreference' || node.sort === 'unmarked')
          return all.flatMap(documentsOf);
        return limited(
          node.sort,
          all.map((meant): Node => ({ is: 'meant', meant })),
        );
      }
      case 'meant':
        return documentsOf(node.meant);
      case 'document':
        return placesOf(node);
      default:
        return [];
    }
  }

  const documentsOf = (meant: Meant): Node[] =>
    limited(
      keyOf(meant),
      meant.documents.map((document): Node => ({ is: 'document', meant, document })),
    );

  async function placesOf(node: Node & { readonly is: 'document' }): Promise<Node[]> {
    const { meant, document } = node;
    const { uri } = document.sheet;
    const there = { uri, sort: meant.sort, target: meant.shown.target };
    const places = (await ask('readout/unlinkedPlaces', there)) ?? [];
    const key = `${keyOf(meant)} ${uri}`;
    return limited(
      key,
      places.map((place): Node => ({ is: 'place', meant, document, place })),
    );
  }

  function limited(key: string, all: Node[]): Node[] {
    const count = shown.get(key) ?? most;
    const left = all.length - count;
    return left > 0 ? [...all.slice(0, count), { is: 'more', key, left }] : all;
  }

  const provider: TreeDataProvider<Node> = {
    onDidChangeTreeData: renewed.event,
    getChildren: (node) => (node ? below(node) : roots()),
    getTreeItem: (node) => {
      if (node.is === 'sort') return sortItem(node, !isLarge && (node.all?.length ?? 0) <= open);
      if (node.is === 'meant') return meantItem(node.meant);
      if (node.is === 'document') return documentItem(node.meant, node.document);
      return node.is === 'place' ? placeItem(node) : moreItem(node.key, node.left);
    },
  };
  const view = window.createTreeView(viewId, {
    treeDataProvider: provider,
    showCollapseAll: true,
  });

  function setFilter(words: string): void {
    filter = words.trim();
    view.description = filter && `“${filter}”`;
    void commands.executeCommand('setContext', 'readout.mentionsAreFiltered', filter !== '');
    shown.clear();
    renewed.fire();
  }

  const rowOf = (row: unknown): Node | undefined =>
    row && typeof row === 'object' && 'is' in row ? (row as Node) : view.selection[0];

  const subscriptions = [
    ...[renewed, view, ...readings.values()],
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) for (const one of readings.values()) one.lookAgain();
    }),
  ];

  const mendRow = async (row: unknown, deed?: MentionDeed): Promise<void> => {
    const node = rowOf(row);
    if (node) await mend(desk, node, deed ?? linking[node.is]);
  };

  return {
    mend: mendRow,
    link: (row) => mendRow(row),
    linkAllOf: async () => {
      const meant = await chooseMeant(() => meantOf('entity'), read('entity').whole);
      if (meant) await mend(desk, { is: 'meant', meant }, 'link-everywhere');
    },
    filter: async () => {
      const words = await window.showInputBox({
        title: l10n.t('Filter the mentions'),
        prompt: l10n.t('Words of a name, an alias, a kind, a date, a title'),
        value: filter,
      });
      if (words !== undefined) setFilter(words);
    },
    clearFilter: () => setFilter(''),
    showMore: (key) => {
      if (typeof key !== 'string') return;
      shown.set(key, (shown.get(key) ?? most) + most);
      renewed.fire();
    },
    dispose: () => {
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

/** How far a row goes. */
const linking: Readonly<Record<Node['is'], MentionDeed>> = {
  sort: 'link',
  meant: 'link-everywhere',
  document: 'link-here',
  place: 'link',
  more: 'link',
};
