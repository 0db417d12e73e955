import type { BackReference } from '../core/back-references/back-references.ts';
import { type LikelyMark, likelyMarks } from '../core/back-references/likely.ts';
import { documentsMeant } from '../core/back-references/meant.ts';
import { reporting } from '../core/codebook/kinds.ts';
import type { Mark } from '../core/document.ts';
import { earlierOf } from '../core/document-mentions/catalogue.ts';
import { documentMentionsIn } from '../core/document-mentions/document-mentions.ts';
import { t } from '../core/language.ts';
import { stripSpan } from '../core/reading/strip.ts';
import { type Again, againOf, takes } from '../core/restatements/difference.ts';
import { overlaps } from '../core/text.ts';
import { wrapReference } from '../core/writing/insert.ts';
import { type EarlierMark, earlierMark, markOfKind, related } from './earlier-mark.ts';
import type { Context, Fix } from './rule.ts';
import { said } from './say.ts';
import { sound } from './sound.ts';
import { called, linkTo } from './unlinked-document-fix.ts';
import { saidBy } from './unlinked-restatement-fix.ts';
import { widened } from './widened.ts';

/**
 * Ties words that go back to something to what they may mean, the likeliest first: marks of earlier documents
 * that speak of the same, then the document that the sentence names, else the one before in the series.
 */
export function* backReferenceFixes(one: BackReference, context: Context): Generator<Fix> {
  const { document, entry, snapshot } = context;
  let isLikely = false;
  for (const likely of likelyMarks(one, context)) {
    for (const fix of markFixes(likely, one, context)) {
      isLikely = true;
      yield fix;
    }
  }
  const named = documentMentionsIn(document, entry, snapshot).filter((mention) =>
    overlaps(mention, one.sentence),
  );
  for (const mention of named) {
    const link = linkTo(mention, context);
    // Where a passage is likelier than the whole document, somebody has to choose.
    if (link) yield { ...link, preferred: named.length === 1 && !isLikely };
  }
  if (!named.length) yield* documentFixes(one, context);
}

/** Where more documents are of the time or place that is named, it tells none of them. */
const mostDocuments = 3;

/** Links the cue to the documents of the time or the place it names, the latest first; else to the one before. */
function* documentFixes(one: BackReference, context: Context): Generator<Fix> {
  const { snapshot, entry } = context;
  const { told, near } = documentsMeant(one, context);
  const latest = told.toSorted((a, b) => (a.date < b.date ? 1 : -1));
  if (latest.length > mostDocuments) return;
  for (const listed of latest) yield* cueLinked(one, `${listed.key}#`, called(listed), context);
  const before = earlierOf(snapshot, entry.uri);
  if (!before || !near.includes(before)) return;
  yield* cueLinked(one, `${before.key}#`, t`${called(before)}, the one before`, context);
}

/** Says on the mark of the sentence how it goes back to an earlier one, or links the words that say that it does. */
function* markFixes(likely: LikelyMark, one: BackReference, context: Context): Generator<Fix> {
  const earlier = earlierMark(likely.entry, likely.index, context);
  if (!earlier) return;
  const { target, elsewhere, shown } = earlier;
  const common = elsewhere.length ? { elsewhere } : {};
  const relation = relationTo(earlier, likely, one, context);
  if (relation) {
    const { own, way } = relation;
    const title = t`Write that it ${way} ${shown}`;
    yield* sound([{ ...common, title, edits: related(own, way, target) }], context);
    return;
  }
  for (const fix of cueLinked(one, target, shown, context)) yield { ...common, ...fix };
}

/** Words by which somebody says that it is said again. */
const repeating =
  /^(?:re-?(?:affirm|iterat|stat|confirm|assert|emphasi|commit|dedicat|new)|once again|remain)|確認|改めて|重ねて|繰り返し/iu;

/** Words by which a report says that something did not come about. */
const missing = /\b(?:not|no|never|without|nor|fail(?:s|ed|ure)?)\b|n[’']t\b|ない|なかった|ず/iu;

/** The relation for a mark of the sentence: where it says the earlier one again, or reports that it was kept. */
function relationTo(
  { document: there, mark }: EarlierMark,
  { kind, isSaidAgain }: LikelyMark,
  { cue, sentence }: BackReference,
  context: Context,
): { readonly own: Mark; readonly way: Again | 'fulfils' } | undefined {
  const { document, snapshot } = context;
  const own = markOfKind(document, kind, sentence);
  if (own && (isSaidAgain || repeating.test(stripSpan(document, cue)))) {
    const way = againOf(saidBy(mark, there, context), saidBy(own, document, context));
    return takes(snapshot.codebook, way, kind) ? { own, way } : undefined;
  }
  const report = markOfKind(document, reporting, sentence);
  if (!report || missing.test(stripSpan(document, sentence))) return undefined;
  const isKept = takes(snapshot.codebook, 'fulfils', reporting, kind);
  return isKept ? { own: report, way: 'fulfils' } : undefined;
}

/** Makes the cue a reference; nothing where a reference cannot stand there. */
function* cueLinked(
  { cue }: BackReference,
  target: string,
  to: string,
  { document }: Context,
): Generator<Fix> {
  const made = wrapReference(document, widened(document, cue), target);
  if ('refused' in made) return;
  yield { title: t`Link ${said(stripSpan(document, cue))} to ${to}`, edits: made.edits };
}
