import { keepsSource } from '../core/writing/keeps.ts';
import type { Context, DocumentRule, Finding, Fix } from './rule.ts';

/**
 * The fixes that leave the source as it is. A change in the braces of a mark can close a bracket that
 * somebody forgot to close before it, and what was words of the source would be signs.
 */
export function* sound(fixes: Iterable<Fix>, { document }: Context): Generator<Fix> {
  for (const fix of fixes) if (keepsSource(document, fix.edits, 'brackets')) yield fix;
}

/** A rule's fix, of which only those are offered that leave the source as it is. */
export const soundly =
  (fix: NonNullable<DocumentRule['fix']>) =>
  (finding: Finding, context: Context): Iterable<Fix> =>
    sound(fix(finding, context), context);
