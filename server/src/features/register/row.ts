import type { Codebook, LadderName } from '../../core/codebook/codebook.ts';
import { isStatement } from '../../core/codebook/kinds.ts';
import { readDue } from '../../core/dates.ts';
import type { Document, Mark } from '../../core/document.ts';
import { t } from '../../core/language.ts';
import { actorName, actorsIn, type Bound, heldBy } from '../../core/marks/bound.ts';
import { type Light, lightsOf } from '../../core/marks/lights.ts';
import { conditionsOf, deadlinesOf } from '../../core/marks/limits.ts';
import { dueOf, type Status, statusOf } from '../../core/marks/status.ts';
import { rungWords, verbOfMark } from '../../core/marks/verb.ts';
import { wordsOfMark } from '../../core/snapshot/mark-words.ts';
import { nameAt } from '../../core/snapshot/packed-summary.ts';
import type { Entry, Mentioned, Snapshot } from '../../core/snapshot/snapshot.ts';
import { builtinAttributes } from '../../core/snapshot/targets.ts';
import type { Span } from '../../core/text.ts';
import { earlierFirst } from '../../core/threads/member.ts';
import type { Rank } from '../../core/verbs/verbs.ts';
import { mentionedBy } from '../index/mentioned.ts';
import { reasonOf } from '../status-words.ts';

/** A mark as the register has it. */
export interface RegisterRow {
  readonly uri: string;
  /** The same object for all marks of a document. */
  readonly document: RegisterDocument;
  /** The words of the mark, of one in parts those of its first; UTF-16 offsets in the document. */
  readonly span: Span;
  /** `key#id`; undefined for a mark that nothing can point at. */
  readonly name: string | undefined;
  /** What it is called in the collection: `name`, or with the URI of a document without a key before the `#`. */
  readonly own: string | undefined;
  readonly kind: string;
  /** As issued, on one line, those of its fragments included. */
  readonly words: string;
  /** Who is bound by a commitment; whose anything else is. */
  readonly actors: readonly RegisterActor[];
  /** What says so. */
  readonly told: Bound['from'];
  /** Who says it, where that is not told by `actors`. */
  readonly says: readonly RegisterActor[];
  readonly to: readonly RegisterActor[];
  readonly verb: RegisterVerb | undefined;
  /** What the verb reports (`will` in “affirmed that they will”): the force goes by it. */
  readonly force: RegisterVerb | undefined;
  /** As written, its own or that of a deadline in it. */
  readonly due: string | undefined;
  /** The last day of `due`, `YYYY-MM-DD`; undefined where it sets none. */
  readonly dueBy: string | undefined;
  /** Words of the text that give a time. */
  readonly deadlines: readonly string[];
  readonly conditions: readonly string[];
  /** What makes a commitment: who, what, by when, how firmly; of other kinds none. */
  readonly lights: readonly Light[];
  /** Undefined for a kind of which nothing becomes, such as evidence. */
  readonly status: RegisterStatus | undefined;
  /** What it says of others, in its order. */
  readonly relations: readonly RegisterRelation[];
  /** What others say of it, in the order of the relations' names. */
  readonly later: readonly RegisterLater[];
  /** How often it is linked to. */
  readonly links: number;
  /** What else stands in its braces, `score` included. */
  readonly attributes: readonly { readonly key: string; readonly value: string }[];
}

export interface RegisterDocument {
  readonly key: string | undefined;
  readonly title: string | undefined;
  /** The last day, `YYYY-MM-DD`. */
  readonly date: string | undefined;
  /** The id of its series in the codebook, as written. */
  readonly series: string | undefined;
}

export interface RegisterActor {
  readonly id: string;
  /** The id again where the codebook has no name for it. */
  readonly name: string;
}

export interface RegisterVerb {
  readonly lemma: string;
  readonly ladder: LadderName;
  /** Counted from the weakest, 1. */
  readonly rung: number;
  /** `commissive, rung 6 of 10` */
  readonly words: string;
}

export interface RegisterStatus {
  readonly is: Status['is'];
  /** With its reason: `fulfilled by 14 May 2031 · Summary (Belmark +1)`. */
  readonly words: string;
  readonly scores: Status['scores'];
}

export interface RegisterRelation {
  readonly via: string;
  /** `key#id` a mark, `key#` a document, `#id` an entity, whether it exists or not. */
  readonly name: string;
}

export interface RegisterLater {
  readonly via: string;
  /** `reaffirmed by` */
  readonly words: string;
  /** The earliest first: `key#id`, or `key#` for a mark without an id. */
  readonly names: readonly string[];
}

/** A mark with its document and its index among the marks and definitions there. */
export interface Place {
  readonly entry: Entry;
  readonly document: Document;
  readonly index: number;
  readonly mark: Mark;
  /** What it says of others. */
  readonly relations: readonly RegisterRelation[];
}

/** The row of a mark, judged against a day; without one nothing is overdue. */
export function rowOf(
  snapshot: Snapshot,
  source: RegisterDocument,
  { entry, document, index, mark, relations }: Place,
  asOf: string | undefined,
): RegisterRow {
  const { codebook } = snapshot;
  const own = nameAt(entry.summary, index);
  const mentions = own === undefined ? [] : mentionedBy(snapshot, own);
  const { actors, from: told } = heldBy(document, mark);
  const named = (ids: readonly string[]) =>
    ids.map((id) => ({ id, name: actorName(codebook, id) }));
  const verb = verbOfMark(codebook, document, mark);
  const due = dueOf(codebook, document, mark);
  const kind = mark.kind?.text ?? '';
  const id = own === undefined ? '' : (mark.id?.text ?? '');
  return {
    uri: entry.uri,
    document: source,
    span: mark.words,
    // A document without a key goes by its URI, which no reference can spell.
    name: source.key === undefined ? undefined : own,
    own,
    kind,
    words: wordsOfMark(entry, { ...mark.words, id }),
    actors: named(actors),
    told,
    says: told === 'says' ? [] : named(actorsIn(mark, 'says')),
    to: named(actorsIn(mark, 'to')),
    verb: verb && shownVerb(codebook, verb),
    force: verb?.force && shownVerb(codebook, verb.force),
    due,
    dueBy: due === undefined ? undefined : readDue(due)?.last,
    deadlines: deadlinesOf(codebook, document, mark),
    conditions: conditionsOf(codebook, document, mark),
    lights: kind === 'commitment' ? lightsOf(snapshot, entry, document, mark, verb) : [],
    status: isStatement(codebook, kind)
      ? shownStatus(codebook, statusOf(codebook, document, mark, mentions, asOf))
      : undefined,
    relations,
    later: laterOf(codebook, mentions),
    links: mentions.filter(({ mention }) => mention.role === 'link').length,
    attributes: otherAttributes(codebook, mark),
  };
}

const shownVerb = (codebook: Codebook, rank: Rank): RegisterVerb => ({
  lemma: rank.lemma,
  ladder: rank.ladder,
  rung: rank.rung + 1,
  words: rungWords(codebook, rank),
});

const shownStatus = (codebook: Codebook, status: Status): RegisterStatus => ({
  is: status.is,
  words: `${t(status.is)}${reasonOf(codebook, status)}`,
  scores: status.scores,
});

function laterOf({ relations }: Codebook, mentions: readonly Mentioned[]): RegisterLater[] {
  const speakers = new Map<string, Mentioned[]>();
  for (const one of mentions) {
    const { role, via } = one.mention;
    if (role !== 'relation') continue;
    const others = speakers.get(via);
    if (others) others.push(one);
    else speakers.set(via, [one]);
  }
  return [...speakers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([via, all]) => ({
      via,
      words: relations.get(via)?.inverse ?? `${via} by`,
      names: all.sort(earliestFirst).map(nameOfSpeaker),
    }));
}

const earliestFirst = (a: Mentioned, b: Mentioned): number =>
  earlierFirst(a.entry, b.entry) || a.mention.from - b.mention.from;

const nameOfSpeaker = ({ entry: { summary }, mention }: Mentioned): string =>
  nameAt(summary, mention.mark) ?? `${summary.own}#`;

const otherAttributes = (
  { relations }: Codebook,
  { attributes }: Mark,
): RegisterRow['attributes'] =>
  attributes
    .filter(({ key: { text: key }, value }) => {
      const isRelation = relations.has(key) || value.text.includes('#');
      return key === 'score' || !(builtinAttributes.has(key) || isRelation);
    })
    .map(({ key, value }) => ({ key: key.text, value: value.text }));
