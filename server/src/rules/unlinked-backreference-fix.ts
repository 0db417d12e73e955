import type { BackReference } from '../core/back-references/back-references.ts';
import { earlierOf } from '../core/document-mentions/catalogue.ts';
import { documentMentionsIn } from '../core/document-mentions/document-mentions.ts';
import { stripSpan } from '../core/reading/strip.ts';
import { overlaps } from '../core/text.ts';
import { wrapReference } from '../core/writing/insert.ts';
import type { Context, Fix } from './rule.ts';
import { said } from './say.ts';
import { linkTo } from './unlinked-document-fix.ts';
import { widened } from './widened.ts';

/** Links the cue to what it may go back to: a document that the sentence names, else the one before in the series. */
export function* backReferenceFixes(one: BackReference, context: Context): Generator<Fix> {
  const { document, entry, snapshot } = context;
  const named = documentMentionsIn(document, entry, snapshot).filter((mention) =>
    overlaps(mention, one.sentence),
  );
  for (const mention of named) {
    const link = linkTo(mention, context);
    if (link) yield { ...link, preferred: named.length === 1 };
  }
  if (named.length) return;
  const earlier = earlierOf(snapshot, entry.uri);
  const made = earlier && wrapReference(document, widened(document, one.cue), `${earlier.key}#`);
  if (!made || 'refused' in made) return;
  const words = said(stripSpan(document, one.cue));
  const title = `Link ${words} to ${said(earlier.title || earlier.key)} (${earlier.date}), the one before`;
  yield { title, edits: made.edits };
}
