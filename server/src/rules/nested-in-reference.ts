import { t } from '../core/language.ts';
import { readerRule } from './reader.ts';
import { instead, said } from './say.ts';

export const nestedInReference = readerRule({
  code: 'nested-in-reference',
  level: 'error',
  docs: {
    title: 'A link stands in a link',
    about:
      'The words of a link cannot hold another one, for a click could not go to two places. The inner link holds; the outer brackets and their target count as words of the source.',
    mend: `Keep one of the two, or put a mark outside that points with a relation and keep the link inside.\n\n${instead(
      '[as agreed in [Orla](#orla)](ardenia-2031-04#bridge)',
      '[as agreed in [Orla](#orla)]{.position cites="ardenia-2031-04#bridge"}',
    )}`,
  },
  examples: {
    good: ['[as agreed in [Orla](#port)]{.position cites="#port"}, [Port Orla]{#port .place}'],
    bad: [
      `
      [as agreed in [Orla](#port)](#port), says [Port Orla]{#port .place}
                                  ^^^^^^^ inner
      `,
    ],
  },
  message: (words) => ({
    what: t`The link to ${said(words.slice(1, -1))} has another link among its words.`,
    why: t`Only the inner one holds; the outer brackets and their target count as words of the source.`,
    advice: t`Keep one of the two, or make the outer one a mark that points with a relation.`,
  }),
});
