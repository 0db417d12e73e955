import type { Passage, Token } from './passage.ts';

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
  /** The tokens of the later passage that were compared: the whole, or the part most like the earlier. */
  readonly part: readonly Token[];
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
export const longer = 2.5;
/** A part is this many times as long as the shorter passage, for words that came in between. */
const room = 2;
const shortestPart = 16;

/** Compares an earlier passage with a later one. */
export function likenessOf(earlier: Passage, later: Passage): Likeness {
  const a = earlier.tokens;
  const b = later.tokens;
  const long = Math.max(shortestPart, Math.round(room * Math.min(a.length, b.length)));
  const old = a.length > longer * b.length ? bestPart(a, b, long) : a;
  const now = b.length > longer * a.length ? bestPart(b, a, long) : b;
  const both = inCommon(old, now);
  const all = weightOf(old);
  const other = weightOf(now);
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

const weightOf = (tokens: readonly Token[]): number =>
  tokens.reduce((sum, { weight }) => sum + weight, 0);

function inCommon(a: readonly Token[], b: readonly Token[]) {
  const left = countedOnce(b);
  const used = new Map<string, number>();
  let weight = 0;
  let count = 0;
  let of = 0;
  for (const token of a) {
    if (!token.weight) continue;
    of++;
    const had = used.get(token.key) ?? 0;
    if (had >= (left.get(token.key) ?? 0)) continue;
    used.set(token.key, had + 1);
    weight += token.weight;
    count++;
  }
  return { weight, count, of };
}

const counts = new WeakMap<readonly Token[], ReadonlyMap<string, number>>();

/** One sentence is compared with many marks. */
function countedOnce(tokens: readonly Token[]): ReadonlyMap<string, number> {
  const known = counts.get(tokens) ?? counted(tokens);
  counts.set(tokens, known);
  return known;
}

function counted(tokens: readonly Token[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { key } of tokens) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** The run of `length` tokens of `long` that has most in common with `short`; of equals the first. */
function bestPart(
  long: readonly Token[],
  short: readonly Token[],
  length: number,
): readonly Token[] {
  const left = counted(short);
  let weight = 0;
  let best = 0;
  let bestAt = 0;
  for (let at = 0; at < long.length; at++) {
    const { key, weight: own } = long[at] as Token;
    const rest = left.get(key);
    if (rest !== undefined) {
      left.set(key, rest - 1);
      if (rest > 0) weight += own;
    }
    const gone = long[at - length];
    const back = gone && left.get(gone.key);
    if (gone && back !== undefined) {
      left.set(gone.key, back + 1);
      if (back >= 0) weight -= gone.weight;
    }
    if (weight > best + 1e-9) {
      best = weight;
      bestAt = at;
    }
  }
  const from = Math.max(0, bestAt - length + 1);
  return long.slice(from, from + length);
}
