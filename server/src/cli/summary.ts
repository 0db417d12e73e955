import type { Severity } from '../core/codebook/codebook.ts';
import { counted } from '../rules/say.ts';
import type { Found } from './report.ts';

/** Counts findings as they come, and says how many there were. */
export interface Summing {
  readonly add: (found: readonly Found[]) => void;
  /** In a sentence; in two where findings were left out. */
  readonly said: (leftOut: number | undefined) => string;
}

export function summing(documents: number): Summing {
  const counts = new Map<Severity, number>();
  return {
    add: (found) => {
      for (const { severity } of found) counts.set(severity, (counts.get(severity) ?? 0) + 1);
    },
    said: (leftOut) => {
      const more =
        leftOut === undefined ? '' : ` ${counted(leftOut, 'finding')} of the baseline left out.`;
      return summary(documents, counts) + more;
    },
  };
}

function summary(documents: number, counts: ReadonlyMap<Severity, number>): string {
  const read = `${counted(documents, 'readout')} read`;
  if (!counts.size) return `${read}, nothing to mend.`;
  const said = (['error', 'warning', 'information', 'hint'] as const).flatMap((severity) => {
    const number = counts.get(severity);
    return number ? [named(number, severity)] : [];
  });
  return `${read}: ${said.join(', ')}.`;
}

const named = (number: number, severity: Severity): string =>
  severity === 'information'
    ? `${number} ${number === 1 ? 'piece' : 'pieces'} of information`
    : counted(number, severity);
