import type { ReadingBlock, ReadingMark } from '../../../server/src/protocol/reading-shown.ts';
import type { RunShown } from '../../../server/src/protocol/requests.ts';

/** What the extension and the page of a reading view say to each other. All words are for the reader. */

/** Where something stands in a text. */
export interface Place {
  readonly uri: string;
  readonly range: ReadingMark['range'];
}

/** Which part of the page is shown. */
export type Part =
  | { readonly is: 'text' }
  | { readonly is: 'series' }
  /** Of the mark that has this name or, without one, stands at this place. */
  | { readonly is: 'thread'; readonly name?: string; readonly range: Place['range'] };

export type ToPage =
  | { readonly is: 'labels'; readonly labels: Labels }
  | { readonly is: 'text'; readonly text: TextPage }
  /** `null` where the mark has gone. */
  | { readonly is: 'thread'; readonly thread: ThreadPage | null }
  | { readonly is: 'series'; readonly series: SeriesPage | null }
  /** What the reader sees in the editor; where they have asked for it, it is shown in any case. */
  | { readonly is: 'seen'; readonly seen: Seen; readonly isAsked: boolean }
  /** There is no text to show, and why. */
  | { readonly is: 'nothing'; readonly words: string };

/** A line of the text, from 0. */
export interface Seen {
  readonly line: number;
  /** Whether the cursor stands there; else it is the first line that is shown, and its words stand at the top. */
  readonly isCursor: boolean;
}

export type FromPage =
  /** The page is there and shows this part. */
  | { readonly is: 'ready' | 'shows'; readonly part: Part }
  | { readonly is: 'open'; readonly place: Place }
  /** The reader wants to go back to the text in the editor. */
  | { readonly is: 'leave' }
  /** What is shown, to be kept as a page of its own; made from nodes, so that no words are taken for signs. */
  | { readonly is: 'save'; readonly html: string };

/** What the page keeps over a reload of the window. */
export interface Kept {
  readonly uri: string;
  readonly part: Part;
  /** How far each part is scrolled. */
  readonly scrolled: Partial<Record<Part['is'], number>>;
}

export interface Labels {
  readonly uri: string;
  readonly parts: string;
  readonly text: string;
  readonly series: string;
  readonly thread: string;
  readonly showThread: string;
  readonly back: string;
  readonly save: string;
  readonly beside: string;
  readonly notes: string;
  readonly removed: string;
  readonly added: string;
}

export interface TextPage {
  readonly lang: string;
  /** What the front matter calls it. */
  readonly title: string;
  /** Whether the text itself begins with that. */
  readonly saysTitle: boolean;
  readonly facts: readonly Fact[];
  readonly hasSeries: boolean;
  /** What to say where nothing is marked. */
  readonly empty?: string;
  readonly blocks: BlocksPage;
}

/** The blocks of a text by what was sent of them before, so that a keystroke sends one. */
export interface BlocksPage {
  /** How many at the beginning, and at the end, are as they were; they may stand on other lines. */
  readonly head: number;
  readonly tail: number;
  /** What stands between them now. */
  readonly fresh: readonly PageBlock[];
  /** The first line of each block, all of them, from 0. */
  readonly lines: readonly number[];
}

export interface Fact {
  readonly label: string;
  readonly words: string;
  /** Said with less weight behind them. */
  readonly more?: string;
  /** What that means, in a tip. */
  readonly tip?: string;
}

/** A block, its look apart from where it stands: two that look the same are drawn the same. */
export interface PageBlock {
  readonly look: BlockLook;
  /** Lines are counted from the first one of the block, so that nothing of it changes when it is moved. */
  readonly range: Place['range'];
  readonly marks: readonly Place['range'][];
  readonly notes: readonly Place['range'][];
}

export interface BlockLook extends Pick<ReadingBlock, 'is' | 'level' | 'pieces'> {
  readonly marks: readonly MarkLook[];
  /** What each reference means; empty where that is not there. */
  readonly references: readonly string[];
  readonly notes: readonly NoteLook[];
}

export interface MarkLook {
  /** A class of the style sheet for the colours of the built-in kinds. */
  readonly kind: string;
  /** A style value, for kinds that bring a colour. */
  readonly color?: string;
  /** All parts of a mark have the same. */
  readonly id?: string;
  readonly tip: string;
  readonly card?: CardLook;
}

export interface CardLook {
  readonly kind: string;
  readonly status: string;
  readonly is: 'superseded' | 'breached' | 'fulfilled' | 'overdue' | 'standing';
  /** Why it is so, in a tip. */
  readonly reason: string;
  readonly facts: readonly Fact[];
  readonly referred: string;
  readonly name?: string;
  readonly hasThread: boolean;
}

export interface NoteLook {
  readonly number: number;
  readonly words: string;
}

/** Words of a text; `lang` is the language it says it is in, empty where it says none. */
interface InLanguage {
  readonly lang: string;
}

/** Words, and between them those that the text before had. */
export interface Reworded extends InLanguage {
  readonly runs: readonly RunShown[];
  /** The language of the text before. */
  readonly langBefore: string;
}

export interface ThreadPage extends InLanguage {
  readonly title: string;
  readonly entries: readonly ThreadEntry[];
}

export interface ThreadEntry extends Reworded {
  readonly place: Place;
  readonly kind: string;
  readonly date: string;
  readonly title: string;
  /** Whether it is the mark that was asked for. */
  readonly isHere: boolean;
  /** What it does with earlier ones: `weakens 14 May 2030`. */
  readonly does: readonly string[];
  readonly changes: readonly string[];
  readonly status?: string;
  readonly is?: CardLook['is'];
}

export interface SeriesPage {
  readonly title: string;
  readonly columns: readonly string[];
  readonly documents: readonly SeriesDocument[];
  /** The one that is shown at first. */
  readonly own: number;
}

export interface SeriesDocument extends InLanguage {
  readonly date: string;
  readonly title: string;
  /** One for each column but the first. */
  readonly groups: readonly SeriesGroup[];
}

export interface SeriesGroup {
  readonly title: string;
  readonly means: string;
  readonly empty: string;
  readonly items: readonly SeriesItem[];
}

export interface SeriesItem extends Reworded {
  readonly place: Place;
  readonly kind: string;
  readonly changes: readonly string[];
}
