import { t } from '../core/language.ts';
import { divided } from './divide.ts';
import { readerRule } from './reader.ts';
import { instead } from './say.ts';

export const paragraphInMark = readerRule({
  code: 'paragraph-in-mark',
  level: 'error',
  docs: {
    title: 'A mark goes over a blank line',
    about:
      'The bracket that is closed here was opened in the paragraph before. No mark goes over a blank line: other readers of the format drop words there without a word, so Readout takes the signs for words of the source. It happens most where a page break of the print cuts a sentence in two.',
    mend: `Mark the words of each paragraph on their own. The second mark has nothing but \`continues=\` and the id of the first in its braces; the two are shown and counted as one.\n\n${instead(
      'Ardenia [will reopen\n\nthe bridge]{#bridge .commitment}.',
      'Ardenia [will reopen]{#bridge .commitment}\n\n[the bridge]{continues=bridge}.',
    )}`,
  },
  examples: {
    good: ['Ardenia [will reopen]{#bridge .commitment}\n\n[the bridge]{continues=bridge}.'],
    bad: [
      `
      Ardenia [will reopen

      the bridge]{#bridge .commitment} soon.
                ^ blank line
      `,
    ],
  },
  message: () => ({
    what: t`This mark goes over a blank line.`,
    why: t`No mark can, so there is none, and all its signs count as words of the source.`,
    advice: t`Mark the words of each paragraph and join the second mark to the first with “continues=”.`,
  }),
  related: ({ about }) => about && { at: about, message: t`It begins here.` },
  fix: divided,
});
