import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type {
  UnlinkedPlaceShown,
  UnlinkedSort,
} from '../../../server/src/protocol/unlinked-shown.ts';
import { kindIcon } from '../kind-icon.ts';
import { shortened } from '../shortened.ts';
import { documentsIn, type InDocument, keyOf, type Meant, placesIn } from './gathered.ts';

/** What is shown in the tree: a sort, what is meant, a document that speaks of it, its words there, and more. */
export type Node =
  | { readonly is: 'sort'; readonly sort: UnlinkedSort; readonly all: readonly Meant[] | undefined }
  | { readonly is: 'meant'; readonly meant: Meant }
  | { readonly is: 'document'; readonly meant: Meant; readonly document: InDocument }
  | PlaceNode
  | { readonly is: 'more'; readonly key: string; readonly left: number };

export interface PlaceNode {
  readonly is: 'place';
  readonly meant: Meant;
  readonly document: InDocument;
  readonly place: UnlinkedPlaceShown;
}

const { Collapsed, Expanded, None } = TreeItemCollapsibleState;

/** Longer names are cut, and of a mark all but its first words, so that the counts behind are seen; a tip has the whole. */
const longest = 40;
const longestWords = 24;

/** Before the words so much of their sentence is shown that they are seen in a narrow window, too. */
const before = 12;

export function sortItem({ sort, all }: Node & { readonly is: 'sort' }, isOpen: boolean): TreeItem {
  const label = sortName(sort);
  const item = new TreeItem(label, isOpen && sort === 'entity' ? Expanded : Collapsed);
  item.id = sort;
  item.iconPath = new ThemeIcon(sortIcons[sort]);
  item.description = all ? countsOf(placesIn(all), documentsIn(all)) : l10n.t('open to look');
  item.tooltip = all ? `${label}: ${countsOf(placesIn(all), documentsIn(all))}` : lookTip();
  item.accessibilityInformation = { label: item.tooltip };
  return item;
}

export function meantItem(meant: Meant): TreeItem {
  const { shown, documents, places, sort } = meant;
  const label = nameOf(meant);
  const widest = sort === 'restatement' ? longestWords : longest;
  const item = new TreeItem(shortened(label, widest), Collapsed);
  item.id = keyOf(meant);
  // Numbers alone, in the order of the language: more words would be cut off.
  item.description = l10n.t('{0}× in {1}', places, documents.length);
  item.iconPath = sort === 'document' ? new ThemeIcon('file') : kindIcon({ kind: '', ...shown });
  item.contextValue = `meant ${menuOf(meant)}`;
  const counts = countsOf(places, documents.length);
  item.tooltip = [
    label,
    [shown.kind && l10n.t(shown.kind), shown.date].filter(Boolean).join(', '),
    counts,
  ]
    .filter(Boolean)
    .join('\n');
  item.accessibilityInformation = {
    label: [label, shown.kind && l10n.t(shown.kind), shown.date, counts].filter(Boolean).join(', '),
  };
  return item;
}

export function documentItem(meant: Meant, { sheet, places }: InDocument): TreeItem {
  const { uri, title, date } = sheet;
  // A title is long, and would push the date out of sight.
  const label = [date, title].filter(Boolean).join(' · ');
  const item = new TreeItem(
    shortened(label, longest),
    meant.documents.length > 1 ? Collapsed : Expanded,
  );
  item.id = `${keyOf(meant)} ${uri}`;
  item.description = `${places}`;
  item.iconPath = new ThemeIcon('file-text');
  item.contextValue = `document ${menuOf(meant)}`;
  item.tooltip = `${label}\n${placesWords(places)}`;
  item.accessibilityInformation = { label: `${label}, ${placesWords(places)}` };
  return item;
}

export function placeItem({ meant, document, place }: PlaceNode): TreeItem {
  const { range, words } = place;
  const lead = leading(place.before);
  const label = shortened(`${lead}${words}${place.after}`.trimEnd(), 160);
  // Beyond the end of the label nothing would be highlighted at all.
  const end = Math.min(lead.length + words.length, label.length);
  const item = new TreeItem({ label, highlights: [[lead.length, end]] }, None);
  const { line, character } = range.start;
  item.id = `${keyOf(meant)} ${document.sheet.uri} ${line}:${character}`;
  item.tooltip = `${place.before}${words}${place.after}`.trim();
  item.contextValue = `place ${menuOf(meant)}`;
  item.command = {
    command: 'readout.goTo',
    title: l10n.t('Open'),
    arguments: [document.sheet.uri, range],
  };
  item.accessibilityInformation = { label: `${words}: ${item.tooltip}` };
  return item;
}

/** What the menus go by: what may be one of several cannot be linked without asking at each place. */
const menuOf = ({ sort, shown }: Meant): string =>
  sort === 'entity' && shown.names.length !== 1 ? 'unsure' : sort;

/** The last words before those that are meant. */
function leading(text: string): string {
  const start = text.trimStart();
  if (start.length <= before) return start;
  return `…${start.slice(-before).replace(/^\S{0,12}\s|^[\uDC00-\uDFFF]/, '')}`;
}

export function moreItem(key: string, left: number): TreeItem {
  const title = l10n.t('Show more ({0} left)', left);
  const item = new TreeItem(title);
  item.id = `${key} more`;
  item.iconPath = new ThemeIcon('ellipsis');
  item.command = { command: 'readout.showMoreOfMentions', title, arguments: [key] };
  return item;
}

/** What is meant, in words. */
export const nameOf = ({ shown: { names } }: Meant): string =>
  names.length > 1 ? names.join(l10n.t(' or ')) : (names[0] ?? '');

export const countsOf = (places: number, documents: number): string =>
  l10n.t('{0} in {1}', placesWords(places), documentsWords(documents));

const placesWords = (count: number): string =>
  count === 1 ? l10n.t('1 place') : l10n.t('{0} places', count);

const documentsWords = (count: number): string =>
  count === 1 ? l10n.t('1 document') : l10n.t('{0} documents', count);

const sortIcons: Readonly<Record<UnlinkedSort, string>> = {
  entity: 'tag',
  document: 'files',
  restatement: 'history',
  backreference: 'reply',
  unmarked: 'bookmark',
};

function sortName(sort: UnlinkedSort): string {
  const names: Record<UnlinkedSort, string> = {
    entity: l10n.t('Names'),
    document: l10n.t('Documents'),
    restatement: l10n.t('Said Again'),
    backreference: l10n.t('Going Back'),
    unmarked: l10n.t('Unmarked Commitments'),
  };
  return names[sort];
}

const lookTip = (): string =>
  l10n.t('This collection is large, so these are looked for when you open them.');
