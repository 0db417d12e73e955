import { t } from '../core/language.ts';
import { readerRule } from './reader.ts';
import { instead } from './say.ts';

export const paragraphInReference = readerRule({
  code: 'paragraph-in-reference',
  level: 'error',
  docs: {
    title: 'A link goes over a blank line',
    about:
      'The bracket that is closed here was opened in the paragraph before. No link goes over a blank line: other readers of the format drop words there without a word, so Readout takes the signs for words of the source, and nothing is linked.',
    mend: `Link the words of one paragraph only. Nothing is lost: one link says what the passage goes back to.\n\n${instead(
      'As [agreed\n\nin spring](ardenia-2031-04#bridge), work began.',
      'As agreed\n\n[in spring](ardenia-2031-04#bridge), work began.',
    )}`,
  },
  examples: {
    good: ['As agreed\n\n[in spring](#bridge), [work]{#bridge .event} began.'],
    bad: [
      `
      As [agreed

      in spring](#bridge), work began.
               ^ blank line
      `,
    ],
  },
  message: () => ({
    what: t`This link goes over a blank line.`,
    why: t`No link can, so nothing is linked, and all its signs count as words of the source.`,
    advice: t`Link the words of one paragraph only.`,
  }),
  related: ({ about }) => about && { at: about, message: t`It begins here.` },
});
