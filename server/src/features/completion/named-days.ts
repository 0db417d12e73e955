import { monthNames, readDue } from '../../core/dates.ts';
import { matchesOf } from '../../core/matches.ts';

const month = `(?<month>${monthNames.join('|')})`;
const ending = '(?:st|nd|rd|th)?';
const english = `(?:(?<before>\\d{1,2})${ending}\\s+)?${month}(?:\\s+(?<after>\\d{1,2})${ending})?,?\\s+(?<year>\\d{4})`;
const japanese = '(?<nen>\\d{4})年(?:(?<gatsu>\\d{1,2})月(?:(?<nichi>\\d{1,2})日)?)?';
const named = new RegExp(
  `(?<!\\d)(?:${english}|${japanese}|(?<alone>(?:19|20|21)\\d\\d))(?!\\d)`,
  'gu',
);

const pad = (number: string | number): string => String(number).padStart(2, '0');

/**
 * The days, months and years that words name, as a `due` has them, each once: `2031-03` for *by the end of
 * March 2031*. In the order of the words.
 */
export function daysNamedIn(words: string): readonly string[] {
  const days = matchesOf(named, words.normalize('NFKC')).map(({ groups = {} }) => {
    const { before, month, after, year, nen, gatsu, nichi, alone } = groups;
    const numbered = month ? monthNames.indexOf(month) + 1 : gatsu;
    const parts = [year ?? nen ?? alone, numbered, numbered && (before ?? after ?? nichi)];
    return parts
      .filter((part) => part !== undefined)
      .map((part) => pad(part as string))
      .join('-');
  });
  return [...new Set(days)].filter((day) => readDue(day));
}
