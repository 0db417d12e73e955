/** The words that English back-references are made of. All of these are parts of patterns. */
import { monthNames } from '../dates.ts';

/** One of the words that stand here with blanks between them. */
const list = (all: string): string => `(?:${all.replaceAll(' ', '|')})`;

/**
 * Up to so many words with the blank behind them, as may stand before a noun: signs of any kind but those that
 * end a clause, and a stop only behind an initial, as in `U.S.` These stand in nearly every pattern, and what
 * letters are in all of Unicode would make code of some hundred kilobytes for each.
 */
export const few = (most: number): string =>
  `(?:[^\\s;:!?]{0,40}(?:[^\\s;:!?.]|[.\\u2010-\\u2013-][A-Z]\\.)\\s{1,3}){0,${most}}?`;

/**
 * A pattern as it is read: a blank stands for white space of any kind, brackets hold what can stand in
 * their place, and it begins and ends where words do.
 */
export function form({ raw }: TemplateStringsArray, ...values: string[]): string {
  const parts = raw.map((part) =>
    part.replaceAll(' ', '\\s+').replaceAll(/(?<!\\)\((?!\?)/g, '(?:'),
  );
  return `\\b${parts.map((part, i) => part + (values[i] ?? '')).join('')}\\b`;
}

export const meetings = list(
  'meetings? summits? sessions? visits? calls? conversations? talks dialogues? consultations discussions? statements? declarations? communiqués? conferences? engagements? 2\\+2 trilateral negotiations',
);

/** What somebody has undertaken, so that it can go on. */
export const undertakings = list(
  'efforts? co-?operation collaboration co-?ordination commitments? work consultations? dialogues? discussions? negotiations? communications? talks engagements? initiatives? support partnerships? implementation concerns? assistance contributions? exchanges contacts friendship process investigations?',
);

/** Papers that states sign. */
export const papers = list(
  'agreement declaration accords? treaty protocol convention charter pact',
);

/** Papers with a name. */
export const named = list(
  'Agreement Declaration Accords? Treaty Protocol Convention Charter Pact Arrangement Framework (?:Action|Work)\\s+Plan Memorandum',
);

/** What can be agreed on paper, and then be carried out. */
export const instruments = list(
  'agreements? declarations? commitments? resolutions? outcomes accords? statements? communiqués? decisions (?:action|work)\\s+plans? memorandum initiatives arrangements? pact treaty protocol conventions? charter partnership framework road\\s?map',
);

/** Words that say which, one after the other: *economic, humanitarian, and security*. */
export const which = `(?:${few(3)}|\\p{L}+,\\s(?:\\p{L}+,?\\s){1,2}(?:and\\s)\\p{L}+\\s)`;

export const ordinal = list(
  'second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth \\d{1,2}(?:nd|rd|th|st)',
);

export const month = list(monthNames.join(' '));
export const spans = list('week month year spring summer fall autumn winter');

export const whose = list('the our their its his her this these any all');
