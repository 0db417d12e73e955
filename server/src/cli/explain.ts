import { explain } from '../rules/explain.ts';
import { rules } from '../rules/index.ts';
import { nearest } from '../rules/nearest.ts';
import { Refused } from './refused.ts';

/** `readout explain CODE`: the page of a finding. */
export function explainCode([code = '']: readonly string[]): number {
  const page = explain(code);
  if (page === undefined) {
    const near = nearest(
      code,
      rules.map((rule) => rule.code),
    );
    const hint = near ? ` Did you mean “${near}”?` : '';
    throw new Refused(
      code
        ? `There is no finding “${code}”.${hint}`
        : 'Name a finding, e.g. readout explain unresolved.',
    );
  }
  process.stdout.write(page);
  return 0;
}
