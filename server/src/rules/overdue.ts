import { isStatement } from '../core/codebook/kinds.ts';
import { readDue } from '../core/dates.ts';
import type { Mark } from '../core/document.ts';
import { t } from '../core/language.ts';
import { attributeText, ownMarks } from '../core/marks/parts.ts';
import { dueOf, statusOf } from '../core/marks/status.ts';
import { continuationOf, headsOf } from '../core/reading/parse.ts';
import { stripSpan } from '../core/reading/strip.ts';
import { mentionsOf } from '../core/snapshot/snapshot.ts';
import { onOneLine, type Span } from '../core/text.ts';
import type { Context, DocumentRule } from './rule.ts';
import { instead, said } from './say.ts';

export const overdue: DocumentRule = {
  subject: 'readout',
  code: 'overdue',
  level: 'information',
  docs: {
    title: 'A commitment is overdue',
    about:
      'The last day of its `due`, or of the deadline nested in it, has passed, and no later text says that it was kept, broken or replaced (`fulfils`, `breaches`, `supersedes`). The day it is judged against is today; the setting `readout.asOf`, or `--as-of` on the command line, takes another. Evidence with the score -1 does not keep a commitment.',
    mend: `Look what became of it. Mark the words that report it as evidence; where a later text sets another day, let it supersede this one. Where the day was misread, put \`due\` right.\n\n${instead(
      'They [will reopen the bridge]{#bridge .commitment due=2031-06}.',
      'The bridge [was reopened]{.evidence fulfils="2031-04-02-orla#bridge"}.',
    )}`,
  },
  examples: {
    good: [
      'They [will reopen the bridge]{.commitment due=2048}.',
      'They [will reopen the bridge]{.commitment due=open}.',
      `
      //- a.readout.md
      They [will reopen the bridge]{#bridge .commitment due=2031}.
      //- b.readout.md
      It [was reopened]{.evidence fulfils="a#bridge" score=+1}.
      `,
    ],
    bad: [
      `
      They [will reopen the bridge]{.commitment due=2031-06}.
                                                    ^^^^^^^ due by 2031-06-30
      `,
      `
      //- a.readout.md
      They [will reopen it [by 2030]{.deadline due=2030}]{#it .commitment}.
                                                   ^^^^ due by 2030-12-31
      //- b.readout.md
      It [is still closed]{.evidence fulfils="a#it" score=-1}.
      `,
    ],
  },
  *check(context) {
    const { asOf } = context.snapshot;
    if (asOf === undefined) return;
    for (const mark of context.document.marks) {
      if (!mayBeLate(mark, context, asOf)) continue;
      const { is, due } = statusOf(
        context.snapshot.codebook,
        context.document,
        mark,
        spokenOf(mark, context),
        asOf,
      );
      if (is !== 'overdue') continue;
      const { from, to } = placeOf(mark, context) ?? mark.words;
      const words = onOneLine(stripSpan(context.document, mark.words));
      const kind = mark.kind?.text ?? '';
      yield {
        from,
        to,
        message: {
          what: t`This ${t(kind)} was due by ${due ?? ''}: ${said(words)}.`,
          why: t`No later text says that it was kept, broken or replaced.`,
          advice: t`Look what became of it, and mark the words that say so as evidence.`,
        },
        subject: mark.id?.text ?? words,
      };
    }
  },
};

/** Cheap to tell, and nearly always the end of it. */
function mayBeLate(mark: Mark, { document, snapshot }: Context, asOf: string): boolean {
  const kind = mark.kind?.text ?? '';
  if (!isStatement(snapshot.codebook, kind) || continuationOf(mark)) return false;
  const due = dueOf(snapshot.codebook, document, mark);
  const last = due === undefined ? undefined : readDue(due)?.last;
  return last !== undefined && last < asOf;
}

function spokenOf(mark: Mark, { document, entry, snapshot }: Context) {
  const id = mark.id?.text;
  const isNamed = id !== undefined && headsOf(document.marks).get(id) === mark;
  return isNamed ? mentionsOf(snapshot, `${entry.summary.own}#${id}`) : [];
}

/** Where the day stands. */
function placeOf(mark: Mark, { document, snapshot }: Context): Span | undefined {
  const holder =
    attributeText(mark, 'due') === undefined
      ? ownMarks(snapshot.codebook, document, mark).find(
          (one) => attributeText(one, 'due') !== undefined,
        )
      : mark;
  return holder?.attributes.find(({ key }) => key.text === 'due')?.value;
}
