import { monthNames } from '../dates.ts';
import type { Token } from './tokens.ts';
import type { When } from './when.ts';

const months: ReadonlyMap<string, number> = new Map(
  monthNames.map((name, i) => [name.toLowerCase(), i + 1]),
);

/** A time in a run of tokens: `to` is the index behind its last token. */
export interface Dated {
  readonly when: When;
  readonly from: number;
  readonly to: number;
}

/** The time that begins at a token: `July 2024`, `March 25, 2022`, `25 March`, `2023`, `last year`. */
export function dateAt(tokens: readonly Token[], at: number): Dated | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  return (
    dayMonth(tokens, at) ?? monthFirst(tokens, at) ?? relative(tokens, at) ?? yearAlone(token, at)
  );
}

const monthOf = (token: Token | undefined): number | undefined =>
  token?.capital ? months.get(token.word) : undefined;

function yearIn(token: Token | undefined): number | undefined {
  if (!token || token.apart === 'yes' || !/^(?:19|20)\d\d$/.test(token.word)) return undefined;
  return Number(token.word);
}

interface Days {
  readonly day: number;
  readonly last?: number;
}

function daysIn(token: Token | undefined): Days | undefined {
  const found =
    token && /^(\d{1,2})(?:st|nd|rd|th)?(?:-(\d{1,2})(?:st|nd|rd|th)?)?$/.exec(token.word);
  if (!found) return undefined;
  const day = Number(found[1]);
  const last = found[2] === undefined ? undefined : Number(found[2]);
  if (day < 1 || day > 31 || (last !== undefined && (last <= day || last > 31))) return undefined;
  return last === undefined ? { day } : { day, last };
}

function monthFirst(tokens: readonly Token[], at: number): Dated | undefined {
  const month = monthOf(tokens[at]);
  if (month === undefined) return undefined;
  const next = tokens[at + 1];
  const days = next?.apart === 'no' ? daysIn(next) : undefined;
  let to = days ? at + 2 : at + 1;
  let { last } = days ?? { last: undefined };
  // `January 9 and 10`
  const joined =
    days && /^(?:and|to|&)$/.test(tokens[to]?.word ?? '') ? daysIn(tokens[to + 1]) : undefined;
  if (days && joined && joined.day > days.day && !joined.last) {
    last = joined.day;
    to += 2;
  }
  const year = yearIn(tokens[to]);
  if (year !== undefined) to++;
  const told = year === undefined ? {} : { year };
  if (!days) return { when: { unit: 'month', month, ...told }, from: at, to };
  const until = last === undefined ? {} : { last };
  return { when: { unit: 'day', month, day: days.day, ...until, ...told }, from: at, to };
}

function dayMonth(tokens: readonly Token[], at: number): Dated | undefined {
  const days = daysIn(tokens[at]);
  const skip = days && tokens[at + 1]?.word === 'of' ? 2 : 1;
  const next = tokens[at + skip];
  const month = days && next?.apart === 'no' ? monthOf(next) : undefined;
  if (!days || month === undefined) return undefined;
  const year = yearIn(tokens[at + skip + 1]);
  const to = at + skip + (year === undefined ? 1 : 2);
  return {
    when: { unit: 'day', month, ...days, ...(year === undefined ? {} : { year }) },
    from: at,
    to,
  };
}

function yearAlone(token: Token, at: number): Dated | undefined {
  const year = yearIn({ ...token, apart: 'no' });
  return year === undefined ? undefined : { when: { unit: 'year', year }, from: at, to: at + 1 };
}

const units = new Set(['day', 'week', 'month', 'year'] as const);
type Unit = 'day' | 'week' | 'month' | 'year';
const isUnit = (word: string | undefined): word is Unit => units.has(word as Unit);

const counts: ReadonlyMap<string, number> = new Map(
  [
    ...['a', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'],
    'twelve',
  ].map((word, i) => [word, i + 1]),
);

function relative(tokens: readonly Token[], at: number): Dated | undefined {
  const [first, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const told = (of: Unit, count: number, length: number): Dated => ({
    when: { unit: 'ago', of, count },
    from: at,
    to: at + length,
  });
  if (first?.word === 'yesterday') return told('day', 1, 1);
  const noun = second?.word;
  if (first?.word === 'last' && noun !== 'day' && isUnit(noun)) return told(noun, 1, 2);
  if (first?.word === 'last' && monthOf(second) !== undefined) {
    const dated = monthFirst(tokens, at + 1);
    return dated && { ...dated, from: at };
  }
  const isEarlier =
    (first?.word === 'earlier' || first?.word === 'later') && second?.word === 'this';
  if (isEarlier && first.word === 'earlier' && third?.word !== 'day' && isUnit(third?.word)) {
    return told(third.word, 0, 3);
  }
  const count = counts.get(first?.word ?? '') ?? (first?.word === 'one' ? 1 : undefined);
  const unit = noun?.replace(/s$/, '');
  if (count !== undefined && third?.word === 'ago' && (unit === 'year' || unit === 'month')) {
    return told(unit, count, 3);
  }
  return undefined;
}
