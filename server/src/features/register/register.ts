import { isStatement } from '../../core/codebook/kinds.ts';
import { continuationOf } from '../../core/reading/parse.ts';
import { eachDefinition, eachMention } from '../../core/snapshot/packed-summary.ts';
import { documentOf, type Entry, type Snapshot } from '../../core/snapshot/snapshot.ts';
import { earlierFirst } from '../../core/threads/member.ts';
import { type RegisterDocument, type RegisterRelation, type RegisterRow, rowOf } from './row.ts';

export interface RegisterOptions {
  /** Which kinds of marks to take, by name; without it all registered ones but evidence. */
  readonly takes?: (kind: string) => boolean;
}

/** So many rows come at once, at most: a document may hold thousands. */
const most = 100;

/**
 * The register of a collection: commitments, positions, requests, and what the codebook registers beside
 * them. In order of date, those without one first, then of document and place; a mark in parts once, a
 * later one of equal ids too. It comes in pieces, one a document or more, empty where a document has
 * nothing to show: between two of them others can be served. A snapshot never changes, so the whole is true.
 * @param asOf the day that `due` is judged against, `YYYY-MM-DD`; without one nothing is overdue
 */
export function* registerOf(
  snapshot: Snapshot,
  asOf: string | undefined = snapshot.asOf,
  { takes = (kind) => isStatement(snapshot.codebook, kind) }: RegisterOptions = {},
): Generator<readonly RegisterRow[]> {
  for (const entry of [...snapshot.entries.values()].sort(earlierFirst)) {
    const wanted = wantedIn(entry, takes);
    if (wanted.length) yield* rowsOf(snapshot, entry, wanted, asOf);
    else yield [];
  }
}

/** Which of a document's definitions are of these kinds: most documents are not read for what they lack. */
export function wantedIn({ summary }: Entry, takes: (kind: string) => boolean): number[] {
  const wanted: number[] = [];
  eachDefinition(summary, (index, kind) => {
    if (takes(kind)) wanted.push(index);
  });
  return wanted;
}

function* rowsOf(
  snapshot: Snapshot,
  entry: Entry,
  wanted: readonly number[],
  asOf: string | undefined,
): Generator<readonly RegisterRow[]> {
  const { key, summary } = entry;
  const { title, date, series } = summary;
  const source: RegisterDocument = { key, title, date, series };
  const document = documentOf(entry);
  const relations = relationsIn(entry);
  for (let at = 0; at < wanted.length; at += most) {
    yield wanted.slice(at, at + most).flatMap((index) => {
      // Definitions are the marks of the document in their order.
      const mark = document.marks[index];
      if (!mark || continuationOf(mark)) return [];
      const place = { entry, document, index, mark, relations: relations.get(index) ?? none };
      return rowOf(snapshot, source, place, asOf);
    });
  }
}

const none: readonly never[] = Object.freeze([]);

/** What the marks of a document say of others, by their index. */
function relationsIn({ summary }: Entry): ReadonlyMap<number, readonly RegisterRelation[]> {
  const relations = new Map<number, RegisterRelation[]>();
  eachMention(summary, (role, via, _from, _to, mark, name) => {
    if (role !== 'relation') return;
    const known = relations.get(mark);
    if (known) known.push({ via, name: name() });
    else relations.set(mark, [{ via, name: name() }]);
  });
  return relations;
}
