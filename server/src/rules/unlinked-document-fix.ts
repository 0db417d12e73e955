import {
  type DocumentMention,
  documentMentionsIn,
} from '../core/document-mentions/document-mentions.ts';
import { openMentions } from '../core/document-mentions/open.ts';
import { t } from '../core/language.ts';
import { stripSpan } from '../core/reading/strip.ts';
import { wrapReference, wrapReferences } from '../core/writing/insert.ts';
import type { Context, Fix } from './rule.ts';
import { said } from './say.ts';
import { widened } from './widened.ts';

/** The ways to link a mention of a document: this one, or all of the same document here. */
export function* documentMentionFixes(mention: DocumentMention, context: Context): Generator<Fix> {
  const link = linkTo(mention, context);
  if (link) yield { ...link, preferred: true };
  const { document, entry, snapshot } = context;
  const same = openMentions(document, documentMentionsIn(document, entry, snapshot)).filter(
    ({ key }) => key === mention.key,
  );
  if (same.length < 2) return;
  const spans = same.map((one) => widened(document, one));
  const made = wrapReferences(document, spans, `${mention.key}#`);
  if ('refused' in made) return;
  yield {
    title: t`Link all ${same.length} mentions of ${called(mention)} in this document`,
    edits: made.edits,
    reach: 'document',
  };
}

/** Makes the words of a mention a reference to the document. */
export function linkTo(mention: DocumentMention, { document }: Context): Fix | undefined {
  const made = wrapReference(document, widened(document, mention), `${mention.key}#`);
  if ('refused' in made) return undefined;
  return {
    title: t`Link ${said(stripSpan(document, mention))} to ${called(mention)}`,
    edits: made.edits,
  };
}

/** What a document is called in the title of a fix. */
export const called = ({
  title,
  key,
  date,
}: Pick<DocumentMention, 'title' | 'key' | 'date'>): string =>
  `${said(title || key)}${date ? ` (${date})` : ''}`;
