import { fieldsOf } from '../core/front/fields.ts';
import { stripSpan } from '../core/reading/strip.ts';
import { onOneLine, type Piece } from '../core/text.ts';
import type { Context, Finding } from './rule.ts';

/** One thing that the front matter says is not to be reported: a code with a word, or with none. */
export interface Ignored {
  readonly code: Piece;
  /** Absent where the code has an empty list, which silences nothing. */
  readonly words: Piece | undefined;
}

/** What the document's `ignore` says, in the order of its places. */
export const ignoredBy = ({ document }: Context): Ignored[] =>
  (fieldsOf(document.front).ignore ?? []).flatMap(({ code, words }): Ignored[] =>
    words.length ? words.map((one) => ({ code, words: one })) : [{ code, words: undefined }],
  );

/** Whether this entry of `ignore` silences this finding of its code. */
export const silences = ({ words }: Ignored, finding: Finding, context: Context): boolean =>
  !!words && subjectsOf(finding, context).includes(onOneLine(words.text));

/**
 * What a finding goes by in `ignore`, the usual name first: the words it is about, as issued; what it
 * points at; where both are missing, the signs as typed.
 */
export function subjectsOf(finding: Finding, { document }: Context): string[] {
  const words = onOneLine(finding.subject ?? stripSpan(document, finding));
  const target = finding.target?.replace(/^#/, '') ?? '';
  const signs = words ? '' : onOneLine(document.text.slice(finding.from, finding.to));
  return [...new Set([words, target, signs])].filter((subject) => subject !== '');
}
