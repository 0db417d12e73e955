import type { BackReference } from '../core/back-references/back-references.ts';
import { openBackReferences } from '../core/back-references/open.ts';
import { t } from '../core/language.ts';
import { stripSpan } from '../core/reading/strip.ts';
import type { Context, DocumentRule, Finding } from './rule.ts';
import { instead, said } from './say.ts';
import { backReferenceFixes } from './unlinked-backreference-fix.ts';

export const unlinkedBackreference: DocumentRule = {
  subject: 'readout',
  code: 'unlinked-backreference',
  level: 'information',
  docs: {
    title: 'Words go back to an earlier text, and nothing says to which',
    about:
      'A sentence says that it goes back to something earlier (*reaffirmed*, *as agreed at*, *building on*, *in accordance with*, *continue to*, *since their last meeting*), and neither a relation nor a reference says to what. A reader of the register cannot follow it.\n\nA sentence is quiet as soon as one of its marks has a relation to another document, or a reference in it points at one. A relation inside the same document does not say where something comes from. A reference to an instrument is enough for *in accordance with*, *pursuant to* and *under*, and for nothing else.\n\nBy default (`backreferences: marked` in `readout.yaml`) only sentences that hold a commitment, a position, a request or evidence are looked at; with `all`, every sentence is. The phrases are listed by language under `cues:`; a language that a collection lists there replaces the built-in list.',
    mend: `Write the relation on the mark, or link the words that name the earlier text. Up to three marks are offered, the likeliest first: those that the sentence says again; those with its words in the document that it names, or of the time or place that it names (*as agreed last year*, *the commitments made in Orla*); else those with its words in a document that the paragraph points at, or in the one before in the series. Then comes the document itself. Nothing is offered that nothing speaks for. Where nothing earlier can be found, let it be ignored here.\n\n${instead(
      'They [reaffirmed their pledge to open the port]{.commitment}.',
      'They [reaffirmed their pledge to open the port]{.commitment reaffirms="2031-04-02-orla#port"}.',
    )}`,
  },
  examples: {
    good: [
      'They [reaffirmed their pledge to open the port]{.commitment reaffirms="2031-04-02-orla#port"}.',
      'They [opened the port]{.position}. The Ministers reaffirmed their friendship.',
    ],
    bad: [
      `
      They [reaffirmed their pledge to open the port]{.commitment}.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ goes back to something earlier
      `,
    ],
  },
  *check(context) {
    const { document, entry, snapshot } = context;
    const { codebook } = snapshot;
    for (const one of openBackReferences(document, entry.key, codebook, !!entry.document)) {
      yield findingOf(one, context);
    }
  },
  *fix(finding, context) {
    yield* backReferenceFixes(finding.data as BackReference, context);
  },
};

function findingOf(one: BackReference, { document }: Context): Finding {
  const words = said(stripSpan(document, one));
  const message = {
    what: t`${words} goes back to something earlier, and nothing says to what.`,
    why: t`A reader of the register cannot follow it to the earlier text.`,
    advice: t`Link these words to it, or write on a mark of the sentence how it goes back to it.`,
  };
  return { from: one.from, to: one.to, message, data: one };
}
