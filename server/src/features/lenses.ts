import type { Codebook } from '../core/codebook/codebook.ts';
import { readDue } from '../core/dates.ts';
import { t } from '../core/language.ts';
import { actorName } from '../core/marks/bound.ts';
import { dueOf, type Status, statusOf } from '../core/marks/status.ts';
import { continuationOf } from '../core/reading/parse.ts';
import { paragraphAt } from '../core/reading/strip.ts';
import { documentOf, type Snapshot } from '../core/snapshot/snapshot.ts';
import type { Span } from '../core/text.ts';
import { headsIn } from './cursor/subject.ts';
import { mentionedBy } from './index/mentioned.ts';
import { type Count, tallyOf } from './index/tally.ts';

/** A line above a registered mark. What it says is worked out when it comes into sight: `lensText`. */
export interface Lens {
  readonly id: string;
  /** Whether others stand in its paragraph, so that it has to say which mark it is about. */
  readonly shares: boolean;
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
  const found = [...headsIn(document).values()].flatMap((mark) => {
    const id = mark.id?.text;
    const isRegistered = codebook.kinds.get(mark.kind?.text ?? '')?.registered;
    if (!id || !isRegistered || continuationOf(mark)) return [];
    const due = asOf === undefined ? undefined : dueOf(codebook, document, mark);
    const last = due === undefined ? undefined : readDue(due)?.last;
    const isPast = asOf !== undefined && last !== undefined && last < asOf;
    const isNamed = isPast || mentions.has(`${entry.summary.own}#${id}`);
    const paragraph = paragraphAt(document, mark.words.from);
    return isNamed ? [{ id, span: mark.words, paragraph }] : [];
  });
  return found.map(({ id, span, paragraph }, i) => {
    const isBeside = (other: number) => found[other]?.paragraph === paragraph;
    return { id, span, shares: isBeside(i - 1) || isBeside(i + 1) };
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
  const status = statusOf(
    snapshot.codebook,
    document,
    mark,
    mentionedBy(snapshot, name),
    snapshot.asOf,
  );
  const acts = counts.filter(({ role, via }) => role === 'relation' && !neighbourly.has(via));
  const others = counts
    .filter((one) => !acts.includes(one))
    .reduce((sum, { count }) => sum + count, 0);
  return [
    status.is === 'overdue' && mark.kind?.text !== 'evidence' ? t`overdue` : '',
    ...acts.map((one) => saying(snapshot, one, status)),
    referred(others),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Relations that say what belongs together and not what became of it: they count as references. */
const neighbourly: ReadonlySet<string> = new Set(['cites', 'part-of', 'parallels']);

/** What says it all when it is said once. */
const outcomes: ReadonlySet<string> = new Set(['supersedes', 'breaches', 'fulfils']);

/** `reaffirmed 2 times`, `fulfilled +1`, `contradicts (2)`. */
function saying({ codebook }: Snapshot, { via, count }: Count, status: Status): string {
  const inverse = codebook.relations.get(via)?.inverse ?? `${via} by`;
  const done = inverse.replace(/ by$/, '');
  if (done === inverse) return count === 1 ? t(inverse) : t`${t(inverse)} (${count})`;
  const said = via === 'fulfils' ? scores(codebook, status) : '';
  if (said) return `${t(done)}${said}`;
  if (count > 1) return t`${t(done)} ${count} times`;
  return outcomes.has(via) ? t(done) : t`${t(done)} once`;
}

function referred(count: number): string {
  if (!count) return '';
  return count === 1 ? t`1 reference` : t`${count} references`;
}

/** ` +1`, or where the actors differ ` (Belmark +1, Corvia -1)`. */
function scores(codebook: Codebook, { scores: all }: Status): string {
  const first = all[0]?.score;
  if (first === undefined) return '';
  if (all.every(({ score }) => score === first)) return ` ${first}`;
  const each = all.map(({ actor, score }) =>
    actor === undefined ? score : `${actorName(codebook, actor)} ${score}`,
  );
  return t` (${each.join(t`, `)})`;
}
