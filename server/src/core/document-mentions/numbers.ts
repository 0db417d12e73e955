import { matchesOf } from '../matches.ts';
import type { Span } from '../text.ts';

/** A document called by a number or symbol of its own: `1934 (2010)`, `S/2005/49`. */
export interface Numbered extends Span {
  readonly number: string;
}

const resolution = /(?<![\d/])(\d{1,5})\s+\(((?:19|20)\d\d)\)/g;
/** The same without their years, one or a list of them: *resolutions 1908, 1927 and 1944*. */
const withoutYear =
  /\b(?:resolutions?|UNSCRs?)\s+(\d{2,4}(?:(?:,\s+(?:and\s+)?|\s+and\s+)\d{2,4})*)(?![\d/]|\s+\()/giu;
const symbol = /(?<![\w/])[A-Z]{1,5}(?:\/[A-Z\d][A-Za-z\d.-]*)+(?:\s\((?:19|20)\d\d\))?/g;

/**
 * The numbers and symbols in a text. A number counts behind the word *resolution*, or in a list of them; the
 * word directly before the number belongs to the mention.
 */
export function numbersIn(text: string): readonly Numbered[] {
  const found = [...withoutYearIn(text), ...withYearIn(text), ...symbolsIn(text)];
  return found.length > 1 ? found.sort((a, b) => a.from - b.from) : found;
}

const none: readonly never[] = [];

// Of each of them most texts have none, and the signs of it take less to see.

function withoutYearIn(text: string): readonly Numbered[] {
  if (!text.includes('esolution') && !text.includes('UNSCR')) return none;
  return Array.from(matchesOf(withoutYear, text), ({ 0: words, 1: list, index }) => {
    const start = index + words.length - (list as string).length;
    return Array.from(matchesOf(/\d+/g, list as string), ({ 0: number, index: at }) => {
      const from = start + at;
      return { from: number === list ? index : from, to: from + number.length, number };
    });
  }).flat();
}

function withYearIn(text: string): readonly Numbered[] {
  if (!text.includes('(')) return none;
  const found: Numbered[] = [];
  let end = -1;
  for (const { 0: words, 1: number, 2: year, index } of matchesOf(resolution, text)) {
    const before = text.slice(Math.max(0, index - 40), index);
    const word = /\bresolution\s+$/iu.exec(before);
    const isFirst = word || /\bresolutions\s+$/iu.test(before);
    if (!isFirst && (end < 0 || !isList(text.slice(end, index)))) continue;
    end = index + words.length;
    const from = word ? index - word[0].length : index;
    found.push({ from, to: end, number: `${number}/${year}` });
  }
  return found;
}

function symbolsIn(text: string): readonly Numbered[] {
  if (!/[A-Z]\//.test(text)) return none;
  return Array.from(matchesOf(symbol, text), ({ 0: words, index }) => ({
    from: index,
    to: index + words.length,
    number: symbolOf(words),
  }));
}

/** Nothing but a comma, *and*, or a date stands between two numbers of a list. */
const isList = (between: string): boolean =>
  /^(?:\s+(?:of|on)\s+\d{1,2}\s+\p{L}+\s+\d{4})?\s*(?:,|;)?\s*(?:and|or|as well as)?\s*$/u.test(
    between,
  );

const symbolOf = (words: string): string => words.replace(/\s+/g, ' ');

/** By what numbers a document is known that has this title. */
export function numbersOfTitle(title: string): readonly string[] {
  const numbers = Array.from(
    matchesOf(resolution, title),
    ([, number, year]) => `${number}/${year}`,
  );
  const symbols = Array.from(matchesOf(symbol, title), ([words]) => symbolOf(words));
  const inSymbols = symbols.flatMap((one) => {
    const told = /\/(?:\d+\/)*(\d{1,5}) \((\d{4})\)$/.exec(one);
    return told ? [`${told[1]}/${told[2]}`] : [];
  });
  const all = [...numbers, ...inSymbols];
  return [...new Set([...all, ...symbols, ...all.map((one) => one.replace(/\/.*/, ''))])];
}
