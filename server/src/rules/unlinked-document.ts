import {
  type DocumentMention,
  documentMentionsIn,
} from '../core/document-mentions/document-mentions.ts';
import { openMentions } from '../core/document-mentions/open.ts';
import { t } from '../core/language.ts';
import { stripSpan } from '../core/reading/strip.ts';
import type { Context, DocumentRule, Finding } from './rule.ts';
import { instead, said } from './say.ts';
import { documentMentionFixes } from './unlinked-document-fix.ts';

export const unlinkedDocument: DocumentRule = {
  subject: 'readout',
  code: 'unlinked-document',
  level: 'information',
  wider: true,
  docs: {
    title: 'Words mean another document of the collection and do not link it',
    about:
      'Words of the source speak of an earlier meeting, statement or resolution, and one document of the collection fits: by its number (*resolution 1934 (2040)*, or *resolution 1934* where there is only one), by its date (*the October 19 meeting*, *last year’s joint statement*, *the July 2041 2+2*), by its name (*the Orla Declaration*, or its whole title of three to forty words where that has names), or because it is the one before (*our last meeting*).\n\nTimes are counted from the document’s own `date`; a month without a year is the nearest one. Names of meetings come from `series:` in `readout.yaml` and from the titles in the collection; whose meeting it was from `series` and `parties` in the front matter. Where two documents fit as well as each other nothing is said, nor of the document’s own occasion, of what is still to come, of a mere place or period.',
    mend: `Link the words to the document: here, everywhere in the document, or wherever documents of the collection mean it, each to be ticked in a preview. Or let them be ignored here where something else is meant.\n\n${instead(
      'They recalled the Orla Declaration.',
      'They recalled [the Orla Declaration](2031-04-02-orla#).',
    )}`,
  },
  examples: {
    good: [
      `
      //- b.readout.md
      ---
      date: 2031-12-02
      series: talks
      ---

      They will meet again at the talks in May. They welcomed [the June meeting](a#).
      //- a.readout.md
      ---
      title: Readout of the second Orla talks
      date: 2031-06-02
      series: talks
      ---

      They met.
      `,
    ],
    bad: [
      `
      //- b.readout.md
      ---
      title: Readout of the third Orla talks
      date: 2031-12-02
      series: talks
      ---

      They looked back at the June meeting in Orla.
                          ^^^^^^^^^^^^^^^^ “Readout of the second Orla talks” (a, 2031-06-02)
      //- a.readout.md
      ---
      title: Readout of the second Orla talks
      date: 2031-06-02
      series: talks
      ---

      They met.
      `,
    ],
  },
  *check(context) {
    const { document, entry, snapshot } = context;
    const all = documentMentionsIn(document, entry, snapshot, !!entry.document);
    for (const mention of openMentions(document, all)) yield findingOf(mention, context);
  },
  *fix(finding, context) {
    yield* documentMentionFixes(finding.data as DocumentMention, context);
  },
};

function findingOf(mention: DocumentMention, { document }: Context): Finding {
  const { from, to, key, uri, title, date } = mention;
  const words = said(stripSpan(document, mention));
  const called = title ? `${said(title)} ` : '';
  const message = {
    what: t`${words} means ${called}(${[key, date].filter(Boolean).join(', ')}), and is not linked.`,
    why: t`Nobody who reads the one document is led to the other.`,
    advice: t`Link it, or let it be ignored here where something else is meant.`,
  };
  const related = [{ uri, from: 0, to: 0, message: t`What is meant: ${called || key}`.trim() }];
  return { from, to, message, target: `${key}#`, related, data: mention };
}
