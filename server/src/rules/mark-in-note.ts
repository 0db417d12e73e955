import { t } from '../core/language.ts';
import { readerRule } from './reader.ts';
import { instead } from './say.ts';

export const markInNote = readerRule({
  code: 'mark-in-note',
  level: 'error',
  docs: {
    title: 'A mark or note stands in a note',
    about:
      'A note holds what the analyst thinks; it is no part of the source. So nothing in it can be a commitment or a position of the ministers, and a mark in a note is in no list. A note in a note is no note of its own either. Links in a note hold.',
    mend: `Mark the words where they stand in the source, or link to them from the note.\n\n${instead(
      'They met.^[In [Port Orla]{.place}, as usual.]',
      'They met.^[In [Port Orla](#orla), as usual.]',
    )}`,
  },
  examples: {
    good: ['They met.^[In [the port](#orla), as usual.] [Port Orla]{#orla .place} was calm.'],
    bad: [
      `
      They met.^[In [Port Orla]{.place}, as^[or not] usual.]
                    ^^^^^^^^^^^^^^^^^^^ no part of the source
                                           ^^^^^^^^^
      `,
    ],
  },
  message: (words) => ({
    what: t`A ${words.startsWith('^') ? t`note` : t`mark`} stands in a note.`,
    why: t`A note is no part of the source, so nothing marked in it counts.`,
    advice: t`Mark words of the source, and link to them from the note.`,
  }),
});
