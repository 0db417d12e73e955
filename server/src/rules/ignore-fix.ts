import { putFront } from '../core/front/edit.ts';
import { t } from '../core/language.ts';
import { subjectsOf } from './ignore.ts';
import type { Context, Fix, Reported } from './rule.ts';

/** Longer words are awkward in the front matter, so what they point at is named instead where there is such. */
const longest = 80;

/**
 * *Do not report this here*: names the finding's words, or the id it points at, under `ignore` in the
 * front matter. Undefined where the front matter cannot be read, so that nothing could be added to it.
 */
export function ignoreFix(finding: Reported, context: Context): Fix | undefined {
  const subjects = subjectsOf(finding, context);
  const subject = subjects.find((one) => one.length <= longest) ?? subjects[0];
  const edit = subject && putFront(context.document, ['ignore', finding.code], [subject]);
  return edit ? { title: t`Do not report this here`, edits: [edit] } : undefined;
}
