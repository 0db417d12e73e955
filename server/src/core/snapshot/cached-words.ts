import type { Names } from './name-table.ts';

/**
 * The words that marks are looked for by, of the documents whose summaries are kept, as they are searched: a
 * host keeps them from one session to the next without knowing what they mean.
 */
export interface CachedWords {
  /** What they hang on beside the texts: they are good for nothing where that is another. */
  readonly basis: string;
  readonly words: Names;
  /** The numbers of the words in the order of the alphabet. */
  readonly order: Int32Array;
  /** The postings of word `w` are those from `starts[w]` to `starts[w + 1]`. */
  readonly starts: Int32Array;
  readonly postings: Int32Array;
  /** By document, the number of its first mark; -1 for one whose words are not here. */
  readonly firsts: Int32Array;
  /** How many marks there are. */
  readonly marks: number;
}
