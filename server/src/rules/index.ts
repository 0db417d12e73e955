import { badContinuation } from './bad-continuation.ts';
import { badId } from './bad-id.ts';
import { badValue } from './bad-value.ts';
import { belowLine } from './below-line.ts';
import { codebook } from './codebook.ts';
import { duplicateId } from './duplicate-id.ts';
import { duplicateKey } from './duplicate-key.ts';
import { emptyMark } from './empty-mark.ts';
import { frontMatter } from './front-matter.ts';
import { fullWidth } from './full-width.ts';
import { gapBeforeAttributes } from './gap-before-attributes.ts';
import { gluedSign } from './glued-sign.ts';
import { idIsEntity } from './id-is-entity.ts';
import { lateFrontMatter } from './late-front-matter.ts';
import { markInNote } from './mark-in-note.ts';
import { nestedInReference } from './nested-in-reference.ts';
import { noActor } from './no-actor.ts';
import { noDue } from './no-due.ts';
import { noId } from './no-id.ts';
import { noKind } from './no-kind.ts';
import { noOpeningBracket } from './no-opening-bracket.ts';
import { overdue } from './overdue.ts';
import { paragraphInMark } from './paragraph-in-mark.ts';
import { paragraphInNote } from './paragraph-in-note.ts';
import { paragraphInReference } from './paragraph-in-reference.ts';
import { quoteValue } from './quote-value.ts';
import { relationCycle } from './relation-cycle.ts';
import { relationKind } from './relation-kind.ts';
import { repeatedKey } from './repeated-key.ts';
import type { Rule } from './rule.ts';
import { secondAttributes } from './second-attributes.ts';
import { selfRelation } from './self-relation.ts';
import { sharedAlias } from './shared-alias.ts';
import { sourceChanged } from './source-changed.ts';
import { spaceAroundEquals } from './space-around-equals.ts';
import { spaceBeforeNote } from './space-before-note.ts';
import { strayWord } from './stray-word.ts';
import { timeOrder } from './time-order.ts';
import { twoIds } from './two-ids.ts';
import { twoKinds } from './two-kinds.ts';
import { unclosedAttributes } from './unclosed-attributes.ts';
import { unclosedFrontMatter } from './unclosed-front-matter.ts';
import { unclosedNote } from './unclosed-note.ts';
import { unclosedQuote } from './unclosed-quote.ts';
import { unclosedReference } from './unclosed-reference.ts';
import { unknownKey } from './unknown-key.ts';
import { unknownKind } from './unknown-kind.ts';
import { unlinkedBackreference } from './unlinked-backreference.ts';
import { unlinkedDocument } from './unlinked-document.ts';
import { unlinkedMention } from './unlinked-mention.ts';
import { unlinkedRestatement } from './unlinked-restatement.ts';
import { unmarkedCommitment } from './unmarked-commitment.ts';
import { unreadable } from './unreadable.ts';
import { unresolved } from './unresolved.ts';
import { unusableKey } from './unusable-key.ts';
import { unusedIgnore } from './unused-ignore.ts';
import { weakerWording } from './weaker-wording.ts';
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
  unknownKind,
  noKind,
  unclosedQuote,
  wrongQuotes,
  spaceAroundEquals,
  strayWord,
  repeatedKey,
  unknownKey,
  emptyMark,
  nestedInReference,
  markInNote,
  badContinuation,
  badValue,
  frontMatter,
  codebook,
  duplicateId,
  duplicateKey,
  idIsEntity,
  unresolved,
  sourceChanged,
  fullWidth,
  gapBeforeAttributes,
  gluedSign,
  spaceBeforeNote,
  unusableKey,
  sharedAlias,
  unclosedFrontMatter,
  lateFrontMatter,
  relationKind,
  selfRelation,
  relationCycle,
  timeOrder,
  weakerWording,
  overdue,
  unlinkedMention,
  unlinkedDocument,
  unlinkedRestatement,
  unlinkedBackreference,
  belowLine,
  quoteValue,
  unusedIgnore,
  noId,
  noActor,
  noDue,
  unmarkedCommitment,
  unreadable,
];
