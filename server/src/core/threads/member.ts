import type { Codebook } from '../codebook/codebook.ts';
import { isStatement } from '../codebook/kinds.ts';
import type { Document, Mark } from '../document.ts';
import { type Bound, heldBy } from '../marks/bound.ts';
import { excerptOf } from '../marks/excerpt.ts';
import { conditionsOf } from '../marks/limits.ts';
import { attributeText } from '../marks/parts.ts';
import { dueOf, type Status, statusOf } from '../marks/status.ts';
import { verbOfMark } from '../marks/verb.ts';
import { fragmentsIn, wordsOfMark } from '../snapshot/mark-words.ts';
import { definitionNumber } from '../snapshot/packed-summary.ts';
import { documentOf, type Entry, mentionsOf, type Snapshot } from '../snapshot/snapshot.ts';
import type { Definition } from '../snapshot/summary.ts';
import type { Verb } from '../verbs/verbs.ts';

/** A mark as a member of a thread: where it stands and what it says. */
export interface Member {
  readonly entry: Entry;
  /** Its index among the definitions of its document. */
  readonly index: number;
  readonly definition: Definition;
  /** `key#id`; undefined for a mark without an id. */
  readonly name: string | undefined;
  /** As issued, on one line, those of its fragments included. */
  readonly words: string;
  readonly verb: Verb | undefined;
  /** Ids of who is bound, or whose it is. */
  readonly actors: readonly string[];
  /** What says so: only what is said in the same way can be compared, ministers being no states. */
  readonly told: Bound['from'];
  /** `due` as written, its own or that of a deadline in it. */
  readonly due: string | undefined;
  readonly condition: string | undefined;
}

interface Read {
  readonly codebook: Codebook;
  readonly members: Map<number, Member | undefined>;
}

// An entry never changes, and reading a sentence of a closed document takes longer than the rest of a hover.
const known = new WeakMap<Entry, Read>();

/** Reads the mark that is the definition of this index; undefined where there is none. */
export function memberAt(codebook: Codebook, entry: Entry, index: number): Member | undefined {
  const old = known.get(entry);
  const read = old?.codebook === codebook ? old : { codebook, members: new Map() };
  if (read !== old) known.set(entry, read);
  if (!read.members.has(index)) read.members.set(index, readMember(codebook, entry, index));
  return read.members.get(index);
}

function readMember(codebook: Codebook, entry: Entry, index: number): Member | undefined {
  const definition = definitionNumber(entry.summary, index);
  const held = definition && heldMark(entry, definition);
  if (!held) return undefined;
  const { document, mark } = held;
  return {
    ...{ entry, index, definition },
    name: definition.id ? `${entry.summary.own}#${definition.id}` : undefined,
    words: wordsOfMark(entry, definition),
    ...sayingOf(codebook, document, mark),
  };
}

/** The mark of a definition with its document, or with as much of it as the mark needs. */
export function heldMark(
  entry: Entry,
  { id, from, to }: Definition,
): { readonly document: Document; readonly mark: Mark } | undefined {
  const isInParts = fragmentsIn(entry).has(id);
  const document = isInParts ? documentOf(entry) : excerptOf(entry, from);
  const mark = document.marks.find(({ words }) => words.from === from && words.to === to);
  return mark && { document, mark };
}

/**
 * What has become of a mark, by the day its snapshot is judged on; undefined for what has no status.
 * `isKnown` leaves out what was not written yet.
 */
export function statusOfMember(
  snapshot: Snapshot,
  { entry, definition, name }: Pick<Member, 'entry' | 'definition' | 'name'>,
  isKnown: (by: Entry) => boolean = () => true,
): Status | undefined {
  const held = isStatement(snapshot.codebook, definition.kind) && heldMark(entry, definition);
  if (!held) return undefined;
  const mentions = name === undefined ? [] : mentionsOf(snapshot, name);
  const known = mentions.filter((one) => isKnown(one.entry));
  return statusOf(snapshot.codebook, held.document, held.mark, known, snapshot.asOf);
}

/** What a mark says beside its words. */
export type Saying = Pick<Member, 'verb' | 'actors' | 'told' | 'due' | 'condition'>;

export function sayingOf(codebook: Codebook, document: Document, mark: Mark): Saying {
  const { actors, from: told } = heldBy(document, mark);
  const verb = verbOfMark(codebook, document, mark);
  const [due, condition] = [dueOf(codebook, document, mark), conditionOf(codebook, document, mark)];
  return { verb, actors, told, due, condition };
}

/** The condition of a mark: its `if`, else the words of a condition nested in it. */
function conditionOf(codebook: Codebook, document: Document, mark: Mark): string | undefined {
  const own = attributeText(mark, 'if');
  return own ?? conditionsOf(codebook, document, mark)[0];
}

/** Earlier documents first, those without a date before them; then by document and place. */
export const inOrder = (a: Member, b: Member): number =>
  earlierFirst(a.entry, b.entry) || a.index - b.index;

/** Earlier documents first, those without a date before them; of one day by their URIs. */
export function earlierFirst(a: Entry, b: Entry): number {
  const [first, second] = [a.summary.date ?? '', b.summary.date ?? ''];
  if (first !== second) return first < second ? -1 : 1;
  if (a.uri === b.uri) return 0;
  return a.uri < b.uri ? -1 : 1;
}
