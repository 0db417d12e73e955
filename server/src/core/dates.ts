/** The months as English texts write them, from the first to the last. */
export const monthNames: readonly string[] = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'],
  ...['September', 'October', 'November', 'December'],
];

/**
 * A stretch of days as a `due` or a `date` gives it, in ISO form (`YYYY-MM-DD`), both days
 * included. `first` and `last` are absent for `open`.
 */
export interface Days {
  readonly first: string | undefined;
  readonly last: string | undefined;
  /** Written with `~`: about that time. */
  readonly about: boolean;
  /** Written `open`: no time is set, and the text says so. */
  readonly open: boolean;
}

interface Stretch {
  readonly first: string;
  readonly last: string;
}

/** A day of the calendar written `YYYY-MM-DD`, as it is; undefined for anything else (2031-02-30 too). */
export function readDay(text: string): string | undefined {
  return text.length === 10 ? stretchOf(text)?.first : undefined;
}

/** A day, or the first and last day of a meeting: `2024-06-13/2024-06-15`. */
export function readDate(text: string): Stretch | undefined {
  const [first, last, more] = text.split('/').map(readDay);
  if (first === undefined || more !== undefined || text.split('/').length > 2) return undefined;
  if (!text.includes('/')) return { first, last: first };
  return last === undefined || last < first ? undefined : { first, last };
}

// A collection says the same few hundred days again and again.
const mostDues = 5000;
/** `2031-05-18~/2031-05-20~` has 23 characters. */
const longestDue = 32;
const dues = new Map<string, Days | undefined>();

/** A day, month or year, two of them with `/` between, any with `~` after it, or `open`. */
export function readDue(text: string): Days | undefined {
  if (dues.has(text)) return dues.get(text);
  if (text.length > longestDue) return parseDue(text);
  const days = parseDue(text);
  if (dues.size >= mostDues) dues.clear();
  dues.set(text, days);
  return days;
}

function parseDue(text: string): Days | undefined {
  if (text === 'open') return { first: undefined, last: undefined, about: false, open: true };
  const parts = text.split('/');
  const stretches = parts.map((part) => stretchOf(part.endsWith('~') ? part.slice(0, -1) : part));
  const [from, to = from] = stretches;
  if (parts.length > 2 || stretches.includes(undefined)) return undefined;
  if (from === undefined || to === undefined || to.last < from.first) return undefined;
  return { first: from.first, last: to.last, about: text.includes('~'), open: false };
}

/** Negative when `a` is the earlier day, positive when the later, 0 for the same. ISO days compare as text. */
export const compareDays = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function stretchOf(text: string): Stretch | undefined {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (parts === null) return undefined;
  const [, year = '', month, day] = parts;
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  const length = monthLength(Number(year), Number(month));
  if (length === undefined) return undefined;
  if (day === undefined)
    return { first: `${year}-${month}-01`, last: `${year}-${month}-${length}` };
  return Number(day) < 1 || Number(day) > length ? undefined : { first: text, last: text };
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function monthLength(year: number, month: number): number | undefined {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : lengths[month - 1];
}
