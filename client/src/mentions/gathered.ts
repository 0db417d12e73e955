import type {
  UnlinkedSheet,
  UnlinkedSort,
  UnlinkedTargetShown,
} from '../../../server/src/protocol/unlinked-shown.ts';
import { fitsFilter } from '../filter.ts';

/** What may be unlinked, in the order in which it is shown. */
export const sorts = ['entity', 'document', 'restatement', 'backreference', 'unmarked'] as const;

/** Something that documents speak of and do not link: an entity, a document, an earlier mark. */
export interface Meant {
  readonly sort: UnlinkedSort;
  readonly shown: UnlinkedTargetShown;
  /** The newest first. */
  readonly documents: readonly InDocument[];
  /** In all documents. */
  readonly places: number;
}

export interface InDocument {
  readonly sheet: UnlinkedSheet;
  readonly places: number;
}

/** Names it in all that is shown, whatever else is there. */
export const keyOf = ({ sort, shown }: Meant): string =>
  `${sort} ${shown.collection} ${shown.target}`;

/** What sheets tell, by what is meant: what most documents speak of comes first, then what has most places. */
export function meantIn(sort: UnlinkedSort, sheets: readonly UnlinkedSheet[]): Meant[] {
  const all: { shown: UnlinkedTargetShown; documents: InDocument[]; places: number }[] = [];
  for (const sheet of sheets) {
    for (const shown of sheet.targets ?? []) all.push({ shown, documents: [], places: 0 });
    for (const { target, places } of sheet.found) {
      const one = all[target];
      one?.documents.push({ sheet, places });
      if (one) one.places += places;
    }
  }
  return all
    .filter(({ places }) => places > 0)
    .map((one) => ({ sort, ...one, documents: one.documents.sort(newestFirst) }))
    .sort(mostFirst);
}

const newestFirst = ({ sheet: a }: InDocument, { sheet: b }: InDocument): number =>
  compare(b.date ?? '', a.date ?? '') || compare(a.uri, b.uri);

const mostFirst = (a: Meant, b: Meant): number =>
  b.documents.length - a.documents.length ||
  b.places - a.places ||
  (a.shown.names[0] ?? '').localeCompare(b.shown.names[0] ?? '');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Those that have every word of a filter in their names or in a document that speaks of them. `kindName` gives
 * a kind in the reader's language: whoever filters writes what is shown, or what stands in the codebook.
 */
export const filtered = (
  all: readonly Meant[],
  filter: string,
  kindName: (kind: string) => string,
): Meant[] => (filter ? all.flatMap((meant) => narrowed(meant, filter, kindName)) : [...all]);

function narrowed(meant: Meant, filter: string, kindName: (kind: string) => string): Meant[] {
  const { names, also, kind, date } = meant.shown;
  const own = [...names, ...also, kind, kind && kindName(kind), date];
  if (fitsFilter(own, filter)) return [meant];
  const documents = meant.documents.filter(({ sheet }) =>
    fitsFilter([...own, sheet.title, sheet.date], filter),
  );
  return documents.length ? [{ ...meant, documents, places: placesIn(documents) }] : [];
}

/** At how many places, all in all. */
export const placesIn = (all: readonly { readonly places: number }[]): number =>
  all.reduce((sum, { places }) => sum + places, 0);

/** In how many documents, each counted once. */
export const documentsIn = (all: readonly Meant[]): number =>
  new Set(all.flatMap(({ documents }) => documents.map(({ sheet }) => sheet.uri))).size;
