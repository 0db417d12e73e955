import { t } from '../core/language.ts';
import { markAt } from './mend.ts';
import { readerRule } from './reader.ts';
import { instead, said } from './say.ts';

export const twoIds = readerRule({
  code: 'two-ids',
  level: 'error',
  docs: {
    title: 'A mark has two ids',
    about:
      'A mark goes by one id. The first one holds; links to any further one lead nowhere, and a register cannot tell that both names mean the same passage.',
    mend: `Keep the id that links use, and take the other out.\n\n${instead(
      '[the harbour]{#orla #harbour .place}',
      '[the harbour]{#orla .place}',
    )}`,
  },
  examples: {
    good: ['They met at [the harbour]{#orla .place}.'],
    bad: [
      `
      They met at [the harbour]{#orla #harbour .place}.
                                      ^^^^^^^^ second id
      `,
    ],
  },
  message: (words, issue, document) => ({
    what: t`This mark has a second id, ${said(words)}.`,
    why: t`Of several ids only ${said(`#${markAt(document, issue)?.id?.text ?? ''}`)} counts, so links to this one lead nowhere.`,
    advice: t`Keep one id and take the other out.`,
  }),
});
