import { longer } from '../numbers.ts';
import { fragmentsIn, issuedAt, wordsOfMark } from '../snapshot/mark-words.ts';
import { definitionNumber, kindAt, nameAt, wordsAt } from '../snapshot/packed-summary.ts';
import type { Entry } from '../snapshot/snapshot.ts';
import { numberLists } from './number-lists.ts';
import type { Statement } from './statement.ts';

/**
 * Statements by number. Of each it holds numbers only: its document, which of its definitions it is, its
 * wording, and whom it binds; all else is read off the document when somebody asks.
 */
export type Ledger = ReturnType<typeof ledger>;

const none: readonly number[] = [];

/** So many numbers of 32 bits tell of a circle which wordings may bind it: most circles have few. */
const bitsWidth = 16;
const bitsAt = (circle: number, wording: number): number =>
  bitsWidth * circle + ((wording >>> 5) & (bitsWidth - 1));

/** The circle of nobody in particular. */
export const nobody = 0;

export function ledger() {
  const circles = [''];
  const circleNumbers = new Map<string, number>([['', nobody]]);
  /** Of lists of circles, for as long as there is no new circle. */
  let numbersOfLists = new WeakMap<readonly string[], readonly number[]>();
  /** By circle: it, and nobody in particular. */
  const withNobody: (readonly number[])[] = [[nobody]];
  const documents = new Map<string, number>();
  const entries: (Entry | undefined)[] = [];
  /** The number of the circle of its `parties`, by document. */
  const parties: number[] = [];
  const freeDocuments: number[] = [];
  // By statement.
  let documentOf = new Int32Array(64);
  let indexOf = new Int32Array(64);
  let wordingOf = new Int32Array(64);
  let boundBy = new Int32Array(64);
  /** As a number that is larger for a later day. */
  let dayOf = new Int32Array(64);
  let statements = 0;
  const freeStatements: number[] = [];
  /** By document, in their order. */
  const own = numberLists();
  /** By wording, the day on which it was said first. */
  let firstDays = new Int32Array(64);
  /** By wording; those that bind one circle stand together, the earliest first. */
  const saying = numberLists();
  /** By circle, a bit of each wording that has bound it; several share one, and none is taken back. */
  let bits = new Int32Array(256 * bitsWidth);

  function enterCircle(by: string): number {
    const known = circleNumbers.get(by);
    if (known !== undefined) return known;
    circleNumbers.set(by, circles.length);
    numbersOfLists = new WeakMap();
    withNobody.push([circles.length, nobody]);
    return circles.push(by) - 1;
  }

  /** Enters a document, or what has become of it; gives its number. */
  function enterDocument(entry: Entry, said: string | undefined): number {
    const known = documents.get(entry.uri);
    const document = known ?? freeDocuments.pop() ?? entries.length;
    if (known === undefined) documents.set(entry.uri, document);
    entries[document] = entry;
    parties[document] = enterCircle(said ?? '');
    return document;
  }

  /** Forgets a document, whose statements have been removed. */
  function removeDocument(uri: string): void {
    const document = documents.get(uri);
    if (document === undefined) return;
    documents.delete(uri);
    entries[document] = undefined;
    freeDocuments.push(document);
  }

  /** Adds a statement of a document at a place among those it has; gives its number. */
  function add(document: number, at: number, index: number, wording: number, by: string): number {
    const statement = freeStatements.pop() ?? statements++;
    while (statement >= documentOf.length) {
      documentOf = longer(documentOf);
      indexOf = longer(indexOf);
      wordingOf = longer(wordingOf);
      boundBy = longer(boundBy);
      dayOf = longer(dayOf);
    }
    documentOf[statement] = document;
    indexOf[statement] = index;
    wordingOf[statement] = wording;
    boundBy[statement] = enterCircle(by);
    dayOf[statement] = dayNumber(entries[document]?.summary.date ?? '');
    own.insert(document, at, statement);
    while (wording >= firstDays.length) firstDays = longer(firstDays);
    const isFirst = !saying.lengthOf(wording);
    const day = dayOf[statement] as number;
    firstDays[wording] = isFirst ? day : Math.min(day, firstDays[wording] as number);
    const circle = boundBy[statement] as number;
    const before = countBefore(wording, circle, day);
    saying.insert(wording, before, statement);
    while ((circle + 1) * bitsWidth > bits.length) bits = longer(bits);
    const place = bitsAt(circle, wording);
    bits[place] = (bits[place] as number) | (1 << wording);
    return statement;
  }

  /** Removes the statement of a document at a place among those it has; gives its wording. */
  function remove(document: number, at: number): number {
    const statement = own.all()[own.startOf(document) + at] as number;
    const wording = wordingOf[statement] as number;
    own.remove(document, at);
    saying.remove(wording, saying.placeOf(wording, statement));
    firstDays[wording] = firstDay(wording);
    freeStatements.push(statement);
    return wording;
  }

  /** Tells which of the document's definitions the statement at a place is now. */
  function setIndex(document: number, at: number, index: number): void {
    indexOf[own.all()[own.startOf(document) + at] as number] = index;
  }

  function firstDay(wording: number): number {
    const all = saying.all();
    const start = saying.startOf(wording);
    const end = start + saying.lengthOf(wording);
    let first = dayOf[all[start] as number] as number;
    for (let at = start + 1; at < end; at++)
      first = Math.min(first, dayOf[all[at] as number] as number);
    return first;
  }

  /** How many statements of a wording stand before those of a circle and day. */
  function countBefore(wording: number, circle: number, day: number): number {
    const all = saying.all();
    const start = saying.startOf(wording);
    let low = 0;
    let high = saying.lengthOf(wording);
    while (low < high) {
      const middle = (low + high) >> 1;
      const statement = all[start + middle] as number;
      const by = boundBy[statement] as number;
      if (by < circle || (by === circle && (dayOf[statement] as number) < day)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** What a document may say again that was made before its day: statements that bind one of these circles, or any. */
  const askedOf = (
    document: number,
    day: number,
    circles: readonly string[] | undefined,
  ): Asked => ({ document, day, bound: circles && numbersOf(circles) });

  /** The same for what binds these, or nobody in particular. */
  function askedBy(document: number, day: number, by: string): Asked {
    return { document, day, bound: withNobody[circleNumbers.get(by) ?? nobody] };
  }

  /** The numbers of circles that bind somebody; the same lists are asked for again and again. */
  function numbersOf(circles: readonly string[]): readonly number[] {
    const known = numbersOfLists.get(circles);
    if (known) return known;
    const numbers: number[] = [];
    for (const by of circles) {
      const circle = circleNumbers.get(by);
      if (circle !== undefined) numbers.push(circle);
    }
    numbersOfLists.set(circles, numbers);
    return numbers;
  }

  /** Whether some statement of a wording was made before a day. */
  const isPast = (wording: number, day: number): boolean => (firstDays[wording] as number) < day;

  /** The statements of a wording that were made before in other documents. */
  function earlier(wording: number, { document, day, bound }: Asked): readonly number[] {
    if (!isPast(wording, day)) return none;
    const all = saying.all();
    const start = saying.startOf(wording);
    const end = start + saying.lengthOf(wording);
    let found: number[] | undefined;
    if (!bound) {
      for (let at = start; at < end; at++) {
        const statement = all[at] as number;
        if ((dayOf[statement] as number) >= day || documentOf[statement] === document) continue;
        found ??= [];
        found.push(statement);
      }
      return found ?? none;
    }
    for (const circle of bound) {
      if (!(((bits[bitsAt(circle, wording)] as number) >>> wording) & 1)) continue;
      for (let at = start + countBefore(wording, circle, 0); at < end; at++) {
        const statement = all[at] as number;
        if (boundBy[statement] !== circle || (dayOf[statement] as number) >= day) break;
        if (documentOf[statement] === document) continue;
        found ??= [];
        found.push(statement);
      }
    }
    return found ?? none;
  }

  const entryOf = (statement: number): Entry => entries[documentOf[statement] as number] as Entry;

  /** The later one first; of one day in the order of documents and places. */
  function latestFirst(a: number, b: number): number {
    if (dayOf[a] !== dayOf[b]) return (dayOf[b] as number) - (dayOf[a] as number);
    if (documentOf[a] === documentOf[b]) return (indexOf[b] as number) - (indexOf[a] as number);
    return entryOf(a).uri < entryOf(b).uri ? 1 : -1;
  }

  /** `key#id`; undefined for a mark without an id. */
  const nameOf = (statement: number): string | undefined =>
    nameAt(entryOf(statement).summary, indexOf[statement] as number);

  /** A statement as it can be kept. */
  function statementOf(statement: number): Statement {
    const { uri, summary } = entryOf(statement);
    const index = indexOf[statement] as number;
    const kind = kindAt(summary, index);
    return { uri, index, name: nameOf(statement), kind, date: summary.date ?? '' };
  }

  /** The words of a wording that some statement has. */
  function textOf(wording: number): string {
    const statement = saying.all()[saying.startOf(wording)] as number;
    const entry = entries[documentOf[statement] as number];
    if (!entry) return '';
    const index = indexOf[statement] as number;
    if (!fragmentsIn(entry).size) {
      const words = wordsAt(entry.summary, index);
      return words ? issuedAt(entry, words) : '';
    }
    const definition = definitionNumber(entry.summary, index);
    return definition ? wordsOfMark(entry, definition) : '';
  }

  return {
    ...{ enterDocument, removeDocument, add, remove, setIndex },
    ...{ askedOf, askedBy, isPast, earlier, latestFirst, nameOf, statementOf, textOf },
    /** The number of a document, or -1. */
    numberOf: (uri: string): number => documents.get(uri) ?? -1,
    /** How many statements have a wording. */
    countOf: saying.lengthOf,
    documentOf: (statement: number): number => documentOf[statement] as number,
    /** The document of a number. */
    entry: (document: number): Entry | undefined => entries[document],
    /** The `parties` of a document, as a circle has them. */
    partiesOf: (document: number): string | undefined =>
      circles[parties[document] ?? nobody] || undefined,
    /** Whether a statement that was found for this binds some in particular: those that were asked for. */
    isBoundIn: (statement: number, { bound }: Asked): boolean =>
      bound !== undefined && boundBy[statement] !== nobody,
    /** The ids under `by`, as a circle has them. */
    byOf: (statement: number): string | undefined =>
      circles[boundBy[statement] as number] || undefined,
  };
}

/** A day `YYYY-MM-DD` as a number that is larger for a later one. */
export const dayNumber = (date: string): number => Number(date.replaceAll('-', ''));

/** Which statements a document may say again; see `askedOf`. */
export interface Asked {
  readonly document: number;
  readonly day: number;
  /** The circles that they may bind, by number; undefined for all. */
  readonly bound: readonly number[] | undefined;
}
