import { t } from '../core/language.ts';
import { actorProblems, type BadValue, valueProblems } from './bad-value-checks.ts';
import { bareFixes, valueFixes } from './bad-value-fixes.ts';
import { markAt } from './mend.ts';
import { holdsOddBlank, oddBlankMessage, plainBlanks } from './odd-blanks.ts';
import { issuesOf } from './reader.ts';
import type { Context, DocumentRule, Finding } from './rule.ts';
import { instead } from './say.ts';
import { soundly } from './sound.ts';

export const badValue: DocumentRule = {
  subject: 'readout',
  code: 'bad-value',
  level: 'error',
  proseless: true,
  docs: {
    title: 'An attribute has a value it cannot have',
    about:
      'What stands behind the `=` has a form of its own for each attribute: `due` takes a day, month or year of the calendar (`2031-06-30`, `2031-06`, `2031`, `"2031/2033"`, `"2031~"` for about, `open`); `score` takes `-1`, `0` or `+1` and stands on evidence only; `verb` takes a verb as it stands on a ladder of the codebook; `by`, `says` and `to` take ids of entities of kind actor, and so do `parties` and `participants` in the front matter; relations take what stands in the parenthesis of a reference, with its `#`. With any other value nobody can say who is bound, by when, or to what the text goes back.',
    mend: `Write the value in the form that is expected; the fix offers the nearest.\n\n${instead(
      '[will pay]{.commitment by=Japan due=6/2031 reaffirms="pay"}',
      '[will pay]{.commitment by=japan due=2031-06 reaffirms="#pay"}',
    )}`,
  },
  examples: {
    good: [
      'They [will pay]{#pay .commitment due=2031-06} and [have paid]{.evidence fulfils="#pay" score=+1}.',
      `
      //- a.readout.md
      ---
      parties: [ardenia]
      ---

      They [will pay]{.commitment by=ardenia}.
      //- readout.yaml
      entities: { ardenia: { kind: actor, name: Ardenia } }
      `,
    ],
    bad: [
      `
      They [will pay]{#pay .commitment due="next spring" verb=pays score=+1 reaffirms="pay"}.
                                            ^^^^^^^^^^^ “next spring” is no time
                                                              ^^^^ “pays” is no verb of a ladder
                                                                   ^^^^^^^^ A score stands on evidence only
                                                                                       ^^^ “pay” lacks the “#” of a reference
      `,
      `
      //- a.readout.md
      ---
      parties: [ardenia, orla]
                         ^^^^ “orla” (Orla) is no actor
      ---

      They [will pay]{.commitment by=adrenia}.
                                     ^^^^^^^ Did you mean “ardenia”?
      //- readout.yaml
      entities: { ardenia: { kind: actor, name: Ardenia }, orla: { kind: place, name: Orla } }
      `,
    ],
  },
  *check(context) {
    const found = [...missing(context), ...actorProblems(context), ...valueProblems(context)];
    for (const one of found.sort((a, b) => a.from - b.from))
      yield isOfSeveral(one, context)
        ? { ...one, message: oddBlankMessage(context.document.text.slice(one.from, one.to)) }
        : one;
  },
  fix: soundly(function* (finding, context) {
    const bad = finding.data as BadValue;
    if (isOfSeveral(finding, context)) yield plainBlanks(context.document, finding);
    if (bad.about === 'item') yield* bareFixes(finding, bad.item, context);
    else yield* valueFixes(bad, context);
  }),
};

/** Whether several values or items stand here that no plain blank sets apart; in quotes a time may hold any blank. */
function isOfSeveral(finding: Finding, { document }: Context): boolean {
  const bad = finding.data as BadValue;
  if ('attribute' in bad && bad.attribute.quoted) return false;
  return (
    holdsOddBlank(document.text.slice(finding.from, finding.to)) && !!markAt(document, finding)
  );
}

/** What the reader of the text found: `due=` and `if=a=b`. */
function* missing({ document }: Context): Generator<Finding> {
  for (const issue of issuesOf(document, 'bad-value')) {
    const { from, to } = issue;
    const item = issue.about ?? issue;
    const words = document.text.slice(item.from, item.to);
    const empty = words.endsWith('=');
    const message = {
      what: empty
        ? t`Nothing stands behind this “=”.`
        : t`This value has a “=” in it and is not in quotes.`,
      why: t`So the attribute has no value, and what was meant by it is lost.`,
      advice: empty
        ? t`Write the value, or take the attribute out.`
        : t`Put the value in double quotes.`,
    };
    yield { from, to, message, subject: words, data: { about: 'item', item } satisfies BadValue };
  }
}
