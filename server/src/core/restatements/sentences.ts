import type { Codebook } from '../codebook/codebook.ts';
import type { Attribute, Document, Mark, Paragraph } from '../document.ts';
import { type Stripped, stripped } from '../reading/strip.ts';
import { valueWords } from '../snapshot/targets.ts';
import { overlaps, type Span } from '../text.ts';
import { type Circle, circleOf } from './circles.ts';
import { clausesOf } from './clauses.ts';
import { type Asked, dayNumber } from './ledger.ts';
import { leastCommon, likenessOf, type Part, wholeOf } from './likeness.ts';
import { nameOthers } from './names.ts';
import { fromOf, type Passage, readPassage, toOf } from './passage.ts';
import { setOtherRates } from './rates.ts';
import { saidBySame, saysSame } from './speakers.ts';
import { takesStand } from './stand.ts';
import type { Statements } from './statements.ts';
import { sameNames } from './states.ts';

/** A sentence that says again what earlier marks of one wording say, at offsets of its document. */
export interface Repeat extends Span {
  /** The part of the sentence that is like the marks' words: all of it, or a run of words in a long one. */
  readonly part: Span;
  /** The share of the marks' words that stand in it, 0 to 1. */
  readonly share: number;
  /** The marks, by the numbers of their statements; the latest first. */
  readonly statements: readonly number[];
}

/** What a document's sentences are compared with, and what the document says of itself. */
export interface Comparing {
  readonly statements: Statements;
  readonly codebook: Codebook;
  readonly circle: Circle;
  /** What a sentence asks for; by the actors that it names as bound, empty for those that name nobody. */
  readonly askedBy: (by: string) => Asked;
}

export function comparing(
  statements: Statements,
  codebook: Codebook,
  uri: string,
  date: string,
): Comparing {
  const circle = statements.circleIn(uri);
  const document = statements.numberOf(uri);
  const day = dayNumber(date);
  const known = new Map<string, Asked>();
  const askedBy = (by: string): Asked => {
    const asked =
      known.get(by) ?? statements.askedOf(document, day, by ? boundBy(by) : someOf(circle.parties));
    known.set(by, asked);
    return asked;
  };
  return { statements, codebook, circle, askedBy };
}

/** The sentences of a paragraph that say again what earlier marks say, in order. */
export function repeatsIn(
  document: Document,
  paragraph: Paragraph,
  comparing: Comparing,
): Repeat[] {
  const { statements } = comparing;
  const { document: number } = comparing.askedBy('');
  const plain = !paragraph.passage.cuts.length;
  const source = plain ? undefined : stripped(document, paragraph);
  const text = source?.text ?? document.text;
  const whole = source ? { from: 0, to: text.length } : paragraph;
  const repeats: Repeat[] = [];
  let marks: readonly Mark[] | undefined;
  for (const { from, to } of clausesOf(text, whole)) {
    const wordings = statements.search(text, from, to, number);
    if (!wordings.length) continue;
    const place = placed(source, { from, to });
    marks ??= boundIn(paragraph);
    const by = marks.length ? circleOf(actorsAt(marks, place)) : undefined;
    const sentence = text.slice(from, to);
    for (const found of repeatsOf(sentence, by, wordings, comparing)) {
      const part = placed(source, shifted(found.part, from));
      const { share, statements } = found;
      repeats.push({ from: place.from, to: place.to, part, share, statements });
    }
  }
  return repeats;
}

const shifted = ({ from, to }: Span, by: number): Span => ({ from: from + by, to: to + by });

const placed = (source: Stripped | undefined, { from, to }: Span): Span =>
  source ? { from: source.offsetOf(from), to: source.offsetOf(to - 1) + 1 } : { from, to };

/** The marks that say under `by` who is bound. */
function boundIn({ passage }: Paragraph): readonly Mark[] {
  return passage.constructs.filter(
    (construct): construct is Mark => construct.type === 'mark' && construct.attributes.some(isBy),
  );
}

const isBy = ({ key }: Attribute): boolean => key.text === 'by';

/** The actors of the marks that share words with a sentence. */
function actorsAt(marks: readonly Mark[], sentence: Span): string[] {
  const actors: string[] = [];
  for (const { words, attributes } of marks) {
    if (!overlaps(words, sentence)) continue;
    for (const attribute of attributes) {
      if (isBy(attribute)) for (const { text } of valueWords(attribute)) actors.push(text);
    }
  }
  return actors;
}

type Found = Omit<Repeat, 'from' | 'to'>;

function repeatsOf(
  text: string,
  by: string | undefined,
  wordings: readonly number[],
  { statements, codebook, circle, askedBy }: Comparing,
): readonly Found[] {
  const names = sameNames(codebook);
  const own: Circle = by ? { ...circle, by } : circle;
  const asked = askedBy(by ?? '');
  const repeats: Found[] = [];
  let read: Passage | undefined;
  const now = () => {
    read ??= readPassage(text, names);
    return read;
  };
  for (const wording of wordings) {
    // What costs least is asked first: most earlier marks are ruled out by who and when.
    const earlier = statements.earlier(wording, asked);
    const isPossible = (one: number) => saidBySame(statements.circleOf(one), own, names) !== false;
    if (!earlier.some(isPossible)) continue;
    const old = () => statements.passageOf(wording, names);
    const found =
      wordForWord(text, old(), statements.weightOf(wording)) ?? inOtherWords(old(), now());
    if (!found || !takesStand(text, found.part, codebook)) continue;
    const { from, to } = found.part;
    if (setOtherRates(old().text, text.slice(from, to))) continue;
    const fit = earlier.filter((one) => {
      const circle = statements.circleOf(one);
      return saidBySame(circle, own, names) ?? saysSame(circle, own, old(), now());
    });
    if (!fit.length) continue;
    if (fit.length > 1) fit.sort(statements.latestFirst);
    repeats.push({ part: found.part, share: found.share, statements: fit });
  }
  return repeats;
}

/** The place where a text has all words of a wording as they are. */
function wordForWord(text: string, { text: words }: Passage, weight: number) {
  const from = weight >= leastCommon ? text.indexOf(words) : -1;
  return from < 0 ? undefined : { part: { from, to: from + words.length }, share: 1 };
}

function inOtherWords(old: Passage, now: Passage) {
  const { enough, part, share } = likenessOf(old, now);
  return enough && !nameOthers(wholeOf(old), part) ? { part: spanOf(part), share } : undefined;
}

/** With more parties than these, what some of them say is looked for among all marks. */
const mostParties = 4;
const somes = new Map<string, readonly string[]>();

/** Whom a mark may bind that speaks for some of these parties: each choice of them, and nobody in particular. */
function someOf(parties: string | undefined): readonly string[] | undefined {
  const ids = parties?.split(' ') ?? [];
  if (!parties || ids.length > mostParties) return undefined;
  const known = somes.get(parties);
  if (known) return known;
  let choices: string[][] = [[]];
  for (const id of ids) choices = choices.flatMap((some) => [some, [...some, id]]);
  const made = choices.map((some) => some.join(' '));
  somes.set(parties, made);
  return made;
}

const bounds = new Map<string, readonly string[]>();

/** Whom a mark may bind that binds these: them, or nobody in particular. */
function boundBy(by: string): readonly string[] {
  const known = bounds.get(by) ?? [by, ''];
  bounds.set(by, known);
  return known;
}

const spanOf = ({ of, first, end }: Part): Span => ({
  from: first < end ? fromOf(of, first) : 0,
  to: first < end ? toOf(of, end - 1) : 0,
});
