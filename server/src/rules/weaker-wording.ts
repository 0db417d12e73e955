import { t } from '../core/language.ts';
import { actorName } from '../core/marks/bound.ts';
import { headsOf } from '../core/reading/parse.ts';
import { resolveName } from '../core/snapshot/resolve.ts';
import { contains } from '../core/text.ts';
import { type Difference, differenceOf } from '../core/threads/difference.ts';
import { type Member, memberAt, sayingOf } from '../core/threads/member.ts';
import { pointersOf, shownName } from './pointers.ts';
import type { Context, DocumentRule } from './rule.ts';
import { instead, listed, said } from './say.ts';

export const weakerWording: DocumentRule = {
  subject: 'readout',
  code: 'weaker-wording',
  level: 'information',
  docs: {
    title: 'What is reaffirmed has become weaker',
    about:
      'A mark says that it `reaffirms` an earlier one, and says less: its force stands on a lower rung of the same ladder (*intend* where it was *will*), an actor who was bound is bound no more, or the day is later or gone. Actors are compared where both marks name them in the same way, by `by` or by the parties, for ministers are not their states. Ladders are compared only with themselves, and ranks are the codebook’s. Words that changed without any of this are not reported; the thread shows them.',
    mend: `See whether the two texts really say the same. Where the later one gives ground, write \`weakens=\` instead of \`reaffirms=\`. Where the verb was misread, write the one that counts as \`verb=\`.\n\n${instead(
      'They [intend to reopen the bridge]{.commitment reaffirms="spring#bridge"}.',
      'They [intend to reopen the bridge]{.commitment weakens="spring#bridge"}.',
    )}`,
  },
  examples: {
    good: [
      `
      //- a.readout.md
      They [will reopen the bridge]{.commitment due=2031 reaffirms="spring#bridge"}.
      //- spring.readout.md
      They [intend to reopen the bridge]{#bridge .commitment due=2031}.
      `,
    ],
    bad: [
      `
      //- a.readout.md
      They [intend to reopen the bridge]{.commitment reaffirms="spring#bridge"}.
                                                                ^^^^^^^^^^^^^ “intend” instead of “will”
      //- spring.readout.md
      They [will reopen the bridge]{#bridge .commitment}.
      `,
      `
      //- a.readout.md
      They [will reopen it]{.commitment by=orla due=2033 reaffirms="#bridge"} and
                                                                    ^^^^^^^ “Tarn” is not bound any more; the day is 2033 instead of 2031
      [will reopen it]{#bridge .commitment by="orla tarn" due=2031}.
      //- readout.yaml
      entities: { orla: { kind: actor, name: Orla }, tarn: { kind: actor, name: Tarn } }
      `,
    ],
  },
  *check(context) {
    const { document, snapshot } = context;
    for (const { target, name, relation } of pointersOf(context)) {
      if (relation?.meaning.name !== 'reaffirms') continue;
      const earlier = earlierOf(name, context);
      if (!earlier) continue;
      // The words are not asked about, so they are not compared.
      const saying = sayingOf(snapshot.codebook, document, relation.mark);
      const later = { ...saying, words: '' };
      const less = weaker(differenceOf({ ...earlier, words: '' }, later), earlier, later, context);
      if (!less.length) continue;
      yield {
        from: target.from,
        to: target.to,
        message: {
          what: t`This is weaker than ${said(earlier.words)}, which it reaffirms: ${less.join(t`; `)}.`,
          why: t`A register that calls it reaffirmed would hide that ground was given.`,
          advice: t`See whether “weakens=” is meant.`,
        },
        target: shownName(name),
      };
    }
  },
  *fix(finding, { document }) {
    for (const { attributes } of document.marks) {
      const relation = attributes.find(
        ({ key, from, to }) => key.text === 'reaffirms' && contains({ from, to }, finding),
      );
      if (!relation) continue;
      // Of several targets only this one is weaker, and a key may stand once.
      const isAlone = !/\s/.test(relation.value.text.trim());
      const isFree = !attributes.some(({ key }) => key.text === 'weakens');
      if (!isAlone || !isFree) return;
      const { from, to } = relation.key;
      const edits = [{ span: { from, to }, text: 'weakens' }];
      yield { title: t`Write “weakens” instead of “reaffirms”`, edits };
    }
  },
};

/** The mark that is reaffirmed; where two documents have one key nobody can tell which is meant. */
function earlierOf(name: string, { document, entry, snapshot }: Context): Member | undefined {
  const meant = resolveName(snapshot, name);
  const found = meant.to === 'mark' && meant.found.length === 1 ? meant.found[0] : undefined;
  if (!found) return undefined;
  const { id } = found.definition;
  const index = found.entry.summary.definitions.findIndex((one) => one.id === id);
  const member = memberAt(snapshot.codebook, found.entry, index);
  const own = found.entry === entry ? headsOf(document.marks).get(id) : undefined;
  return member && own ? { ...member, ...sayingOf(snapshot.codebook, document, own) } : member;
}

/** What has become less, each in a few words. */
function weaker(
  difference: Difference,
  earlier: Pick<Member, 'verb' | 'due'>,
  later: Pick<Member, 'verb' | 'due' | 'told'>,
  { snapshot }: Context,
): string[] {
  const less: string[] = [];
  if (difference.force === 'weaker') {
    const lemma = ({ verb }: Pick<Member, 'verb'>) => said((verb?.force ?? verb)?.lemma ?? '');
    less.push(t`${lemma(later)} instead of ${lemma(earlier)}`);
  }
  if (difference.lost.length) {
    const names = difference.lost.map((id) => said(actorName(snapshot.codebook, id)));
    const one = names.length === 1;
    const gone = {
      bound: one ? t`is not bound any more` : t`are not bound any more`,
      says: one ? t`no longer says so` : t`no longer say so`,
    };
    less.push(`${listed(names)} ${later.told === 'says' ? gone.says : gone.bound}`);
  }
  if (difference.due === 'later')
    less.push(t`the day is ${later.due ?? ''} instead of ${earlier.due ?? ''}`);
  if (difference.due === 'lost') less.push(t`no day is set instead of ${earlier.due ?? ''}`);
  return less;
}
