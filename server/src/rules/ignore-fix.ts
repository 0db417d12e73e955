import { putFront } from '../core/front-edit.ts';
import { subjectsOf } from './ignore.ts';
import type { Context, Fix, Reported } from './rule.ts';

/** Longer words than these are awkward in the front matter, so the id of what they point at is taken. */
const longest = 80;

/**
 * *Do not report this here*: names the finding's words, or the id it points at, under `ignore` in the
 * front matter. Undefined where the front matter cannot be read, so that nothing could be added to it.
 */
export function ignoreFix(finding: Reported, context: Context): Fix | undefined {
  const [words = '', target] = subjectsOf(finding, context);
  const subject = target && words.length > longest ? target : words;
  const edit = subject && putFront(context.document, ['ignore', finding.code], [subject]);
  return edit ? { title: 'Do not report this here', edits: [edit] } : undefined;
}
