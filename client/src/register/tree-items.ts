import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { RegisterMark } from '../../../server/src/protocol/register-shown.ts';
import { kindIcon } from '../kind-icon.ts';
import { shortened } from '../shortened.ts';
import { detailOf, type Group, type Grouping, type Item, type WholeItem } from './groups.ts';

/** What is shown in the tree: a group, a mark in it, and the line that shows more of them. */
export type Node =
  | { readonly is: 'group'; readonly group: Group }
  | { readonly is: 'mark'; readonly group: Group; readonly item: WholeItem }
  | { readonly is: 'more'; readonly group: Group; readonly left: number };

/** Longer names of groups are cut, so that the count behind them is seen. */
const longestName = 80;

/**
 * Of a mark no more than its first words, so that when it is due, or else who is bound, is seen in a narrow window,
 * too. A tip has the whole.
 */
const longestWords = { due: 22, open: 26 };

export function groupItem({ by, key, items }: Group, isOpen: boolean): TreeItem {
  const label = groupName(by, key, items[0]);
  const { Collapsed, Expanded } = TreeItemCollapsibleState;
  const item = new TreeItem(shortened(label, longestName), isOpen ? Expanded : Collapsed);
  item.id = `${by} ${key}`;
  item.description = `${items.length}`;
  const icon = groupIcon(by, key, items[0]);
  if (icon) item.iconPath = icon;
  item.accessibilityInformation = { label: `${label}, ${countOf(items.length)}` };
  return item;
}

export function markItem(group: Group, item: WholeItem): TreeItem {
  const { sheet, mark } = item;
  const longest = mark.due ? longestWords.due : longestWords.open;
  const shown = new TreeItem(shortened(mark.words, longest) || mark.name || mark.kind);
  const { line, character } = mark.range.start;
  shown.id = `${group.by} ${group.key} ${sheet.uri} ${line}:${character}`;
  const isNews = group.by !== 'status' && mark.status !== 'standing';
  const status = isNews ? [statusName(mark.status).toLowerCase()] : [];
  shown.description = [...status, detailOf(item)].filter(Boolean).join(' · ');
  shown.iconPath = kindIcon(mark);
  shown.contextValue = 'mark';
  shown.command = {
    command: 'readout.goTo',
    title: l10n.t('Open'),
    arguments: [sheet.uri, mark.range],
  };
  shown.accessibilityInformation = { label: aloud(item) };
  return shown;
}

export function moreItem({ by, key }: Group, left: number): TreeItem {
  const item = new TreeItem(l10n.t('Show more ({0} left)', left));
  item.id = `${by} ${key} more`;
  item.iconPath = new ThemeIcon('ellipsis');
  item.command = {
    command: 'readout.showMoreOfRegister',
    title: l10n.t('Show more ({0} left)', left),
    arguments: [`${by} ${key}`],
  };
  return item;
}

/** How many marks there are, in words. */
export const countOf = (count: number): string =>
  count === 1 ? l10n.t('1 mark') : l10n.t('{0} marks', count);

export function statusName(status: RegisterMark['status']): string {
  const names = {
    overdue: l10n.t('Overdue'),
    standing: l10n.t('Standing'),
    breached: l10n.t('Breached'),
    fulfilled: l10n.t('Fulfilled'),
    superseded: l10n.t('Superseded'),
  };
  return names[status];
}

/** What the kind and the status of a mark are called. */
export const namesOf = ({ kind, status }: RegisterMark): readonly string[] => [
  l10n.t(kind),
  statusName(status),
];

function groupName(by: Grouping, key: string, first: Item | undefined): string {
  if (by === 'status') return statusName(key as RegisterMark['status']);
  // A title is long, and would push the date out of sight.
  if (by === 'document') return [first?.sheet.date, first?.sheet.title].filter(Boolean).join(' · ');
  if (by === 'party') return key || l10n.t('Nobody is named');
  if (by === 'series') return key || l10n.t('In no series');
  const kind = l10n.t(key);
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
}

const statusIcons: Readonly<Record<string, readonly [icon: string, color?: string]>> = {
  overdue: ['warning', 'list.warningForeground'],
  standing: ['circle-large-outline'],
  breached: ['error', 'list.errorForeground'],
  fulfilled: ['pass', 'testing.iconPassed'],
  superseded: ['history'],
};

const groupIcons: Readonly<Partial<Record<Grouping, string>>> = {
  party: 'organization',
  document: 'file',
  series: 'calendar',
};

function groupIcon(by: Grouping, key: string, first: Item | undefined): ThemeIcon | undefined {
  if (by === 'kind') return first && kindIcon(first.mark);
  const [icon = groupIcons[by], color] = by === 'status' ? (statusIcons[key] ?? []) : [];
  return icon ? new ThemeIcon(icon, color ? new ThemeColor(color) : undefined) : undefined;
}

/** A mark as it is read aloud: its words first. */
function aloud({ sheet, mark }: WholeItem): string {
  const { words, kind, status, verb, actors, due } = mark;
  const about = [l10n.t(kind), statusName(status).toLowerCase(), verb, ...actors];
  const when = due ? [l10n.t('due {0}', due)] : [];
  return [words, ...about, ...when, sheet.date, sheet.title].filter(Boolean).join(', ');
}
