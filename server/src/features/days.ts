import { monthNames, readDay, readDue } from '../core/dates.ts';
import { t } from '../core/language.ts';

/** An ISO day, month or year as a reader says it: `2 April 2033`, `April 2033`, `2033`. */
export function dayInWords(iso: string): string {
  const [year = '', month, day] = iso.split('-');
  const name = month && monthNames[Number(month) - 1];
  if (!name) return t`${year}`;
  return day ? t`${Number(day)} ${t(name)} ${year}` : t`${t(name)} ${year}`;
}

/** A `date` of a front matter as a reader says it; undefined where it is none. */
export function dateInWords(text: string): string | undefined {
  const days = text.split('/');
  if (days.length > 2 || days.some((day) => !readDay(day))) return undefined;
  return days.map(dayInWords).join(' – ');
}

/** A `due` as a reader says it; undefined where it is none. */
export function dueInWords(text: string): string | undefined {
  const due = readDue(text);
  if (!due) return undefined;
  if (due.open) return t`left open by the text`;
  const words = text.replaceAll('~', '').split('/').map(dayInWords).join(' – ');
  return due.about ? t`about ${words}` : words;
}
