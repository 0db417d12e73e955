import { distance } from 'fastest-levenshtein';

/**
 * The candidate that somebody who wrote `word` most likely meant: the one that differs by its case
 * only, else the one the fewest slips away; of equals the first. Undefined where none is near.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const meant = word.toLowerCase();
  const limit = slips(meant.length);
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of candidates) {
    if (candidate === word || Math.abs(candidate.length - meant.length) >= least) continue;
    const far = distance(meant, candidate.toLowerCase());
    if (far >= least) continue;
    best = candidate;
    least = far;
  }
  return best;
}

/** How many slips a word of this length may hold and still be the same word: less than half of it. */
const slips = (length: number): number =>
  length === 0 ? 0 : Math.min(3, Math.max(1, Math.ceil(length / 2) - 1));
