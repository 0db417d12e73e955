import { t } from '../core/language.ts';
import { readerRule } from './reader.ts';
import { instead } from './say.ts';

export const paragraphInNote = readerRule({
  code: 'paragraph-in-note',
  level: 'error',
  docs: {
    title: 'A note goes over a blank line',
    about:
      'The note that begins here is closed only in the next paragraph. No note goes over a blank line: other readers of the format drop words there without a word, so Readout takes its signs and its words for the source, and a comparison with the text as issued shows them as added.',
    mend: `Write the note as one paragraph, or make two notes of it.\n\n${instead(
      'They met.^[So says the agenda.\n\nThe minutes differ.] They signed.',
      'They met.^[So says the agenda. The minutes differ.] They signed.',
    )}`,
  },
  examples: {
    good: ['They met.^[So says the agenda. The minutes differ.] They signed.'],
    bad: [
      `
      They met.^[So says the agenda.
               ^^ blank line

      The minutes differ.] They signed.
      `,
    ],
  },
  message: () => ({
    what: t`This note goes over a blank line.`,
    why: t`No note can, so its words count as words of the source.`,
    advice: t`Write the note as one paragraph, or make two notes of it.`,
  }),
  related: ({ about }) => about && { at: about, message: t`It ends here.` },
});
