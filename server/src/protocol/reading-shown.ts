import type { Range } from 'vscode-languageserver';
import type { ReadPiece } from '../features/reading-view/reading.ts';

/** A document as it is read; see `Reading` in features/reading-view/reading.ts. */
export interface ReadingShown {
  readonly title: string;
  readonly lang?: string;
  /** As written: a day, or a first and a last one. */
  readonly date?: string;
  readonly place?: string;
  readonly issuer?: string;
  readonly parties: readonly string[];
  /** The name of its series, or the id where the codebook has none. */
  readonly series?: string;
  readonly blocks: readonly ReadingBlock[];
}

export interface ReadingBlock {
  /** Of its words in the text. */
  readonly range: Range;
  /** `title` is the first block where it says the title of the front matter. */
  readonly is: 'title' | 'heading' | 'paragraph';
  /** How many `#` a heading has; 0 for anything else. */
  readonly level: number;
  readonly pieces: readonly ReadPiece[];
  /** What begins in the block, in order. */
  readonly marks: readonly ReadingMark[];
  readonly references: readonly ReadingReference[];
  readonly notes: readonly ReadingNote[];
}

export interface ReadingMark {
  /** The words. */
  readonly range: Range;
  /** A fragment has its head's; empty where there is none. */
  readonly kind: string;
  /** A theme colour id for a kind whose codebook gives one. */
  readonly color?: string;
  /** All parts of a mark have the same. */
  readonly id?: string;
  /** Of a registered mark; its fragments have none. */
  readonly card?: ReadingCard;
}

export interface ReadingCard {
  /** `key#id`; absent for a mark that nothing can point at. */
  readonly name?: string;
  readonly status: 'superseded' | 'breached' | 'fulfilled' | 'overdue' | 'standing';
  /** The status with its reason, in a few words. */
  readonly reason: string;
  /** Names of who is bound, or whose it is. */
  readonly actors: readonly string[];
  readonly verb?: ReadingVerb;
  /** What the verb reports, by which the force goes. */
  readonly force?: ReadingVerb;
  /** As written. */
  readonly due?: string;
  readonly referred: number;
  readonly hasThread: boolean;
}

export interface ReadingVerb {
  readonly lemma: string;
  readonly ladder: 'stance' | 'directive' | 'commissive';
  /** Counted from the weakest, 1. */
  readonly rung: number;
  /** How many rungs the ladder has. */
  readonly of: number;
}

export interface ReadingReference {
  /** What it means, in words; empty where that is not there. */
  readonly means: string;
}

export interface ReadingNote {
  readonly range: Range;
  readonly words: string;
}
