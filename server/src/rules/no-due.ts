import { t } from '../core/language.ts';
import { contains } from '../core/text.ts';
import { commitmentsOf } from './commitments.ts';
import type { DocumentRule, Message } from './rule.ts';
import { instead } from './say.ts';

export const noDue: DocumentRule = {
  subject: 'readout',
  code: 'no-due',
  level: 'off',
  docs: {
    title: 'A commitment without a time',
    about:
      'No `due` stands on this commitment and no `.deadline` among its words, so nobody can say when it is overdue. Only three in a hundred commitments name a date, so this is off by default; the register and the hover show it as well.',
    mend: `Where the text gives a time, mark it as \`.deadline\` or write it as \`due\`. Where the text sets none, say so with \`due=open\`.\n\n${instead(
      'They [will reopen the bridge by June 2031]{.commitment}.',
      'They [will reopen the bridge [by June 2031]{.deadline}]{.commitment due=2031-06}.',
    )}`,
  },
  examples: {
    good: [
      'They [will reopen the bridge [in summer]{.deadline}]{.commitment}.',
      'They [will reopen the bridge]{.commitment due=open}.',
    ],
    bad: [
      `
      They [will reopen the bridge]{.commitment} in [summer]{.deadline}.
            ^^^^^^^^^^^^^^^^^^^^^^ No time is set for this commitment.
      `,
    ],
  },
  *check({ document }) {
    const deadlines = document.marks.filter(({ kind }) => kind?.text === 'deadline');
    for (const { mark, words } of commitmentsOf(document)) {
      if (mark.attributes.some(({ key }) => key.text === 'due')) continue;
      if (words.some((span) => deadlines.some((deadline) => contains(span, deadline.span))))
        continue;
      yield { from: mark.words.from, to: mark.words.to, message: message() };
    }
  },
};

const message = (): Message => ({
  what: t`No time is set for this commitment.`,
  why: t`So nobody can say when it is overdue.`,
  advice: t`Mark the words that give a time as “.deadline”, or write “due=”; “due=open” where there is none.`,
});
