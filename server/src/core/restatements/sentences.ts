import type { Codebook } from '../codebook/codebook.ts';
import type { Document, Mark, Paragraph } from '../document.ts';
import type { NameIndex } from '../names/automaton.ts';
import { type Stripped, stripped } from '../reading/strip.ts';
import { valueWords } from '../snapshot/targets.ts';
import { overlaps, type Span } from '../text.ts';
import { type Circle, circleOf } from './circles.ts';
import { clausesOf } from './clauses.ts';
import { leastCommon, likenessOf } from './likeness.ts';
import { nameOthers } from './names.ts';
import { type Passage, readPassage } from './passage.ts';
import { saidBySame } from './speakers.ts';
import { takesStand } from './stand.ts';
import { latestFirst, type Statement, type Statements } from './statements.ts';
import { sameNames } from './states.ts';
import { passageOf, type Wording } from './wordings.ts';

/** A sentence that says again what earlier marks of one wording say, at offsets of its document. */
export interface Repeat extends Span {
  /** The part of the sentence that is like the marks' words: all of it, or a run of words in a long one. */
  readonly part: Span;
  /** The share of the marks' words that stand in it, 0 to 1. */
  readonly share: number;
  /** The latest first. */
  readonly statements: readonly Statement[];
}

/** What a document's sentences are compared with, and what the document says of itself. */
export interface Comparing {
  readonly statements: Statements;
  readonly codebook: Codebook;
  readonly uri: string;
  readonly date: string;
  readonly circle: Circle;
}

/** The sentences of a paragraph that say again what earlier marks say, in order. */
export function repeatsIn(
  document: Document,
  paragraph: Paragraph,
  comparing: Comparing,
): Repeat[] {
  const { statements } = comparing;
  const plain = !paragraph.passage.cuts.length;
  const source = plain ? undefined : stripped(document, paragraph);
  const text = source?.text ?? document.text;
  const whole = source ? { from: 0, to: text.length } : paragraph;
  const repeats: Repeat[] = [];
  for (const sentence of clausesOf(text, whole)) {
    const wordings = statements.search(text, sentence.from, sentence.to, comparing.uri);
    if (!wordings.length) continue;
    const place = placed(source, sentence);
    const by = boundIn(paragraph, place);
    repeats.push(
      ...repeatsOf(text.slice(sentence.from, sentence.to), by, wordings, comparing).map(
        (repeat) => ({
          ...repeat,
          ...place,
          part: placed(source, shifted(repeat.part, sentence.from)),
        }),
      ),
    );
  }
  return repeats;
}

const shifted = ({ from, to }: Span, by: number): Span => ({ from: from + by, to: to + by });

const placed = (source: Stripped | undefined, { from, to }: Span): Span =>
  source ? { from: source.offsetOf(from), to: source.offsetOf(to - 1) + 1 } : { from, to };

/** The actors under `by` of the marks that share words with a sentence. */
function boundIn({ passage }: Paragraph, sentence: Span): string | undefined {
  const ids = passage.constructs.flatMap((construct) =>
    construct.type === 'mark' && overlaps(construct.words, sentence) ? actorsOf(construct) : [],
  );
  return circleOf(ids);
}

const actorsOf = ({ attributes }: Mark): string[] =>
  attributes
    .filter(({ key }) => key.text === 'by')
    .flatMap((attribute) => valueWords(attribute).map(({ text }) => text));

function repeatsOf(
  text: string,
  by: string | undefined,
  wordings: readonly Wording[],
  comparing: Comparing,
) {
  const { statements, codebook, circle } = comparing;
  const names = sameNames(codebook);
  const own: Circle = { ...circle, by };
  const bound = by ? [by, ''] : someOf(circle.parties);
  let read: Passage | undefined;
  const now = () => {
    read ??= readPassage(text, names);
    return read;
  };
  const repeats: Omit<Repeat, 'from' | 'to'>[] = [];
  for (const wording of wordings) {
    const groups = groupsIn(wording, bound);
    if (!groups.some(([first]) => first && first.date < comparing.date)) continue;
    const found = wordForWord(text, wording) ?? inOtherWords(wording, now(), names);
    if (!found || !takesStand(text, found.part, codebook)) continue;
    const fit = earlierIn(groups, comparing).filter((one) => {
      const parties = one.parties ?? statements.usualOf(one.series);
      return saidBySame({ ...one, parties }, own, () => passageOf(wording, names), now, names);
    });
    if (fit.length) repeats.push({ ...found, statements: fit.sort(latestFirst) });
  }
  return repeats;
}

/** The place where a text has all words of a wording as they are. */
function wordForWord(text: string, { text: words, weight }: Wording) {
  const from = weight >= leastCommon ? text.indexOf(words) : -1;
  return from < 0 ? undefined : { part: { from, to: from + words.length }, share: 1 };
}

function inOtherWords(wording: Wording, now: Passage, names: NameIndex<string>) {
  const old = passageOf(wording, names);
  const { enough, part, share } = likenessOf(old, now);
  return enough && !nameOthers(old.tokens, part) ? { part: spanOf(part), share } : undefined;
}

/** The marks of a wording, without those that bind others than the sentence says. */
function groupsIn(
  { statements }: Wording,
  by: readonly string[] | undefined,
): readonly (readonly Statement[])[] {
  if (!by) return [...statements.values()];
  const groups: (readonly Statement[])[] = [];
  for (const ids of by) {
    const group = statements.get(ids);
    if (group) groups.push(group);
  }
  return groups;
}

function earlierIn(
  groups: readonly (readonly Statement[])[],
  { date, uri }: Comparing,
): Statement[] {
  const found: Statement[] = [];
  for (const group of groups) {
    for (const one of group) {
      if (one.date >= date) break;
      if (one.uri !== uri) found.push(one);
    }
  }
  return found;
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

const spanOf = (tokens: readonly Span[]): Span => ({
  from: tokens[0]?.from ?? 0,
  to: tokens[tokens.length - 1]?.to ?? 0,
});
