import type { Codebook } from '../codebook/codebook.ts';
import type { SaidAgain } from './comparison.ts';
import { mayTakeStand } from './stand.ts';

/**
 * What comparing a sentence with earlier wordings has found, by wording, as its words tell, whoever says it and
 * when.
 */
export type Compared = Map<number, SaidAgain | 'nothing'>;

/** Of so many sentences it is remembered: collections say the same again and again. */
const mostSentences = 10_000;

/**
 * A memory of what sentences say again, while the wordings and the codebook stay as they are; undefined for a
 * sentence no words of which take a stand.
 */
export function comparedSentences(edition: () => number) {
  const known = new Map<string, Compared>();
  let knownOf = -1;
  let knownUnder: Codebook | undefined;
  return (sentence: string, codebook: Codebook): Compared | undefined => {
    const isStale = knownOf !== edition() || knownUnder !== codebook;
    if (isStale || known.size >= mostSentences) known.clear();
    knownOf = edition();
    knownUnder = codebook;
    const found = known.get(sentence);
    if (found || !mayTakeStand(sentence, codebook)) return found;
    const made: Compared = new Map();
    // A stretch of a text would keep all of it in memory.
    known.set(` ${sentence}`.slice(1), made);
    return made;
  };
}
