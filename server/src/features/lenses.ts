import type { Codebook } from '../core/codebook/codebook.ts';
import { readDue } from '../core/dates.ts';
import { actorName } from '../core/marks/bound.ts';
import { dueOf, type Status, statusOf } from '../core/marks/status.ts';
import { continuationOf } from '../core/reading/parse.ts';
import { documentOf, type Snapshot } from '../core/snapshot/snapshot.ts';
import type { Span } from '../core/text.ts';
import { headsIn } from './cursor/subject.ts';
import { mentionedBy } from './index/mentioned.ts';
import { type Count, tallyOf } from './index/tally.ts';

/** A line above a registered mark. What it says is worked out when it comes into sight: `lensText`. */
export interface Lens {
  readonly id: string;
  /** The words of the mark. */
  readonly span: Span;
}

/**
 * The registered marks of a readout of which there is something to say: somebody speaks of them, or their
 * day has passed. Nothing but this document is looked at.
 */
export function lenses(snapshot: Snapshot, uri: string): Lens[] | undefined {
  const entry = snapshot.entries.get(uri);
  if (!entry) return undefined;
  const document = documentOf(entry);
  const { codebook, mentions, asOf } = snapshot;
  return [...headsIn(document).values()].flatMap((mark): Lens[] => {
    const id = mark.id?.text;
    const isRegistered = codebook.kinds.get(mark.kind?.text ?? '')?.registered;
    if (!id || !isRegistered || continuationOf(mark)) return [];
    const due = asOf === undefined ? undefined : dueOf(document, mark);
    const last = due === undefined ? undefined : readDue(due)?.last;
    const isPast = asOf !== undefined && last !== undefined && last < asOf;
    const isNamed = isPast || mentions.has(`${entry.summary.own}#${id}`);
    return isNamed ? [{ id, span: mark.words }] : [];
  });
}

/**
 * What the line above a mark says: `overdue · reaffirmed 2 times · 3 references`. Undefined for a mark that
 * has gone; empty where nobody speaks of it any more.
 */
export function lensText(snapshot: Snapshot, uri: string, id: string): string | undefined {
  const entry = snapshot.entries.get(uri);
  const document = entry && documentOf(entry);
  const mark = document && headsIn(document).get(id);
  if (!entry || !mark) return undefined;
  const name = `${entry.summary.own}#${id}`;
  const { counts } = tallyOf(snapshot, name);
  const status = statusOf(document, mark, mentionedBy(snapshot, name), snapshot.asOf);
  const links = counts.find(({ role }) => role === 'link')?.count ?? 0;
  return [
    status.is === 'overdue' && mark.kind?.text !== 'evidence' ? 'overdue' : '',
    ...counts.filter(({ role }) => role === 'relation').map((one) => saying(snapshot, one, status)),
    links ? `${links} ${links === 1 ? 'reference' : 'references'}` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What says it all when it is said once. */
const outcomes: ReadonlySet<string> = new Set(['supersedes', 'breaches', 'fulfils']);

/** `reaffirmed 2 times`, `fulfilled +1`, `has part (2)`. */
function saying({ codebook }: Snapshot, { via, count }: Count, status: Status): string {
  const inverse = codebook.relations.get(via)?.inverse ?? `${via} by`;
  const done = inverse.replace(/ by$/, '');
  if (done === inverse) return count === 1 ? inverse : `${inverse} (${count})`;
  const often = count === 1 ? (outcomes.has(via) ? '' : ' once') : ` ${count} times`;
  return `${done}${often}${via === 'fulfils' ? scores(codebook, status) : ''}`;
}

/** ` +1`, or where the actors differ ` (Belmark +1, Corvia -1)`. */
function scores(codebook: Codebook, { scores: all }: Status): string {
  const first = all[0]?.score;
  if (first === undefined) return '';
  if (all.every(({ score }) => score === first)) return ` ${first}`;
  const each = all.map(({ actor, score }) =>
    actor === undefined ? score : `${actorName(codebook, actor)} ${score}`,
  );
  return ` (${each.join(', ')})`;
}
