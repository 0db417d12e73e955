import type { Codebook } from '../codebook/codebook.ts';
import { readDue } from '../dates.ts';
import type { Document, Mark } from '../document.ts';
import { definitionNumber } from '../snapshot/packed-summary.ts';
import type { Mentioned } from '../snapshot/snapshot.ts';
import { actorsIn } from './bound.ts';
import { excerptOf } from './excerpt.ts';
import { comesBefore } from './latest.ts';
import { attributeText, ownMarks } from './parts.ts';

/** What has become of a mark, and what says so. It is derived: no text of a later day goes into an earlier one. */
export interface Status {
  readonly is: 'superseded' | 'breached' | 'fulfilled' | 'overdue' | 'standing';
  /** The marks whose relation makes it so, the latest first. */
  readonly from: readonly Mentioned[];
  /** What evidence says of each actor, the latest word of each; where it does not say whose, no actor. */
  readonly scores: readonly Score[];
  /** The last day of its `due`, where it has one. */
  readonly due: string | undefined;
}

export interface Score {
  readonly actor: string | undefined;
  readonly score: '-1' | '0' | '+1';
}

/** So many of the latest pieces of evidence are read for their scores. */
const mostRead = 20;

/**
 * The status of a mark of `document`.
 * @param mentions who speaks of it
 * @param asOf the day its `due` is judged against, `YYYY-MM-DD`; without one nothing is overdue
 */
export const statusOf = (
  codebook: Pick<Codebook, 'kinds'>,
  document: Document,
  mark: Mark,
  mentions: readonly Mentioned[],
  asOf: string | undefined,
): Status => statusBy(dueOf(codebook, document, mark), mentions, asOf);

/** The same where its `due` is known already, as written. */
export function statusBy(
  due: string | undefined,
  mentions: readonly Mentioned[],
  asOf: string | undefined,
): Status {
  const last = due === undefined ? undefined : readDue(due)?.last;
  const isLate = asOf !== undefined && last !== undefined && last < asOf;
  const inTime = isLate ? 'overdue' : 'standing';
  // Of most marks nobody says anything.
  if (!mentions.length) return { is: inTime, from: [], scores: [], due: last };
  const through = (via: string) =>
    mentions
      .filter(({ mention }) => mention.role === 'relation' && mention.via === via)
      .sort((a, b) => (comesBefore(a, b) ? -1 : 1));
  const common = { scores: [], due: last };
  const superseding = through('supersedes');
  if (superseding.length) return { ...common, is: 'superseded', from: superseding };
  const breaching = through('breaches');
  if (breaching.length) return { ...common, is: 'breached', from: breaching };
  const fulfilling = through('fulfils');
  const scores = scoresOf(fulfilling);
  const isKept =
    fulfilling.length > 0 && !(scores.length && scores.every(({ score }) => score === '-1'));
  if (isKept) return { is: 'fulfilled', from: fulfilling, scores, due: last };
  return { is: inTime, from: fulfilling, scores, due: last };
}

/** The `due` of a mark: its own, else that of the first deadline nested in it that says a day. */
export function dueOf(
  codebook: Pick<Codebook, 'kinds'>,
  document: Document,
  mark: Mark,
): string | undefined {
  const own = attributeText(mark, 'due');
  if (own !== undefined) return own;
  for (const one of ownMarks(codebook, document, mark)) {
    const due = one.kind?.text === 'deadline' ? attributeText(one, 'due') : undefined;
    if (due !== undefined) return due;
  }
  return undefined;
}

/** The scores of the evidence, the latest of each actor. */
function scoresOf(fulfilling: readonly Mentioned[]): Score[] {
  const scores = new Map<string | undefined, Score['score']>();
  for (const { entry, mention } of fulfilling.slice(0, mostRead)) {
    const definition = definitionNumber(entry.summary, mention.mark);
    if (definition?.kind !== 'evidence') continue;
    const evidence = excerptOf(entry, definition.from).marks.find(
      ({ words }) => words.from === definition.from && words.to === definition.to,
    );
    const score = evidence && attributeText(evidence, 'score');
    if (!evidence || !isScore(score)) continue;
    const actors = actorsIn(evidence, 'by');
    for (const actor of actors.length ? actors : [undefined]) {
      if (!scores.has(actor)) scores.set(actor, score);
    }
  }
  return [...scores].map(([actor, score]) => ({ actor, score }));
}

const isScore = (text: string | undefined): text is Score['score'] =>
  text === '-1' || text === '0' || text === '+1';
