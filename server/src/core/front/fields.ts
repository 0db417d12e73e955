export { pieceOf } from '../yaml/yaml.ts';

import { readDate, readDay } from '../dates.ts';
import type { Piece, Span } from '../text.ts';
import type { Entry, Value } from '../yaml/yaml.ts';
import { entriesOf, pieceOf } from '../yaml/yaml.ts';
import type { FrontMatter } from './matter.ts';

/** What the front matter says, as far as it has the right form. Pieces stand inside quotes, if any. */
export interface FrontFields {
  readonly title: Words | undefined;
  readonly date: DateWords | undefined;
  readonly place: Words | undefined;
  readonly issuer: Words | undefined;
  readonly parties: Names | undefined;
  readonly participants: Names | undefined;
  readonly series: Words | undefined;
  readonly versionOf: Words | undefined;
  readonly lang: Words | undefined;
  readonly source: Words | undefined;
  readonly retrieved: Words | undefined;
  readonly sha256: Words | undefined;
  readonly coding: Words | undefined;
  readonly terms: readonly TermField[] | undefined;
  readonly ignore: readonly IgnoreField[] | undefined;
}

/** A value with its key. */
export interface Words extends Piece {
  readonly key: Piece;
}

export interface DateWords extends Words {
  /** ISO days; the same for a single day. */
  readonly first: string;
  readonly last: string;
}

export interface Names extends Span {
  readonly key: Piece;
  readonly items: readonly Piece[];
}

/** Words that stand for these actors in this document only. */
export interface TermField {
  readonly name: Piece;
  readonly actors: readonly Piece[];
}

/** A finding code with the words or ids that are not to be reported. */
export interface IgnoreField {
  readonly code: Piece;
  readonly words: readonly Piece[];
}

const none: FrontFields = Object.freeze({
  title: undefined,
  date: undefined,
  place: undefined,
  issuer: undefined,
  parties: undefined,
  participants: undefined,
  series: undefined,
  versionOf: undefined,
  lang: undefined,
  source: undefined,
  retrieved: undefined,
  sha256: undefined,
  coding: undefined,
  terms: undefined,
  ignore: undefined,
});

const cache = new WeakMap<FrontMatter, FrontFields>();

/** What the front matter says; values of a wrong form are absent (`frontProblems` tells them). */
export function fieldsOf(front: FrontMatter | undefined): FrontFields {
  if (front === undefined) return none;
  const known = cache.get(front);
  if (known !== undefined) return known;
  const fields = readFields(front);
  cache.set(front, fields);
  return fields;
}

/** The same without remembering it, for a front matter that is looked at once. */
export function readFields(front: FrontMatter | undefined): FrontFields {
  if (front === undefined) return none;
  const entries = entriesOf(front.value);
  const find = (key: string) => entries.find((entry) => entry.key.text === key);
  const words = (key: string) => wordsOf(find(key));
  const checked = (key: string, test: (text: string) => boolean) => {
    const value = words(key);
    return value && test(value.text) ? value : undefined;
  };
  return {
    title: words('title'),
    date: dateOf(words('date')),
    place: words('place'),
    issuer: words('issuer'),
    parties: namesOf(find('parties')),
    participants: namesOf(find('participants')),
    series: words('series'),
    versionOf: words('version-of'),
    lang: checked('lang', isLanguage),
    source: words('source'),
    retrieved: checked('retrieved', isMoment),
    sha256: checked('sha256', isHash),
    coding: checked('coding', isCoding),
    terms: lines(find('terms'))?.map(({ key, items }) => ({ name: key, actors: items })),
    ignore: lines(find('ignore'))?.map(({ key, items }) => ({ code: key, words: items })),
  };
}

export const isCoding = (text: string): boolean => text === 'draft' || text === 'done';
export const isHash = (text: string): boolean => /^[0-9a-f]{64}$/i.test(text);
export const isLanguage = (text: string): boolean =>
  /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(text);
/** A day, with or without a time after it. */
export const isMoment = (text: string): boolean =>
  /^.{10}($|[T ])/.test(text) && readDay(text.slice(0, 10)) !== undefined;

function wordsOf(entry: Entry | undefined): Words | undefined {
  if (entry?.value?.type !== 'scalar') return undefined;
  const { from, to, text } = pieceOf(entry.value);
  return { from, to, text, key: pieceOf(entry.key) };
}

function dateOf(words: Words | undefined): DateWords | undefined {
  const days = words && readDate(words.text);
  if (!words || !days) return undefined;
  const { from, to, text, key } = words;
  return { from, to, text, key, first: days.first, last: days.last };
}

function namesOf(entry: Entry | undefined): Names | undefined {
  if (entry?.value === undefined || entry.value.type === 'table') return undefined;
  const { from, to } = entry.value;
  return { from, to, key: pieceOf(entry.key), items: piecesOf(entry.value) };
}

function piecesOf(value: Value | undefined): readonly Piece[] {
  const items = value?.type === 'list' ? value.items : value === undefined ? [] : [value];
  return items.filter((item) => item.type === 'scalar').map(pieceOf);
}

function lines(entry: Entry | undefined): { key: Piece; items: readonly Piece[] }[] | undefined {
  if (entry?.value?.type !== 'table') return undefined;
  return entry.value.entries.map(({ key, value }) => ({
    key: pieceOf(key),
    items: piecesOf(value),
  }));
}
