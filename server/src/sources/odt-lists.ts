import { numeral } from './numerals.ts';
import type { OdtLevels } from './odt-styles.ts';

/** The numbers of a list, by depth. */
export type Counts = number[];

/**
 * The sign before the next item of a list, with a blank behind it; empty where it has none. `start` is what the
 * item says of its own number.
 */
export function nextSign(
  levels: OdtLevels | undefined,
  counts: Counts,
  depth: number,
  start?: number,
): string {
  const level = levels?.get(depth);
  if (!level) return '';
  if (level.format === '-') return '- ';
  const startOf = (at: number): number => levels?.get(at)?.start ?? 1;
  counts[depth] = start ?? (counts[depth] ?? startOf(depth) - 1) + 1;
  counts.length = depth + 1;
  if (!level.format) return '';
  const sign = level.pattern.replace(/%(\d{1,2})%/g, (_, digits: string) => {
    const at = Number(digits) - 1;
    const format = levels?.get(at)?.format;
    return format === '' ? '' : numeral(counts[at] ?? startOf(at), format);
  });
  return sign.trim() && `${sign.trim()} `;
}
