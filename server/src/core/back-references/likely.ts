import { isStatement } from '../codebook/kinds.ts';
import type { Listed } from '../document-mentions/catalogue.ts';
import { partsOf } from '../marks/parts.ts';
import { paragraphAt, stripSpan } from '../reading/strip.ts';
import { likenessOf, wholeOf } from '../restatements/likeness.ts';
import { nameOthers } from '../restatements/names.ts';
import { type Passage, readPassage, weightOf } from '../restatements/passage.ts';
import { restatementsIn } from '../restatements/restatements.ts';
import { saidBySame } from '../restatements/speakers.ts';
import { statementsOf } from '../restatements/statements.ts';
import { sameNames } from '../restatements/states.ts';
import { wordsOfMark } from '../snapshot/mark-words.ts';
import { definitionNumber, eachDefinition } from '../snapshot/packed-summary.ts';
import type { Entry } from '../snapshot/snapshot.ts';
import { overlaps, type Span } from '../text.ts';
import type { BackReference } from './back-references.ts';
import { type Asking, documentsMeant } from './meant.ts';

/** An earlier mark that a back-reference may go back to. */
export interface LikelyMark {
  readonly entry: Entry;
  /** Which of the document's definitions it is. */
  readonly index: number;
  readonly kind: string;
  /** Whether the sentence says again what the mark says; else the two only speak of the same. */
  readonly isSaidAgain: boolean;
}

/** So many are offered. */
const most = 3;

/**
 * The marks of earlier documents that a back-reference most likely goes back to, the likeliest first: those
 * that its sentence says again, then those with its words in documents that it tells; where there is none to say
 * again, in documents that are near, too. Of one thread only the first; none where nothing speaks for any.
 */
export function likelyMarks(one: BackReference, asking: Asking): readonly LikelyMark[] {
  const { threadOf } = statementsOf(asking.snapshot);
  const again = [...saidAgain(one, asking)];
  const seen = new Set<object | string>();
  const likely: LikelyMark[] = [];
  for (const mark of [...again, ...ofSameWords(one, asking, again.length > 0)]) {
    const name = nameOf(mark);
    const thread = threadOf(name) ?? name;
    if (seen.has(thread)) continue;
    seen.add(thread);
    if (likely.push(mark) === most) break;
  }
  return likely;
}

/** A name of the mark, or its place where it has none. */
function nameOf({ entry, index }: LikelyMark): string {
  const id = definitionNumber(entry.summary, index)?.id;
  return `${entry.summary.own}#${id || ` ${index}`}`;
}

function* saidAgain({ sentence }: BackReference, asking: Asking): Generator<LikelyMark> {
  const { snapshot, entry, document } = asking;
  for (const one of restatementsIn(snapshot, entry, document, !!entry.document)) {
    const earlier = snapshot.entries.get(one.statement.uri);
    if (!earlier || !overlaps(one, sentence)) continue;
    const { index, kind } = one.statement;
    yield { entry: earlier, index, kind, isSaidAgain: true };
  }
}

/**
 * What two passages must have in common, and how like they must be, so that they speak of the same. Of a
 * document that the sentence tells, less is enough.
 */
const least = { told: { common: 1.5, score: 0.3 }, near: { common: 2.5, score: 0.5 } } as const;
type Least = (typeof least)[keyof typeof least];

/** The marks of documents that the sentence tells, or else of those near, that have its words. */
function ofSameWords(one: BackReference, asking: Asking, onlyTold: boolean): LikelyMark[] {
  const { told, near } = documentsMeant(one, asking);
  const found = told.length
    ? compared(told, [[one.sentence]], least.told, asking)
    : compared(onlyTold ? [] : near, wordsOf(one, asking), least.near, asking);
  return found.sort((a, b) => b.score - a.score).map(({ mark }) => mark);
}

/** Words that may stand in several places. */
type Words = readonly Span[];

/** What may tell where the words go back to: the whole mark they stand in, else their clause, then their sentence. */
function wordsOf(one: BackReference, { document, snapshot }: Asking): readonly Words[] {
  const mark = document.marks.find(
    ({ kind, words }) => kind && isStatement(snapshot.codebook, kind.text) && overlaps(words, one),
  );
  const clause = [[one], [one.sentence]];
  return mark ? [partsOf(document, mark).map(({ words }) => words), ...clause] : clause;
}

function compared(
  documents: readonly Listed[],
  words: readonly Words[],
  least: Least,
  asking: Asking,
): { readonly mark: LikelyMark; readonly score: number }[] {
  const { snapshot, entry: own } = asking;
  const { codebook } = snapshot;
  const names = sameNames(codebook);
  const { circleIn } = statementsOf(snapshot);
  const now = documents.length ? passageOf(words, asking) : undefined;
  const found: { mark: LikelyMark; score: number }[] = [];
  for (const { uri } of documents) {
    const entry = snapshot.entries.get(uri);
    if (!entry || !now || saidBySame(circleIn(uri), circleIn(own.uri), names) === false) continue;
    eachDefinition(entry.summary, (index, kind) => {
      const definition = isStatement(codebook, kind) && definitionNumber(entry.summary, index);
      if (!definition) return;
      const old = readPassage(wordsOfMark(entry, definition), names);
      const { common, score, part } = likenessOf(old, now);
      if (common < least.common || score < least.score || nameOthers(wholeOf(old), part)) return;
      found.push({ mark: { entry, index, kind, isSaidAgain: false }, score });
    });
  }
  return found;
}

/** Words that weigh less say *it* of what stands around them. */
const lightest = 2.5;

/** The first of these that says enough by itself; else the last with what stands before it in its paragraph. */
function passageOf(all: readonly Words[], { document, snapshot }: Asking): Passage {
  const names = sameNames(snapshot.codebook);
  const read = (words: Words) =>
    readPassage(words.map((span) => stripSpan(document, span)).join(' '), names);
  for (const words of all) {
    const passage = read(words);
    if (weighs(passage) >= lightest) return passage;
  }
  const last = all.at(-1)?.[0] ?? { from: 0, to: 0 };
  const above = document.paragraphs[paragraphAt(document, last.from)] ?? last;
  return read([{ from: above.from, to: last.to }]);
}

function weighs(passage: Passage): number {
  let weight = 0;
  for (let at = 0; at < passage.length; at++) weight += weightOf(passage, at);
  return weight;
}
