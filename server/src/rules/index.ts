import { badContinuation } from './bad-continuation.ts';
import { badId } from './bad-id.ts';
import { emptyMark } from './empty-mark.ts';
import { fullWidth } from './full-width.ts';
import { gapBeforeAttributes } from './gap-before-attributes.ts';
import { gluedSign } from './glued-sign.ts';
import { markInNote } from './mark-in-note.ts';
import { nestedInReference } from './nested-in-reference.ts';
import { noOpeningBracket } from './no-opening-bracket.ts';
import { paragraphInMark } from './paragraph-in-mark.ts';
import { paragraphInNote } from './paragraph-in-note.ts';
import { paragraphInReference } from './paragraph-in-reference.ts';
import { quoteValue } from './quote-value.ts';
import { repeatedKey } from './repeated-key.ts';
import type { Rule } from './rule.ts';
import { secondAttributes } from './second-attributes.ts';
import { spaceAroundEquals } from './space-around-equals.ts';
import { spaceBeforeNote } from './space-before-note.ts';
import { strayWord } from './stray-word.ts';
import { twoIds } from './two-ids.ts';
import { twoKinds } from './two-kinds.ts';
import { unclosedAttributes } from './unclosed-attributes.ts';
import { unclosedFrontMatter } from './unclosed-front-matter.ts';
import { unclosedNote } from './unclosed-note.ts';
import { unclosedQuote } from './unclosed-quote.ts';
import { unclosedReference } from './unclosed-reference.ts';
import { wrongQuotes } from './wrong-quotes.ts';

/** Every rule, in the order of the table in `docs/rules/README.md`. */
export const rules: readonly Rule[] = [
  unclosedAttributes,
  noOpeningBracket,
  unclosedNote,
  unclosedReference,
  paragraphInMark,
  paragraphInNote,
  paragraphInReference,
  secondAttributes,
  badId,
  twoIds,
  twoKinds,
  unclosedQuote,
  wrongQuotes,
  spaceAroundEquals,
  strayWord,
  repeatedKey,
  emptyMark,
  nestedInReference,
  markInNote,
  badContinuation,
  fullWidth,
  gapBeforeAttributes,
  gluedSign,
  spaceBeforeNote,
  unclosedFrontMatter,
  quoteValue,
];
