import { readDay } from '../core/dates.ts';
import { today } from '../workspace/today.ts';
import { Refused } from './refused.ts';

/** The option of `parseArgs` for the day that due dates are judged against. */
export const asOfOption = { type: 'string', default: today() } as const;

/** The day as it was given, `YYYY-MM-DD`. */
export function readAsOf(given: string): string {
  const day = readDay(given);
  if (day) return day;
  throw new Refused(`--as-of takes a day such as 2031-05-18, not “${given}”.`);
}
