import type { Codebook } from '../../core/codebook/codebook.ts';
import { unlinkedMentions } from '../../core/mentions/mentions.ts';
import type { Restatement } from '../../core/restatements/restatements.ts';
import { wordsOfMark } from '../../core/snapshot/mark-words.ts';
import { definitionNumber } from '../../core/snapshot/packed-summary.ts';
import { documentOf, type Entry, type Snapshot } from '../../core/snapshot/snapshot.ts';
import { findingsOfRule } from '../../rules/findings.ts';
import type { Reported } from '../../rules/rule.ts';
import { unmarkedCommitment } from '../../rules/unmarked-commitment.ts';
import { findingsOfCodes } from '../actions/fixes.ts';
import { linkable } from '../actions/link-all.ts';

/**
 * What a text may say without linking it, and the code of the findings that tell of it; and what it promises and
 * nobody has marked.
 */
export const unlinkedCodes = {
  ...linkable,
  backreference: 'unlinked-backreference',
  unmarked: unmarkedCommitment.code,
} as const;

export type UnlinkedSort = keyof typeof unlinkedCodes;

export const isUnlinkedSort = (given: unknown): given is UnlinkedSort =>
  typeof given === 'string' && Object.hasOwn(unlinkedCodes, given);

/** What one document says of one sort and does not link. */
export interface UnlinkedIn {
  readonly entry: Entry;
  /** In order of their first places. */
  readonly found: readonly UnlinkedCount[];
}

export interface UnlinkedCount {
  /**
   * What is meant, to be asked for again: ids of entities with blanks between them where a name may mean each,
   * `key#` a document, the address and number of an earlier mark; empty for words that tell only that they go back,
   * and for what is not marked.
   */
  readonly target: string;
  /** At how many places. */
  readonly places: number;
}

/**
 * Finds what the documents of a collection say and do not link, of one sort, as their findings tell it: what is
 * ignored is not among it. Yields once a document, nothing where nothing is found, so that whoever asks can let
 * others go first.
 */
export function* unlinkedOf(
  snapshot: Snapshot,
  sort: UnlinkedSort,
): Generator<UnlinkedIn | undefined> {
  const foundIn = known[sort] ? keptIn : countIn;
  for (const entry of snapshot.entries.values()) {
    const found = foundIn(snapshot, entry, sort);
    yield found.length ? { entry, found } : undefined;
  }
}

type Counted = WeakMap<Entry, { codebook: Codebook; found: readonly UnlinkedCount[] }>;

/** Some hang on the text and the codebook alone, so they are counted anew only where one of them is another. */
const known: Readonly<Partial<Record<UnlinkedSort, Counted>>> = {
  entity: new WeakMap(),
  unmarked: new WeakMap(),
};

function keptIn(snapshot: Snapshot, entry: Entry, sort: UnlinkedSort): readonly UnlinkedCount[] {
  const { codebook } = snapshot;
  const before = known[sort]?.get(entry);
  if (before?.codebook === codebook) return before.found;
  const found = countIn(snapshot, entry, sort);
  known[sort]?.set(entry, { codebook, found: found.length ? found : none });
  return found;
}

const none: readonly never[] = Object.freeze([]);

function countIn(snapshot: Snapshot, entry: Entry, sort: UnlinkedSort): readonly UnlinkedCount[] {
  const findings = findingsOfSort(snapshot, entry, sort);
  if (!findings.length) return none;
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const target = targetOf(finding, sort);
    counts.set(target, (counts.get(target) ?? 0) + 1);
  }
  if (sort === 'entity' && snapshot.codebook.mentions !== 'all') countAll(snapshot, entry, counts);
  return [...counts].map(([target, places]) => ({ target, places }));
}

/** The findings that tell of one sort. What is not marked is found though the rule is off: here somebody asks. */
export const findingsOfSort = (
  snapshot: Snapshot,
  entry: Entry,
  sort: UnlinkedSort,
): readonly Reported[] =>
  sort === 'unmarked'
    ? findingsOfRule(snapshot, entry, unmarkedCommitment)
    : findingsOfCodes(snapshot, entry, new Set([unlinkedCodes[sort]]));

/** Where only the first place of each name is told, the others count as well. */
function countAll({ codebook }: Snapshot, entry: Entry, counts: Map<string, number>): void {
  for (const { mention, others } of unlinkedMentions(documentOf(entry), codebook)) {
    const target = mention.ids.join(' ');
    if (counts.has(target)) counts.set(target, 1 + others.length);
  }
}

/** What a finding of a sort is about. */
export function targetOf({ data, target = '' }: Reported, sort: UnlinkedSort): string {
  if (sort === 'entity') return (data as { readonly ids: readonly string[] }).ids.join(' ');
  if (sort === 'document') return target;
  if (sort === 'backreference' || sort === 'unmarked') return '';
  const { uri, index } = (data as Restatement).statement;
  return `${uri} ${index}`;
}

/** What is meant, as it is shown. */
export interface UnlinkedTarget {
  /** A name, a title, the words of a mark; of what may mean one of several the names of all. */
  readonly names: readonly string[];
  /** The kind of the entity or mark; empty for a document, and where several are of different kinds. */
  readonly kind: string;
  /** The day of a document, or of that of a mark, `YYYY-MM-DD`. */
  readonly date: string | undefined;
  /** What else it is called, and its id: to be looked for. */
  readonly also: readonly string[];
}

/** Tells what is meant by a target; without a name for what only goes back or is not marked, and for what is gone. */
export function unlinkedTarget(
  snapshot: Snapshot,
  sort: UnlinkedSort,
  target: string,
): UnlinkedTarget {
  if (sort === 'entity') return entitiesMeant(snapshot, target.split(' '));
  if (sort === 'document') return documentMeant(snapshot, target.slice(0, -1));
  return sort === 'restatement' ? markMeant(snapshot, target) : nothing;
}

const nothing: UnlinkedTarget = { names: [], kind: '', date: undefined, also: [] };

function entitiesMeant({ codebook }: Snapshot, ids: readonly string[]): UnlinkedTarget {
  const meant = ids.flatMap((id) => codebook.entities.get(id) ?? []);
  const kinds = new Set(meant.map(({ kind }) => kind));
  return {
    names: meant.map(({ name }) => name),
    kind: kinds.size === 1 ? (meant[0]?.kind ?? '') : '',
    date: undefined,
    also: meant.flatMap(({ id, aliases }) => [id, ...aliases.map(({ text }) => text)]),
  };
}

function documentMeant(snapshot: Snapshot, key: string): UnlinkedTarget {
  const entry = snapshot.entries.get(snapshot.keys.get(key)?.[0] ?? '');
  const { title, date } = entry?.summary ?? {};
  return { names: [title ?? key], kind: '', date, also: [key] };
}

function markMeant({ entries }: Snapshot, target: string): UnlinkedTarget {
  const at = target.lastIndexOf(' ');
  const entry = entries.get(target.slice(0, at));
  const definition = entry && definitionNumber(entry.summary, Number(target.slice(at + 1)));
  if (!entry || !definition) return nothing;
  const { own, title, date } = entry.summary;
  return {
    names: [wordsOfMark(entry, definition)],
    kind: definition.kind,
    date,
    also: [definition.id && `${own}#${definition.id}`, title ?? ''].filter(Boolean),
  };
}
