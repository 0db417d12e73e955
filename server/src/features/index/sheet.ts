import { fragmentsIn } from '../../core/snapshot/mark-words.ts';
import { definitionNumber } from '../../core/snapshot/packed-summary.ts';
import type { Entry } from '../../core/snapshot/snapshot.ts';
import type { Definition } from '../../core/snapshot/summary.ts';
import type { Span } from '../../core/text.ts';

/** A document with its marks: those from number `first` on. */
export interface Sheet {
  readonly entry: Entry;
  /** Its last day, by `dateNumber`. */
  readonly date: number;
  readonly first: number;
  /** Which of its definitions they are. */
  readonly marks: readonly number[];
  /** How many of them are commitments. */
  readonly commitments: number;
  /** Whether one of them may be in parts. */
  readonly mayHaveParts: boolean;
}

/** A mark that was found. */
export interface FoundMark {
  readonly entry: Entry;
  readonly definition: Definition;
  /** The words of its further parts, where it is in parts. */
  readonly fragments: readonly Span[];
}

/** The mark that is the definition of this index in a sheet. */
export function markOf({ entry, mayHaveParts }: Sheet, index: number): FoundMark | undefined {
  const definition = definitionNumber(entry.summary, index);
  const fragments = mayHaveParts && definition ? fragmentsIn(entry).get(definition.id) : undefined;
  return definition && { entry, definition, fragments: fragments ?? nothing };
}

const nothing: readonly never[] = [];

/** Those with the latest dates first. */
export const newestFirst = (a: Sheet, b: Sheet): number =>
  b.date - a.date || (a.entry.uri < b.entry.uri ? -1 : 1);

/**
 * An ISO day as a number: later days are greater, and the difference is about the days between; 0 for
 * none. Months count 31 days.
 */
export const dateNumber = (date: string | undefined): number =>
  date === undefined
    ? 0
    : Number(date.slice(0, 4)) * 372 + Number(date.slice(5, 7)) * 31 + Number(date.slice(8));
