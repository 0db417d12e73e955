import { fieldsOf } from '../front/fields.ts';
import { parse } from '../reading/parse.ts';
import { strip } from '../reading/strip.ts';
import { sourceHash } from './source.ts';

/**
 * Whether mending a text has left its source alone: that stays the same where all signs were sound. Signs that
 * made no mark counted as words of the source, and do so no longer; but nothing is in the source then that the
 * text did not have, in this order, and a recorded source that fitted still fits.
 */
export function isMended(before: string, after: string): boolean {
  const document = parse(before);
  const old = strip(document);
  const source = strip(parse(after));
  if (source === old) return true;
  if (!document.issues.length || !isWithin(source, before)) return false;
  const recorded = fieldsOf(document.front).sha256?.text.toLowerCase();
  return recorded !== sourceHash(old) || recorded === sourceHash(source);
}

/** Whether a text is another one with characters taken out. */
function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (const sign of part) {
    at = whole.indexOf(sign, at) + sign.length;
    if (at < sign.length) return false;
  }
  return true;
}
