import { rules } from './index.ts';
import { page } from './page.ts';

/** The page of a finding as Markdown; undefined where there is no finding of this code. */
export function explain(code: string): string | undefined {
  const rule = rules.find((one) => one.code === code);
  return rule && page(rule);
}
