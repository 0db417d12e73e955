import { readDay } from '../../core/dates.ts';
import { t } from '../../core/language.ts';
import { dayInWords } from '../days.ts';
import type { Draft } from './item.ts';
import { daysNamedIn } from './named-days.ts';

const pad = (number: number): string => String(number).padStart(2, '0');

/**
 * Years, then the months of a year, then the days of a month, as they are typed. Of a `due`, first the days
 * that its `words` name, then several with a stroke between, and `open`. Years begin with the document's.
 */
export function* dayDrafts(
  typed: string,
  date: string | undefined,
  isDue: boolean,
  words = '',
): Generator<Draft> {
  const stroke = typed.lastIndexOf('/') + 1;
  const head = typed.slice(0, stroke);
  const last = typed.slice(stroke);
  const named = daysNamedIn(words).filter((day) => day.startsWith(last));
  for (const day of new Set([...named, ...days(last, Number(date?.slice(0, 4) ?? 0))])) {
    const label = `${head}${day}`;
    yield { label, is: 'value', text: label, kind: t`date`, detail: dayInWords(day) };
  }
  if (isDue && !head && 'open'.startsWith(typed)) {
    yield {
      label: 'open',
      is: 'value',
      text: 'open',
      kind: t`date`,
      detail: t`left open by the text`,
    };
  }
}

function* days(typed: string, year: number): Generator<string> {
  const [, ofYear, month, day] = /^(\d{4})-(\d{0,2})(?:(-)\d{0,2})?$/.exec(typed) ?? [];
  if (ofYear === undefined) {
    for (let next = year; year && next < year + 8; next++) {
      if (String(next).startsWith(typed)) yield String(next);
    }
  } else if (day === undefined) {
    for (let next = 1; next <= 12; next++) {
      const one = `${ofYear}-${pad(next)}`;
      if (one.startsWith(typed)) yield one;
    }
  } else {
    for (let next = 1; next <= 31; next++) {
      const one = `${ofYear}-${month}-${pad(next)}`;
      if (one.startsWith(typed) && readDay(one)) yield one;
    }
  }
}
