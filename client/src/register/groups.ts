import type {
  RegisterDocumentShown,
  RegisterMark,
  RegisterMarkOutline,
} from '../../../server/src/protocol/register-shown.ts';
import { fitsFilter } from '../filter.ts';

/** By what the register can be grouped, in the order in which that is offered. */
export const groupings = ['status', 'party', 'document', 'series', 'kind'] as const;
export type Grouping = (typeof groupings)[number];

export const isGrouping = (given: unknown): given is Grouping =>
  groupings.some((one) => one === given);

/** A mark with the document it stands in; of many no more is known at first than what they are grouped by. */
export interface Item<M extends RegisterMarkOutline = RegisterMarkOutline> {
  readonly sheet: RegisterDocumentShown;
  readonly mark: M;
}

/** A mark of which everything is known. */
export type WholeItem = Item<RegisterMark>;

export const isWhole = (item: Item): item is WholeItem => 'words' in item.mark;

export interface Group {
  readonly by: Grouping;
  /** What its marks have in common: a status, a name, the address of a document; empty where they lack it. */
  readonly key: string;
  readonly items: readonly Item[];
}

/** Every mark, in the order of dates over all collections. */
export const itemsOf = <M extends RegisterMarkOutline>(
  sheets: readonly (RegisterDocumentShown & { readonly marks: readonly M[] })[],
): Item<M>[] =>
  [...sheets]
    .sort((a, b) => compare(a.date ?? '', b.date ?? ''))
    .flatMap((sheet) => sheet.marks.map((mark) => ({ sheet, mark })));

/**
 * Marks by what they have in common, each group in the order given. What binds two parties stands under both.
 * What asks for action comes first: the overdue, of them what has been due for longest, the newest document,
 * commitments; names go by the alphabet. By party only marks can be grouped of which everything is known.
 */
export function groupsOf(items: readonly Item[], by: Grouping): Group[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item, by)) {
      const others = groups.get(key);
      if (others) others.push(item);
      else groups.set(key, [item]);
    }
  }
  const overdue = by === 'status' ? groups.get('overdue') : undefined;
  overdue?.sort((a, b) => compare(a.mark.dueBy ?? '', b.mark.dueBy ?? ''));
  return [...groups].map(([key, own]) => ({ by, key, items: own })).sort(inOrder);
}

const nothing = [''];

function keysOf(item: Item, by: Grouping): readonly string[] {
  const { sheet, mark } = item;
  switch (by) {
    case 'status':
      return [mark.status];
    case 'party':
      return isWhole(item) && item.mark.actors.length ? [...new Set(item.mark.actors)] : nothing;
    case 'document':
      return [sheet.uri];
    case 'series':
      return [sheet.series ?? ''];
    case 'kind':
      return [mark.kind];
  }
}

const first: Partial<Record<Grouping, readonly string[]>> = {
  status: ['overdue', 'standing', 'breached', 'fulfilled', 'superseded'],
  kind: ['commitment', 'position', 'request'],
};

function inOrder(a: Group, b: Group): number {
  // Who or what lacks a name comes last.
  if (!a.key || !b.key) return a.key ? -1 : b.key ? 1 : 0;
  if (a.by === 'document') return compare(dateOf(b), dateOf(a)) || compare(a.key, b.key);
  const order = first[a.by] ?? [];
  const place = ({ key }: Group) => (order.includes(key) ? order.indexOf(key) : order.length);
  return place(a) - place(b) || a.key.localeCompare(b.key);
}

const dateOf = ({ items }: Group): string => items[0]?.sheet.date ?? '';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Whether a mark has every word of a filter: in its own words, its name, who is bound, its document, or what
 * its kind and status are called where it is shown.
 */
export const fits = (
  { sheet, mark }: WholeItem,
  filter: string,
  shown: readonly string[],
): boolean =>
  fitsFilter(
    [
      ...[mark.words, mark.name, mark.kind, mark.status, mark.verb, mark.due, ...mark.actors],
      ...[sheet.title, sheet.date, sheet.series, ...shown],
    ],
    filter,
  );

/** What stands behind the words of a mark, what matters most first: `2032-06 · Ardenia, Shiomi · will`. */
export function detailOf({ mark }: WholeItem): string {
  const { actors, verb, due } = mark;
  const shown = actors.length > 2 ? [...actors.slice(0, 1), `+${actors.length - 1}`] : actors;
  return [due, shown.join(', '), verb].filter(Boolean).join(' · ');
}
