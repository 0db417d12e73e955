import type { Codebook, LadderName } from '../../core/codebook/codebook.ts';
import { isStatement } from '../../core/codebook/kinds.ts';
import type { Document, Mark } from '../../core/document.ts';
import { t } from '../../core/language.ts';
import { actorName, heldBy } from '../../core/marks/bound.ts';
import { dueOf, type Status, statusOf } from '../../core/marks/status.ts';
import { verbOfMark } from '../../core/marks/verb.ts';
import { nameAt } from '../../core/snapshot/packed-summary.ts';
import type { Entry, Mentioned, Snapshot } from '../../core/snapshot/snapshot.ts';
import { citing } from '../../core/threads/lineage.ts';
import type { Rank } from '../../core/verbs/verbs.ts';
import { mentionedBy } from '../index/mentioned.ts';
import { reasonOf } from '../status-words.ts';

/** What stands beside a commitment, a position, a request, or what the codebook registers beside them. */
export interface Card {
  /** `key#id`; undefined for a mark that nothing can point at. */
  readonly name: string | undefined;
  readonly status: Status['is'];
  /** The status with its reason: `fulfilled by 14 May 2031 · Summary (Belmark +1)`. */
  readonly reason: string;
  /** Names of who is bound by a commitment; whose anything else is. */
  readonly actors: readonly string[];
  /** The verb of the text, and what it reports, by which the force goes. */
  readonly verb: CardVerb | undefined;
  readonly force: CardVerb | undefined;
  /** As written. */
  readonly due: string | undefined;
  /** How many refer to it: links and relations. */
  readonly referred: number;
  /** Whether it hangs together with others. */
  readonly hasThread: boolean;
}

export interface CardVerb {
  readonly lemma: string;
  readonly ladder: LadderName;
  /** Counted from the weakest, 1. */
  readonly rung: number;
  /** How many rungs the ladder has. */
  readonly of: number;
}

/** The card of each mark of a document that has one, judged by the day of the snapshot. */
export function cardsOf(
  snapshot: Snapshot,
  { key, summary }: Entry,
  document: Document,
): (mark: Mark) => Card | undefined {
  const { codebook } = snapshot;
  const places = new Map(document.marks.map((mark, index) => [mark, index]));
  const speaking = new Set(
    summary.mentions
      .filter(({ role, via }) => role === 'relation' && via !== citing)
      .map(({ mark }) => mark),
  );
  return (mark) => {
    if (!isStatement(codebook, mark.kind?.text ?? '')) return undefined;
    const index = places.get(mark) ?? -1;
    const own = nameAt(summary, index);
    const mentions = own === undefined ? [] : mentionedBy(snapshot, own);
    const status = statusOf(codebook, document, mark, mentions, snapshot.asOf);
    const verb = verbOfMark(codebook, document, mark);
    return {
      // A document without a key goes by its URI, which no reference can spell.
      name: key === undefined ? undefined : own,
      status: status.is,
      reason: `${t(status.is)}${reasonOf(codebook, status)}`,
      actors: heldBy(document, mark).actors.map((id) => actorName(codebook, id)),
      verb: verb && onLadder(codebook, verb),
      force: verb?.force && onLadder(codebook, verb.force),
      due: dueOf(codebook, document, mark),
      referred: mentions.filter(isReference).length,
      hasThread: speaking.has(index) || mentions.some(isRelated),
    };
  };
}

const isReference = ({ mention: { role } }: Mentioned): boolean =>
  role === 'link' || role === 'relation';

const isRelated = ({ mention: { role, via } }: Mentioned): boolean =>
  role === 'relation' && via !== citing;

const onLadder = ({ ladders }: Codebook, { lemma, ladder, rung }: Rank): CardVerb => ({
  lemma,
  ladder,
  rung: rung + 1,
  of: ladders[ladder].length,
});
