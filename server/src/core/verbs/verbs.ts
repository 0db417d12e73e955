import type { Codebook, LadderName } from '../codebook/codebook.ts';
import { firstThat } from '../search.ts';
import type { Span } from '../text.ts';
import { englishHits, type Hit } from './english.ts';
import { isJapanese, japaneseHits } from './japanese.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { englishUnits, japaneseUnits, type Unit } from './units.ts';
import { wordsOf } from './words.ts';

/** A lemma on its rung, counted from the weakest, 0. */
export interface Rank {
  readonly lemma: string;
  readonly ladder: LadderName;
  readonly rung: number;
}

/** The verb of a mark. */
export interface Verb extends Rank {
  /** Where it stands in the sentence; absent for one that the analyst gave. */
  readonly span: Span | undefined;
  /** What it reports: `will` in "affirmed that they will …". Line and lights go by it. */
  readonly force: (Rank & { readonly span: Span }) | undefined;
}

/**
 * The verb of the words at `words` (UTF-16 offsets in `sentence`, both without annotations).
 * `given` is the mark's `verb=`: it wins where it stands on a ladder. Else it is the first ladder
 * verb in the words, else the nearest before them (in Japanese: after them) in the sentence, with
 * all that stands together with it. Undefined where there is none.
 */
export function verbOf(
  sentence: string,
  words: Span,
  codebook: Codebook,
  given?: string,
): Verb | undefined {
  const rank = given === undefined ? undefined : rankOf(given, codebook);
  if (rank !== undefined) return { ...rank, span: undefined, force: undefined };
  const reading = readingOf(sentence, lexiconOf(codebook.ladders));
  const unit = unitIn(reading, words) ?? unitNear(reading, words);
  return unit && verbFrom(unit, reading);
}

/** The verbs that stand on a ladder in a sentence: what `verbOf` finds for some words of it is one of them. */
export function verbsIn(sentence: string, codebook: Codebook): Verb[] {
  const reading = readingOf(sentence, lexiconOf(codebook.ladders));
  return reading.units.map((unit) => verbFrom(unit, reading));
}

interface Reading {
  readonly sentence: string;
  /** In order of their place. */
  readonly units: readonly Unit[];
  /** What a unit reports; of several the first. */
  readonly reported: ReadonlyMap<Unit, Unit>;
  readonly japanese: boolean;
}

// The marks of one sentence are asked for one after the other.
const latest = new WeakMap<Lexicon, Reading>();

function readingOf(sentence: string, lexicon: Lexicon): Reading {
  const known = latest.get(lexicon);
  if (known?.sentence === sentence) return known;
  const japanese = isJapanese(sentence);
  const words = wordsOf(sentence);
  const units = japanese
    ? japaneseUnits(sentence, japaneseHits(sentence, lexicon))
    : englishUnits(words, englishHits(words, lexicon));
  const reported = new Map<Unit, Unit>();
  for (const unit of units) {
    const { governor } = unit;
    if (governor && !reported.has(governor)) reported.set(governor, unit);
  }
  const reading = { sentence, units, reported, japanese };
  latest.set(lexicon, reading);
  return reading;
}

/** Where a lemma stands on the codebook's ladders; undefined for one that stands on none. */
export function rankOf(lemma: string, codebook: Codebook): Rank | undefined {
  const lexeme = lexiconOf(codebook.ladders).lexemes.get(lemma);
  return lexeme && { lemma, ladder: lexeme.ladder, rung: lexeme.rung };
}

/** All lemmas a `verb=` may name: those of the ladders, then those that stand for one of them. */
export const lemmasOf = (codebook: Codebook): readonly string[] => [
  ...lexiconOf(codebook.ladders).lexemes.keys(),
];

/**
 * Whether the verb binds: its force, else the verb itself, stands on the commitment line's rung or
 * above. Undefined where neither is on the commissive ladder, so that nobody can tell.
 */
export function lineReached(verb: Verb, codebook: Codebook): boolean | undefined {
  const { ladder, rung } = verb.force ?? verb;
  const line = rankOf(codebook.commitmentLine, codebook);
  if (ladder !== 'commissive' || line?.ladder !== 'commissive') return undefined;
  return rung >= line.rung;
}

function unitIn({ units }: Reading, words: Span): Unit | undefined {
  const holds = (hit: Hit) => words.from <= hit.from && hit.from < words.to;
  let first: Unit | undefined;
  for (let i = firstThat(units, (unit) => words.from <= lastOf(unit).from); i < units.length; i++) {
    const unit = units[i] as Unit;
    if (words.to <= (unit.hits[0] as Hit).from) break;
    if (!unit.hits.some(holds)) continue;
    if (isCertain(unit)) return unit;
    first ??= unit;
  }
  return first;
}

const lastOf = ({ hits }: Unit): Hit => hits[hits.length - 1] as Hit;

function unitNear({ units, japanese }: Reading, words: Span): Unit | undefined {
  const behind = japanese && units[firstThat(units, ({ main }) => words.to <= main.from)];
  if (behind) return behind;
  for (let i = firstThat(units, ({ main }) => words.from < main.to) - 1; i >= 0; i--) {
    const unit = units[i] as Unit;
    if (isCertain(unit)) return unit;
  }
  return undefined;
}

/** An infinitive counts where another verb carries it: "agreed to continue". */
const isCertain = ({ hits, governor }: Unit): boolean =>
  governor !== undefined || hits.some(({ weak }) => !weak);

function verbFrom(unit: Unit, reading: Reading): Verb {
  const reported = unit.governor === undefined ? reading.reported.get(unit) : unit;
  const { lexeme, from, to } = (unit.governor ?? unit).main;
  const { lemma, ladder, rung } = lexeme;
  return { lemma, ladder, rung, span: { from, to }, force: reported && forceOf(reported.main) };
}

function forceOf({ lexeme, from, to }: Hit): NonNullable<Verb['force']> {
  const { lemma, ladder, rung } = lexeme;
  return { lemma, ladder, rung, span: { from, to } };
}
