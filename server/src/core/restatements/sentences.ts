import type { Codebook } from '../codebook/codebook.ts';
import type { Attribute, Document, Mark, Paragraph } from '../document.ts';
import type { NameIndex } from '../names/automaton.ts';
import { type Stripped, stripped } from '../reading/strip.ts';
import { valueWords } from '../snapshot/targets.ts';
import { overlaps, type Span } from '../text.ts';
import { type Circle, circleOf } from './circles.ts';
import { clausesOf } from './clauses.ts';
import type { Compared } from './compared.ts';
import { saidAgain } from './comparison.ts';
import { type Asked, dayNumber } from './ledger.ts';
import { type Passage, readPassage } from './passage.ts';
import { saidBySame, saysSame } from './speakers.ts';
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
  readonly names: NameIndex<number>;
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
  const open = statements.askedOf(document, day, someOf(circle.parties));
  const askedBy = (by: string): Asked => (by ? statements.askedBy(document, day, by) : open);
  return { statements, codebook, names: sameNames(codebook), circle, askedBy };
}

/** The sentences of a paragraph that say again what earlier marks say, in order. */
export function repeatsIn(
  document: Document,
  paragraph: Paragraph,
  comparing: Comparing,
): Repeat[] {
  const { statements } = comparing;
  const { day } = comparing.askedBy('');
  const isPast = (wording: number) => statements.isPast(wording, day);
  const plain = !paragraph.passage.cuts.length;
  const source = plain ? undefined : stripped(document, paragraph);
  const text = source?.text ?? document.text;
  const whole = source ? { from: 0, to: text.length } : paragraph;
  const repeats: Repeat[] = [];
  let marks: readonly Mark[] | undefined;
  for (const { from, to } of clausesOf(text, whole)) {
    const alike = statements.search(text, from, to, isPast);
    if (!alike.length) continue;
    const place = placed(source, { from, to });
    marks ??= boundIn(paragraph);
    const by = marks.length ? circleOf(actorsAt(marks, place)) : undefined;
    const sentence = text.slice(from, to);
    for (const found of repeatsOf(sentence, by, alike, comparing)) {
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
  { statements, codebook, names, circle, askedBy }: Comparing,
): readonly Found[] {
  const own: Circle = by ? { ...circle, by } : circle;
  const asked = askedBy(by ?? '');
  const fits = (one: number) =>
    statements.isBoundIn(one, asked) || saidBySame(statements.circleOf(one), own, names);
  let repeats: Found[] | undefined;
  let compared: Compared | undefined;
  let read: Passage | undefined;
  const now = () => {
    read ??= readPassage(text, names);
    return read;
  };
  for (const wording of wordings) {
    // What costs least is asked first: most earlier marks are ruled out by who and when.
    const earlier = statements.earlier(wording, asked);
    if (!earlier.length || !earlier.some((one) => fits(one) !== false)) continue;
    compared ??= statements.compared(text, codebook);
    if (!compared) return none;
    const old = () => statements.passageOf(wording, names);
    let found = compared.get(wording);
    if (!found) {
      found = saidAgain(text, old(), statements.weightOf(wording), codebook, now) ?? 'nothing';
      compared.set(wording, found);
    }
    if (found === 'nothing') continue;
    const fit = earlier.filter(
      (one) => fits(one) ?? saysSame(statements.circleOf(one), own, old(), now()),
    );
    if (!fit.length) continue;
    if (fit.length > 1) fit.sort(statements.latestFirst);
    repeats ??= [];
    repeats.push({ part: found.part, share: found.share, statements: fit });
  }
  return repeats ?? none;
}

const none: readonly never[] = [];

/** With more parties than these, what some of them say is looked for among all marks. */
const mostParties = 4;
const somes = new Map<string, readonly string[]>();

/** Whom a mark may bind that speaks for some of these parties: each choice of them, and nobody in particular. */
function someOf(parties: string | undefined): readonly string[] | undefined {
  if (!parties) return undefined;
  const known = somes.get(parties);
  if (known) return known;
  const ids = parties.split(' ');
  if (ids.length > mostParties) return undefined;
  let choices: string[][] = [[]];
  for (const id of ids) choices = choices.flatMap((some) => [some, [...some, id]]);
  const made = choices.map((some) => some.join(' '));
  somes.set(parties, made);
  return made;
}
