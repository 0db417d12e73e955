import { isStatement } from '../../core/codebook/kinds.ts';
import type { Document, Mark } from '../../core/document.ts';
import { actorName, heldBy } from '../../core/marks/bound.ts';
import { dueOf, type Status, statusBy } from '../../core/marks/status.ts';
import { verbOfMark } from '../../core/marks/verb.ts';
import { continuationOf } from '../../core/reading/parse.ts';
import { wordsOfMark } from '../../core/snapshot/mark-words.ts';
import { kindAt, nameAt } from '../../core/snapshot/packed-summary.ts';
import {
  documentOf,
  type Entry,
  type Mentioned,
  type Snapshot,
} from '../../core/snapshot/snapshot.ts';
import type { Span } from '../../core/text.ts';
import { earlierFirst } from '../../core/threads/member.ts';
import { sentences, verbOfMark as verbIn } from '../../core/verbs/mark-verb.ts';
import type { Verb } from '../../core/verbs/verbs.ts';
import { mentionedBy } from '../index/mentioned.ts';
import { wantedIn } from './register.ts';

/** What a list is put in groups and in order by. */
export interface OutlinedMark {
  /** Which of the definitions of its document it is. */
  readonly index: number;
  readonly kind: string;
  /** The last day of its `due`, `YYYY-MM-DD`; undefined where it sets none. */
  readonly dueBy: string | undefined;
  readonly status: Status['is'];
}

/** A mark as a list shows it: a part of what its row in the register says, which takes far less time to find. */
export interface ListedMark extends OutlinedMark {
  /** The words of the mark, of one in parts those of its first; UTF-16 offsets in the document. */
  readonly span: Span;
  /** `key#id`; undefined for a mark that nothing can point at. */
  readonly name: string | undefined;
  readonly words: string;
  /** Names of who is bound, or whose it is. */
  readonly actors: readonly string[];
  /** The lemma that its force goes by. */
  readonly verb: string | undefined;
  /** As written. */
  readonly due: string | undefined;
}

/** Some marks of a document in their order. */
export interface Listed<M> {
  readonly entry: Entry;
  readonly marks: readonly M[];
}

/** So many marks come at once, at most: a document may hold thousands. */
const most = 100;

/**
 * What the register of a collection lists, in its order. It comes in pieces: nothing where a document has nothing
 * to show, so that others can be served in between.
 * @param asOf the day that `due` is judged against, `YYYY-MM-DD`; without one nothing is overdue
 */
export function* listingOf(
  snapshot: Snapshot,
  asOf: string | undefined = snapshot.asOf,
): Generator<Listed<ListedMark> | undefined> {
  for (const entry of [...snapshot.entries.values()].sort(earlierFirst)) {
    const wanted = wantedIn(entry, takenBy(snapshot));
    if (!wanted.length) yield undefined;
    const document = wanted.length ? documentOf(entry) : undefined;
    for (let at = 0; document && at < wanted.length; at += most) {
      yield { entry, marks: listed(snapshot, entry, document, wanted.slice(at, at + most), asOf) };
    }
  }
}

/** Some marks of a document, by their numbers, as the list shows them; what is not there is left out. */
export function listedMarks(
  snapshot: Snapshot,
  uri: string,
  indexes: readonly number[],
  asOf: string | undefined = snapshot.asOf,
): Listed<ListedMark> | undefined {
  const entry = snapshot.entries.get(uri);
  return entry && { entry, marks: listed(snapshot, entry, documentOf(entry), indexes, asOf) };
}

/**
 * The same list with nothing but what it is put in groups and in order by, those documents first in which something
 * is due: whoever looks sees early what asks for action. Only these are read; of the others the summaries tell.
 */
export function* outlineOf(
  snapshot: Snapshot,
  asOf: string | undefined = snapshot.asOf,
): Generator<Listed<OutlinedMark> | undefined> {
  const takes = takenBy(snapshot);
  for (const entry of dueFirst([...snapshot.entries.values()].sort(earlierFirst))) {
    const wanted = wantedIn(entry, takes);
    yield wanted.length ? { entry, marks: outlined(snapshot, entry, wanted, asOf) } : undefined;
  }
}

const takenBy =
  ({ codebook }: Snapshot) =>
  (kind: string): boolean =>
    isStatement(codebook, kind);

function dueFirst(entries: readonly Entry[]): Entry[] {
  const due = entries.filter(({ text }) => text.includes('due='));
  return due.length ? [...new Set([...due, ...entries])] : [...entries];
}

function outlined(
  snapshot: Snapshot,
  entry: Entry,
  wanted: readonly number[],
  asOf: string | undefined,
): OutlinedMark[] {
  const { codebook } = snapshot;
  const isPlain = !/due=|continues=/.test(entry.text);
  const marks = isPlain ? undefined : documentOf(entry);
  return wanted.flatMap((index): OutlinedMark[] => {
    const mark = marks?.marks[index];
    if (mark && continuationOf(mark)) return [];
    const due = marks && mark && dueOf(codebook, marks, mark);
    const { is: status, due: dueBy } = statusBy(due, mentionsOfMark(snapshot, entry, index), asOf);
    return [{ index, kind: kindAt(entry.summary, index), dueBy, status }];
  });
}

function mentionsOfMark(snapshot: Snapshot, entry: Entry, index: number): readonly Mentioned[] {
  const own = nameAt(entry.summary, index);
  return own === undefined ? none : mentionedBy(snapshot, own);
}

const none: readonly never[] = Object.freeze([]);

function listed(
  snapshot: Snapshot,
  entry: Entry,
  document: Document,
  indexes: readonly number[],
  asOf: string | undefined,
): ListedMark[] {
  return indexes.flatMap((index) => {
    // Definitions are the marks of the document in their order.
    const mark = document.marks[index];
    const isHead = mark && !continuationOf(mark);
    return isHead ? listedMark(snapshot, { entry, document, index, mark }, asOf) : [];
  });
}

interface Place {
  readonly entry: Entry;
  readonly document: Document;
  readonly index: number;
  readonly mark: Mark;
}

function listedMark(snapshot: Snapshot, place: Place, asOf: string | undefined): ListedMark {
  const { codebook } = snapshot;
  const { entry, document, index, mark } = place;
  const own = nameAt(entry.summary, index);
  const due = dueOf(codebook, document, mark);
  const verb = verbOf(snapshot, place);
  const { is: status, due: dueBy } = statusBy(due, mentionsOfMark(snapshot, entry, index), asOf);
  return {
    index,
    span: mark.words,
    // A document without a key goes by its URI, which no reference can spell.
    name: entry.key === undefined ? undefined : own,
    kind: mark.kind?.text ?? '',
    words: wordsOfMark(entry, {
      ...mark.words,
      id: own === undefined ? '' : (mark.id?.text ?? ''),
    }),
    actors: heldBy(document, mark).actors.map((id) => actorName(codebook, id)),
    verb: (verb?.force ?? verb)?.lemma,
    due,
    dueBy,
    status,
  };
}

/** Of a closed document nothing is asked again, so nothing is remembered either: that would cost more than it saves. */
const verbOf = ({ codebook }: Snapshot, { entry, document, mark }: Place): Verb | undefined =>
  entry.document
    ? verbOfMark(codebook, document, mark)
    : verbIn(codebook, sentences(document), mark);
