import { t } from '../core/language.ts';
import { actorName } from '../core/marks/bound.ts';
import { unmarkedIn } from '../core/marks/unmarked.ts';
import { stripSpan } from '../core/reading/strip.ts';
import { onOneLine } from '../core/text.ts';
import { idFrom } from '../core/writing/ids.ts';
import { wrapMark } from '../core/writing/insert.ts';
import { namesIn } from './misnamed.ts';
import type { DocumentRule } from './rule.ts';
import { instead, listed, said } from './say.ts';

export const unmarkedCommitment: DocumentRule = {
  subject: 'readout',
  code: 'unmarked-commitment',
  level: 'off',
  docs: {
    title: 'A sentence reads as a commitment and is not marked',
    about:
      'The sentence names an actor before its verb, its force stands on the commitment line or above, and nothing in it is marked as a commitment, a position or a request. An actor is a name of the codebook or a word of `terms`; where the front matter names `parties`, they are meant by *they*, *both sides* and the like, by *the President and the Prime Minister* where there are two, by *Decides to* at the beginning of a paragraph of a resolution, and in Japanese by the verbs with which one speaks of oneself, 〜てまいります. Of several verbs the first that does so counts, if it goes on with what the sentence says of that actor (*they thanked the crews and will pay*) or has an actor of its own (*having met, they will sail*).\n\nPassed over are titles, headings, questions, conditions, what is said in quotation marks, what a thing will do (*a plan that will help*, *the Orla Fellowship will bring*), what is thought or expected of others (*agreed that the sea is calm*, *expect that prices will fall*), what is found important together (*agreed on the need for*, 認識で一致した), what *has been signed* or *has continued*, and what two do (双方, 両大臣) where the document has one party.\n\nThe words go from the verb to the end of the sentence; in Japanese, where the verb ends it, they begin behind whom the sentence is about. The rule is off by default, for it lists candidates and no faults: *Next Unmarked Commitment* goes through them, the Mentions view lists them for the whole collection, and `readout check --rule unmarked-commitment=information` prints them.',
    mend: `Mark the words with the fix, as a commitment or, where they bind nobody, as something else.\n\n${instead(
      'They will reopen the bridge by June.',
      'They [will reopen the bridge by June]{.commitment}.',
    )}`,
  },
  examples: {
    good: [
      `
      ---
      parties: [orla]
      ---

      They [will reopen the bridge]{.commitment}. It will rain. They welcomed the talks.
      `,
    ],
    bad: [
      `
      ---
      parties: [orla]
      ---

      They met. They will reopen the bridge by June.
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “will”
      `,
      `
      //- a.readout.md
      Then Ardenia affirmed that it will send two ships.
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ would bind “Ardenia”
      //- readout.yaml
      entities: { ardenia: { kind: actor, name: Ardenia } }
      `,
    ],
  },
  *check({ document, snapshot }) {
    const { codebook } = snapshot;
    for (const { from, to, verb, actors } of unmarkedIn(document, codebook)) {
      const words = onOneLine(stripSpan(document, { from, to }));
      const bound = listed(actors.map((id) => said(actorName(codebook, id))));
      yield {
        from,
        to,
        message: {
          what: t`These words are not marked and would bind ${bound}: their force is that of ${said((verb.force ?? verb).lemma)}.`,
          why: t`What is not marked is missing from the register.`,
          advice: t`Mark them as a commitment, or as what they are.`,
        },
        subject: words,
      };
    }
  },
  *fix(finding, context) {
    const { document, snapshot } = context;
    const all = unmarkedIn(document, snapshot.codebook);
    const from = all.find((one) => one.from === finding.from)?.force ?? finding.from;
    const id = idFrom(stripSpan(document, { from, to: finding.to }), namesIn(context));
    const made = wrapMark(document, finding, { kind: 'commitment', id });
    if ('refused' in made) return;
    yield { title: t`Mark these words as a commitment called ${said(id)}`, edits: made.edits };
  },
};
