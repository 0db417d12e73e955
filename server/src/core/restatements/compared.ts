import type { Codebook } from '../codebook/codebook.ts';
import type { SaidAgain } from './comparison.ts';
import { mayTakeStand } from './stand.ts';

/** What comparing a sentence with earlier wordings has found, as its words tell, whoever says it and when. */
export interface Compared {
  /** Whether some words of it may take a stand; else it says nothing again. */
  readonly mayStand: boolean;
  /** By wording, of those it was compared with; undefined where it does not say that again. */
  readonly found: Map<number, SaidAgain | undefined>;
}

/** Of so many sentences it is remembered: collections say the same again and again. */
const mostSentences = 10_000;

/** A memory of what sentences say again, while the wordings and the codebook stay as they are. */
export function comparedSentences(edition: () => number) {
  const known = new Map<string, Compared>();
  let knownOf = -1;
  let knownUnder: Codebook | undefined;
  return (sentence: string, codebook: Codebook): Compared => {
    const isStale = knownOf !== edition() || knownUnder !== codebook;
    if (isStale || known.size >= mostSentences) known.clear();
    knownOf = edition();
    knownUnder = codebook;
    const found = known.get(sentence);
    if (found) return found;
    const made = { mayStand: mayTakeStand(sentence, codebook), found: new Map() };
    // A stretch of a text would keep all of it in memory.
    known.set(` ${sentence}`.slice(1), made);
    return made;
  };
}
