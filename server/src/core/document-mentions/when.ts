/** A time as words give it, before anybody has said when they were written. */
export type When =
  | {
      readonly unit: 'day';
      readonly year?: number;
      readonly month: number;
      readonly day: number;
      readonly last?: number;
    }
  | { readonly unit: 'month'; readonly year?: number; readonly month: number }
  | { readonly unit: 'year'; readonly year: number }
  /** So many days, weeks, months or years ago; 0 is the present one. */
  | {
      readonly unit: 'ago';
      readonly of: 'day' | 'week' | 'month' | 'year';
      readonly count: number;
    };

/** Days in ISO form, both included, and how narrow they are. */
export interface Range {
  readonly first: string;
  readonly last: string;
  readonly unit: 'day' | 'month' | 'year';
}

/**
 * The days that are meant in a text of the day `own`. A month or a day without a year is the nearest one;
 * where that is still to come, or more than half a year away, nobody can tell, and there is none. Of a
 * text that has been `written` it is the last one.
 */
export function rangeOf(when: When, own: string | undefined, written = false): Range | undefined {
  if (when.unit === 'year') return yearOf(when.year);
  if (when.unit === 'ago') return own === undefined ? undefined : ago(when, own);
  const year =
    when.year ?? (own === undefined ? undefined : nearestYear(when, own, written ? 11 : 6));
  if (year === undefined) return undefined;
  const start = `${pad(year, 4)}-${pad(when.month, 2)}`;
  if (when.unit === 'month') return { first: `${start}-01`, last: `${start}-31`, unit: 'month' };
  return {
    first: `${start}-${pad(when.day, 2)}`,
    last: `${start}-${pad(when.last ?? when.day, 2)}`,
    unit: 'day',
  };
}

const pad = (value: number, size: number): string => String(value).padStart(size, '0');

const yearOf = (year: number): Range => ({
  first: `${pad(year, 4)}-01-01`,
  last: `${pad(year, 4)}-12-31`,
  unit: 'year',
});

/** The year of a day or month that is told without one. */
function nearestYear(
  when: { month: number; day?: number },
  own: string,
  mostBack: number,
): number | undefined {
  const year = Number(own.slice(0, 4));
  const month = Number(own.slice(5, 7));
  const isBehind =
    when.month < month ||
    (when.month === month && (when.day === undefined || when.day <= Number(own.slice(8))));
  const back = isBehind ? month - when.month : month + 12 - when.month;
  if (back > mostBack) return undefined;
  return isBehind ? year : year - 1;
}

function ago(
  { of, count }: { of: 'day' | 'week' | 'month' | 'year'; count: number },
  own: string,
): Range {
  const year = Number(own.slice(0, 4));
  const month = Number(own.slice(5, 7));
  if (of === 'year') return yearOf(year - count);
  if (of === 'month') {
    const months = year * 12 + month - 1 - count;
    const start = `${pad(Math.floor(months / 12), 4)}-${pad((months % 12) + 1, 2)}`;
    return { first: `${start}-01`, last: `${start}-31`, unit: 'month' };
  }
  const day = dayNumber(year, month, Number(own.slice(8)));
  if (of === 'day') return { first: dayOf(day - count), last: dayOf(day - count), unit: 'day' };
  // Weeks begin on a Monday; day 0 of the count was a Thursday.
  const monday = day - ((((day + 3) % 7) + 7) % 7) - 7 * count;
  return { first: dayOf(monday), last: dayOf(monday + 6), unit: 'day' };
}

/** The same days with the one before and the one after: elsewhere it is another day, and texts come out the next. */
export function dayMore({ first, last, unit }: Range): Range {
  return { first: dayOf(numberOf(first) - 1), last: dayOf(numberOf(last) + 1), unit };
}

const numberOf = (day: string): number =>
  dayNumber(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)));

/** Days since 1970-01-01 in the calendar of today. Source: H. Hinnant, chrono-compatible date algorithms. */
function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468
  );
}

function dayOf(count: number): string {
  const shifted = count + 719468;
  const era = Math.floor(shifted / 146097);
  const ofEra = shifted - era * 146097;
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) /
      365,
  );
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const part = Math.floor((5 * ofYear + 2) / 153);
  const month = part < 10 ? part + 3 : part - 9;
  const whole = year + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(whole, 4)}-${pad(month, 2)}-${pad(ofYear - Math.floor((153 * part + 2) / 5) + 1, 2)}`;
}
