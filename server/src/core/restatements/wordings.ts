import { longer } from '../numbers.ts';
import { hashedOn } from '../snapshot/name-table.ts';
import { likeEnough, muchLonger } from './likeness.ts';
import { numberLists } from './number-lists.ts';
import { pairTable } from './pair-table.ts';
import { emptyRuns, type Runs, readRuns } from './runs.ts';
import { bitCount, bitsOf } from './term-bits.ts';

/** The words of marks that say the same, letter for letter, go by a number: a wording. */
export type Wordings = ReturnType<typeof wordings>;

/** A run that stands in more wordings than this, and in more than some eighth of all, tells nothing. */
const commonRun = 64;
const commonShare = 8;

/** The strength of its runs that makes a wording worth a look: two good ones, … */
const enough = 1.2;
/** … or, of a short one, this share of what it has. */
const shareNeeded = 0.4;
/** Of two that are about as long, so much of that will do: their other words have to be alike as well. */
const asLongNeeds = 2 / 3;
/** … where this share of the earlier words, by weight, is in the later ones. */
const asLongShares = 2 / 3;

/** The sign of a term that stands several times in a wording. */
const several = 1 << 30;

/** What a word counts at most; see `weights` in words.ts. */
const full = 1;

/** What reading names and persons may change in how like two passages are. */
const slack = 0.1;

/** Of more wordings than these only those count that are about as like the clause as the best one. */
const many = 20;
const near = 0.1;

/**
 * An index of wordings by their runs of words. It holds numbers and no words: `textOf` gives those of a
 * wording that has been entered.
 */
export function wordings(textOf: (wording: number) => string) {
  // By the hash of their words, and how many others had that hash before.
  const byText = pairTable();
  let others = 0;
  let count = 0;
  const byRun = pairTable();
  /** How many runs begin with a term: most words of texts begin none. */
  let beginning = new Int32Array(1 << 10);
  /** The wordings of a run. */
  const places = numberLists();
  /** The terms of a wording that count, each once; one that it has several times with that sign, and then how often. */
  const terms = numberLists();
  // Of each wording: the weight of its words, how many they are, what its runs must reach, and the bits of its
  // terms that count in full.
  let weights = new Float64Array(64);
  let lengths = new Int32Array(64);
  let needed = new Float64Array(64);
  let bits = new Int32Array(64);
  const own = emptyRuns();

  /** Another number once a wording has come or gone. */
  let edition = 0;

  // What the stretch that is searched has, and what was found of each wording; of an earlier search where
  // the round is another.
  const stretch = emptyRuns();
  let stretchBits = 0;
  let round = 0;
  // How often a term stands in the stretch, and what it counts there; 0 outside of a search.
  let termCounts = new Int32Array(1 << 10);
  let termWeights = new Float64Array(1 << 10);
  let found = new Float64Array(64);
  let rounds = new Int32Array(64);
  /** The wordings that share enough runs with the stretch to be looked at. */
  let touched = new Int32Array(64);
  /** Of those that are like it, which they are and how like. */
  let like = new Int32Array(64);
  let scores = new Float64Array(64);

  /** The number of the wording with this text. */
  function enter(text: string): number {
    const hash = hashOf(text);
    let free = -1;
    for (let other = 0; other <= others; other++) {
      const wording = byText.find(hash, other);
      if (wording >= 0 && textOf(wording) === text) return wording;
      if (wording < 0 && free < 0) free = other;
    }
    if (free < 0) free = ++others;
    const wording = byText.enter(hash, free);
    count++;
    edition++;
    place(wording, text);
    return wording;
  }

  function place(wording: number, text: string): void {
    while (wording >= weights.length) {
      weights = longer(weights);
      lengths = longer(lengths);
      needed = longer(needed);
      bits = longer(bits);
      found = longer(found);
      rounds = longer(rounds);
      touched = longer(touched);
      like = longer(like);
      scores = longer(scores);
    }
    readRuns(text, 0, text.length, own);
    weights[wording] = enterTerms(wording);
    lengths[wording] = own.words;
    bits[wording] = bitsOf(own, full);
    let all = 0;
    for (let i = 0; i < own.runs; i++) {
      const first = own.firsts[i] as number;
      const run = byRun.enter(first, own.seconds[i] as number);
      const length = places.lengthOf(run);
      while (first >= beginning.length) beginning = longer(beginning);
      if (!length) beginning[first] = 1 + (beginning[first] as number);
      if (length && places.all()[places.startOf(run) + length - 1] === wording) continue;
      places.insert(run, length, wording);
      all += own.strengths[i] as number;
    }
    needed[wording] = Math.min(enough, shareNeeded * all);
  }

  /** Returns the weight of all words. */
  function enterTerms(wording: number): number {
    const all = countWords(own);
    for (let i = 0; i < own.words; i++) {
      const term = own.terms[i] as number;
      const often = termCounts[term] as number;
      if (often > 1) {
        terms.insert(wording, terms.lengthOf(wording), term | several);
        terms.insert(wording, terms.lengthOf(wording), often);
      } else if (often) terms.insert(wording, terms.lengthOf(wording), term);
      termCounts[term] = 0;
    }
    forgetWords(own);
    return all;
  }

  /** Counts the words of a stretch until `forgetWords`; returns their weight. */
  function countWords(words: Runs): number {
    let all = 0;
    for (let i = 0; i < words.words; i++) {
      const term = words.terms[i] as number;
      while (term >= termCounts.length) {
        termCounts = longer(termCounts);
        termWeights = longer(termWeights);
      }
      termCounts[term] = 1 + (termCounts[term] as number);
      termWeights[term] = words.weights[i] as number;
      all += words.weights[i] as number;
    }
    return all;
  }

  function forgetWords(words: Runs): void {
    for (let i = 0; i < words.words; i++) {
      termCounts[words.terms[i] as number] = 0;
      termWeights[words.terms[i] as number] = 0;
    }
  }

  /** Forgets a wording, which has this text. */
  function remove(wording: number, text: string): void {
    const hash = hashOf(text);
    for (let other = 0; other <= others; other++) {
      if (byText.find(hash, other) === wording) byText.remove(hash, other);
    }
    count--;
    edition++;
    terms.clear(wording);
    readRuns(text, 0, text.length, own);
    for (let i = 0; i < own.runs; i++) {
      const run = byRun.find(own.firsts[i] as number, own.seconds[i] as number);
      const at = run < 0 ? -1 : places.placeOf(run, wording);
      if (at < 0) continue;
      places.remove(run, at);
      if (places.lengthOf(run)) continue;
      const first = own.firsts[i] as number;
      byRun.remove(first, own.seconds[i] as number);
      beginning[first] = (beginning[first] as number) - 1;
    }
  }

  /** Finds the wordings that share enough runs with a stretch of a text to be looked at; returns how many. */
  function touch(text: string, from: number, to: number): number {
    readRuns(text, from, to, stretch);
    round++;
    stretchBits = bitsOf(stretch, 0);
    const most = Math.max(commonRun, (1 << (31 - Math.clz32(count))) / commonShare);
    const { runs, firsts, seconds, strengths } = stretch;
    const all = places.all();
    let seen = 0;
    for (let i = 0; i < runs; i++) {
      const first = firsts[i] as number;
      if (first >= beginning.length || !beginning[first]) continue;
      const run = byRun.find(first, seconds[i] as number);
      const length = run < 0 ? 0 : places.lengthOf(run);
      if (!length || length > most) continue;
      const strength = strengths[i] as number;
      const start = places.startOf(run);
      for (let at = start; at < start + length; at++) {
        const wording = all[at] as number;
        const before = rounds[wording] === round ? (found[wording] as number) : 0;
        const now = before + strength;
        rounds[wording] = round;
        found[wording] = now;
        const least = needed[wording] as number;
        const fewer = asLongNeeds * least;
        if (now < fewer || before >= least) continue;
        const isNew = before < fewer;
        if (now < least ? isNew && mayBeAsLong(wording) : isNew || !mayBeAsLong(wording)) {
          touched[seen++] = wording;
        }
      }
    }
    return seen;
  }

  /** Whether one is so much longer than the other that a part of it is compared. */
  function isFar(wording: number): boolean {
    const length = lengths[wording] as number;
    return stretch.words > muchLonger * length || length > muchLonger * stretch.words;
  }

  /**
   * Whether a wording may be about as long as the stretch, and most of its words in there. It asks by bits which
   * words cannot be: most wordings that share a run have too many of those.
   */
  function mayBeAsLong(wording: number): boolean {
    if (isFar(wording)) return false;
    const all = weights[wording] as number;
    const missing = full * bitCount((bits[wording] as number) & ~stretchBits);
    return all - missing >= asLongShares * all;
  }

  /** How like a wording is to the stretch that was counted, as its words tell; 0 for too little. */
  function likeness(wording: number, weight: number): number {
    const other = weights[wording] as number;
    const isPart = isFar(wording);
    const isFaint = (found[wording] as number) < (needed[wording] as number);
    const common = inCommon(wording);
    if (isFaint && common < asLongShares * other) return 0;
    const least = Math.min(weight, other);
    const overlap = common / least;
    const dice = isPart ? overlap : (2 * common) / (weight + other);
    const score = (overlap + dice) / 2;
    return score >= likeEnough(least) - slack ? score : 0;
  }

  /** The weight of what a wording has in common with the stretch that was counted. */
  function inCommon(wording: number): number {
    const all = terms.all();
    const start = terms.startOf(wording);
    const end = start + terms.lengthOf(wording);
    let common = 0;
    for (let at = start; at < end; at++) {
      const term = all[at] as number;
      if (term < several) common += termWeights[term] as number;
      else {
        const both = Math.min(termCounts[term - several] as number, all[++at] as number);
        common += both * (termWeights[term - several] as number);
      }
    }
    return common;
  }

  /**
   * Of the wordings that are asked for, those that may be like a clause, from what their words and runs tell. Where
   * many are, only those as like as the best one; where these are many still, none: it is a turn of phrase.
   */
  function search(
    text: string,
    from: number,
    to: number,
    isAsked: (wording: number) => boolean,
  ): readonly number[] {
    const candidates = count ? touch(text, from, to) : 0;
    if (!candidates) return none;
    const weight = countWords(stretch);
    let alike = 0;
    let best = 0;
    for (let i = 0; i < candidates; i++) {
      const wording = touched[i] as number;
      const score = isAsked(wording) ? likeness(wording, weight) : 0;
      if (!score) continue;
      like[alike] = wording;
      scores[alike++] = score;
      best = Math.max(best, score);
    }
    forgetWords(stretch);
    const least = alike > many ? best - near : 0;
    const likest: number[] = [];
    for (let i = 0; i < alike; i++) {
      if ((scores[i] as number) < least) continue;
      if (likest.push(like[i] as number) > many) return none;
    }
    return likest;
  }

  return {
    ...{ enter, remove, search },
    size: () => count,
    edition: () => edition,
    /** The weight of its words. */
    weightOf: (wording: number): number => weights[wording] as number,
  };
}

const none: readonly number[] = [];

function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = hashedOn(hash, text.charCodeAt(at));
  return hash;
}
