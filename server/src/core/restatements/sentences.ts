import type { Codebook } from '../codebook/codebook.ts';
import type { Document, Mark, Paragraph } from '../document.ts';
import type { NameIndex } from '../names/automaton.ts';
import { type Stripped, stripped } from '../reading/strip.ts';
import { valueWords } from '../snapshot/targets.ts';
import { overlaps, type Span } from '../text.ts';
import { type Circle, circleOf, fitOf } from './circles.ts';
import { clausesOf } from './clauses.ts';
import { likenessOf } from './likeness.ts';
import { nameOthers, namesIn, soleSubject } from './names.ts';
import { type Passage, readPassage } from './passage.ts';
import { takesStand } from './stand.ts';
import type { Statement, Statements } from './statements.ts';
import { sameNames } from './states.ts';
import { passageOf, type Wording } from './wordings.ts';

/** A sentence that says again what earlier marks of one wording say, at offsets of its document. */
export interface Repeat extends Span {
  /** The part of the sentence that is like the marks' words: all of it, or a run of words in a long one. */
  readonly part: Span;
  /** The share of the marks' words that stand in it, 0 to 1. */
  readonly share: number;
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

// Two numbers, both found on one half of hand-made pairs and tried on the other (docs/quality.md).
/** How much of the lighter passage, and of both, must be in common. */
const leastLike = 0.45;
/** Less than this in common is a turn of phrase: it takes two or three words that are about something. */
const leastCommon = 2.5;

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
  if (!statements.search(text, whole.from, whole.to).some((one) => isEarlier(one, comparing))) {
    return [];
  }
  const repeats: Repeat[] = [];
  for (const sentence of clausesOf(text, whole)) {
    const wordings = statements.search(text, sentence.from, sentence.to);
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

const isEarlier = ({ statements }: Wording, { date }: Comparing): boolean => {
  for (const statement of statements) if (statement.date < date) return true;
  return false;
};

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
  { statements, codebook, circle, date, uri }: Comparing,
) {
  const names = sameNames(codebook);
  const own: Circle = { ...circle, by };
  let passage: Passage | undefined;
  const repeats: Omit<Repeat, 'from' | 'to'>[] = [];
  for (const wording of wordings) {
    const earlier = [...wording.statements].filter(
      (one) => one.date < date && one.uri !== uri && !(by && one.by && one.by !== by),
    );
    if (!earlier.length) continue;
    passage ??= readPassage(text, names);
    const old = passageOf(wording, names);
    const likeness = likenessOf(old, passage);
    if (likeness.score < leastLike || likeness.common < leastCommon) continue;
    const part = spanOf(likeness.part);
    if (nameOthers(old.tokens, likeness.part) || !takesStand(text, part, codebook)) continue;
    const now = passage;
    const fit = earlier.filter((one) => fits(one, own, statements, old, now, names));
    if (fit.length) repeats.push({ part, share: likeness.share, statements: fit });
  }
  return repeats;
}

const spanOf = (tokens: readonly Span[]): Span => ({
  from: tokens[0]?.from ?? 0,
  to: tokens[tokens.length - 1]?.to ?? 0,
});

/** A statement with the parties its series usually has, where it has none of its own. */
const full = (statement: Statement, { usualOf }: Statements): Circle =>
  statement.parties === undefined
    ? { ...statement, parties: usualOf(statement.series) }
    : statement;

/**
 * Whether a statement was made by the circle that speaks here. Where ids do not tell: documents of one
 * series are of one circle unless their titles name others; those of different series are where the two
 * passages name the same. One state's own undertaking is the same wherever it is made.
 */
function fits(
  statement: Statement,
  own: Circle,
  statements: Statements,
  old: Passage,
  now: Passage,
  names: NameIndex<string>,
): boolean {
  const fit = fitOf(full(statement, statements), own);
  if (fit === 'same') return true;
  const alone = soleSubject(old);
  if (fit === 'other') return alone !== undefined && alone === soleSubject(now);
  if (statement.series === own.series) return !titlesDiffer(statement.title, own.title, names);
  return nameSame(old, now);
}

function titlesDiffer(
  a: string | undefined,
  b: string | undefined,
  names: NameIndex<string>,
): boolean {
  const one = keysIn(titled(a, names));
  const other = keysIn(titled(b, names));
  return one.size > 0 && other.size > 0 && ![...one].some((key) => other.has(key));
}

const titles = new WeakMap<NameIndex<string>, Map<string, Passage>>();
const mostTitles = 20_000;

function titled(title = '', names: NameIndex<string>): Passage {
  const known = titles.get(names) ?? new Map<string, Passage>();
  if (known.size > mostTitles) known.clear();
  titles.set(names, known);
  const passage = known.get(title) ?? readPassage(title, names);
  known.set(title, passage);
  return passage;
}

const keysIn = ({ tokens }: Passage): Set<string> =>
  new Set(namesIn(tokens).flatMap(({ keys }) => keys));

/** Whether both passages name states or bodies that the codebook or everybody knows, and one all that the other does. */
function nameSame(a: Passage, b: Passage): boolean {
  const one = knownIn(a);
  const other = knownIn(b);
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  return few.size > 0 && [...few].every((key) => many.has(key));
}

const knownIn = ({ tokens }: Passage): Set<string> =>
  new Set(tokens.flatMap(({ key }) => (key.startsWith('#') ? key : [])));
