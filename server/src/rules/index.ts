import type { Rule } from './rule.ts';

/** Every rule, in the order of the table in `docs/rules/README.md`. */
export const rules: readonly Rule[] = [];
