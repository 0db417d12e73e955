import { t } from '../core/language.ts';
import { readerRule } from './reader.ts';
import { instead } from './say.ts';

export const emptyMark = readerRule({
  code: 'empty-mark',
  level: 'error',
  docs: {
    title: 'A mark or link holds no words',
    about:
      'Between the brackets stands nothing, or nothing but blanks and notes. A mark is about words of the source: without any there is nothing to show in the register, and nothing a reader could click on.',
    mend: `Put the brackets round the words that are meant, or take the signs out.\n\n${instead(
      'Belmark []{#fleet .commitment}will send ships.',
      'Belmark [will send ships]{#fleet .commitment}.',
    )}`,
  },
  examples: {
    good: ['Belmark [will send ships^[Forty, says the annex.]]{#fleet .commitment}.'],
    bad: [
      `
      Belmark []{#fleet .commitment}will send ships, says [ ](#belmark)the annex.
              ^^^^^^^^^^^^^^^^^^^^^^ no words
                                                          ^^^^^^^^^^^^^
      `,
    ],
  },
  message: () => ({
    what: t`There are no words between these brackets.`,
    why: t`So it is not said which words of the source are meant.`,
    advice: t`Put the brackets round the words that are meant, or take the signs out.`,
  }),
});
