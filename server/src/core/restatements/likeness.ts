import { longer } from '../numbers.ts';
import { type Passage, termOf, weightOf } from './passage.ts';

/** Some tokens of a passage, from one to before another. */
export interface Part {
  readonly of: Passage;
  readonly first: number;
  readonly end: number;
}

export const wholeOf = (of: Passage): Part => ({ of, first: 0, end: of.length });

/** How much of a passage stands in another one. */
export interface Likeness {
  /** 0 to 1: the mean of the weight in common against that of the lighter passage, and against that of both. */
  readonly score: number;
  /** Whether that is enough. */
  readonly enough: boolean;
  /** The weight of what they have in common. */
  readonly common: number;
  /** The share of the earlier passage's words that stand in the later one, 0 to 1. */
  readonly share: number;
  /** What was compared of the later passage: the whole, or the part most like the earlier. */
  readonly part: Part;
}

// Found on one half of hand-made pairs and tried on the other (docs/quality.md).
/** How much of the lighter passage, and of both, must be in common, on average. */
const leastLike = 0.45;
/** What weighs less than this is a few words, of which some are soon the same; so much more for each it lacks. */
const short = 6;
const shortAsks = 0.06;

/** The score from which two passages are alike, by the weight of the lighter one. */
export const likeEnough = (weight: number): number =>
  leastLike + shortAsks * Math.max(0, short - weight);

/** Less than this in common is a turn of phrase: it takes two or three words that are about something. */
export const leastCommon = 2.5;
/** With a smaller share of its words the later passage says something else. */
const leastShare = 0.3;

/** A passage this many times longer than the other is compared part by part. */
export const muchLonger = 2.5;
/** A part is this many times as long as the shorter passage, for words that came in between. */
const room = 2;
const shortestPart = 16;

/** Compares an earlier passage with a later one. */
export function likenessOf(earlier: Passage, later: Passage): Likeness {
  const length = Math.max(shortestPart, Math.round(room * Math.min(earlier.length, later.length)));
  const old =
    earlier.length > muchLonger * later.length
      ? bestPart(earlier, later, length)
      : wholeOf(earlier);
  const now =
    later.length > muchLonger * earlier.length ? bestPart(later, earlier, length) : wholeOf(later);
  const both = inCommon(old, now);
  const all = weightOfPart(old);
  const other = weightOfPart(now);
  const least = Math.min(all, other);
  const overlap = least > 0 ? both.weight / least : 0;
  const dice = all + other > 0 ? (2 * both.weight) / (all + other) : 0;
  const score = (overlap + dice) / 2;
  const share = both.of ? both.count / both.of : 0;
  return {
    score,
    enough: both.weight >= leastCommon && share >= leastShare && score >= likeEnough(least),
    common: both.weight,
    share,
    part: now,
  };
}

function weightOfPart({ of, first, end }: Part): number {
  let sum = 0;
  for (let at = first; at < end; at++) sum += weightOf(of, at);
  return sum;
}

// How often a term is left to be found, by its number; of an earlier count where the round is another.
let left = new Int32Array(1 << 10);
let rounds = new Int32Array(1 << 10);
let round = 0;

function count({ of, first, end }: Part): void {
  round++;
  for (let at = first; at < end; at++) {
    const term = termOf(of, at);
    while (term >= rounds.length) {
      left = longer(left);
      rounds = longer(rounds);
    }
    left[term] = 1 + (rounds[term] === round ? (left[term] as number) : 0);
    rounds[term] = round;
  }
}

function inCommon(a: Part, b: Part) {
  count(b);
  let weight = 0;
  let common = 0;
  let of = 0;
  for (let at = a.first; at < a.end; at++) {
    const own = weightOf(a.of, at);
    if (!own) continue;
    of++;
    const term = termOf(a.of, at);
    const rest = rounds[term] === round ? (left[term] as number) : 0;
    if (rest <= 0) continue;
    left[term] = rest - 1;
    weight += own;
    common++;
  }
  return { weight, count: common, of };
}

/** The run of `length` tokens of `long` that has most in common with `short`; of equals the first. */
function bestPart(long: Passage, short: Passage, length: number): Part {
  count(wholeOf(short));
  let weight = 0;
  let best = 0;
  let bestAt = 0;
  for (let at = 0; at < long.length; at++) {
    const term = termOf(long, at);
    if (rounds[term] === round) {
      const rest = left[term] as number;
      left[term] = rest - 1;
      if (rest > 0) weight += weightOf(long, at);
    }
    const gone = at - length;
    if (gone >= 0 && rounds[termOf(long, gone)] === round) {
      const back = left[termOf(long, gone)] as number;
      left[termOf(long, gone)] = back + 1;
      if (back >= 0) weight -= weightOf(long, gone);
    }
    if (weight > best + 1e-9) {
      best = weight;
      bestAt = at;
    }
  }
  const first = Math.max(0, bestAt - length + 1);
  return { of: long, first, end: Math.min(long.length, first + length) };
}
