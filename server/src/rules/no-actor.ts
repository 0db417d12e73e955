import { fieldsOf, type TermField } from '../core/front/fields.ts';
import { t } from '../core/language.ts';
import { sentences } from '../core/verbs/mark-verb.ts';
import { commitmentsOf } from './commitments.ts';
import type { DocumentRule, Message } from './rule.ts';
import { instead } from './say.ts';

export const noActor: DocumentRule = {
  subject: 'readout',
  code: 'no-actor',
  level: 'off',
  docs: {
    title: 'A commitment that binds nobody by name',
    about:
      'A commitment binds those named in `by`; without it, those for whom a word of `terms` stands in the sentence; else the `parties` of the front matter. Here is none of them, so the register cannot say who has to act. Off by default: the register and the hover show it as well.',
    mend: `Name the parties in the front matter, or the actors on the mark.\n\n${instead(
      'They [will reopen the bridge]{.commitment}.',
      'They [will reopen the bridge]{.commitment by="ardenia belmark"}.',
    )}`,
  },
  examples: {
    good: [
      '---\nparties: [ardenia]\n---\n\nThey [will reopen the bridge]{.commitment}.\n',
      'They [will reopen the bridge]{.commitment by=ardenia}.',
      '---\nterms: { the Ministers: [brandt] }\n---\n\nThe Ministers [will meet again]{.commitment}.\n',
    ],
    bad: [
      `
      They [will reopen the bridge]{.commitment} in Orla.
            ^^^^^^^^^^^^^^^^^^^^^^ Nobody is named whom this commitment binds.
      `,
    ],
  },
  *check({ document }) {
    const { parties, terms } = fieldsOf(document.front);
    if (parties?.items.length) return;
    const sentence = sentences(document);
    for (const { mark } of commitmentsOf(document)) {
      if (mark.attributes.some(({ key }) => key.text === 'by')) continue;
      if (terms && isTermIn(sentence(mark.words).text, terms)) continue;
      yield { from: mark.words.from, to: mark.words.to, message: message() };
    }
  },
};

/** Whether words that stand for actors of the document are in the sentence. */
const isTermIn = (sentence: string, terms: readonly TermField[]): boolean =>
  terms.some(
    ({ name, actors }) =>
      actors.length > 0 && sentence.toLowerCase().includes(name.text.toLowerCase()),
  );

const message = (): Message => ({
  what: t`Nobody is named whom this commitment binds.`,
  why: t`So the register cannot say who has to act, and no evidence can be scored for anybody.`,
  advice: t`Name the “parties” in the front matter, or write “by=” on this mark.`,
});
