import { t } from '../core/language.ts';
import { doubledBackslash } from '../core/writing/insert.ts';
import { paragraphOf } from './brackets.ts';
import { removal, replacement } from './mend.ts';
import { readerRule } from './reader.ts';
import { instead } from './say.ts';

export const spaceBeforeNote = readerRule({
  code: 'space-before-note',
  level: 'warning',
  docs: {
    title: 'A blank stands before a note',
    about:
      'A note is taken out whole when the source is restored, the blank before it is not. Where the blank came with the note, the source gets a blank that the text as issued does not have.',
    mend: `Write the note directly behind the word. The first fix moves the note before the blank and leaves the source as it is; the second takes the blank out.\n\n${instead(
      'They met ^[So it says.] in Orla.',
      'They met^[So it says.] in Orla.',
    )}`,
  },
  examples: {
    good: ['They met^[So it says.] in Orla.\n^[In May.]They signed.'],
    bad: [
      `
      They met ^[So it says.] in Orla.
              ^ stays
      `,
    ],
  },
  message: () => ({
    what: t`A blank stands before this note.`,
    why: t`The blank stays in the source when the note is taken out.`,
    advice: t`Write the note directly behind the word.`,
  }),
  *fix(issue, { document }) {
    const note = issue.about;
    if (!note) return;
    const { text } = document;
    const start = paragraphOf(document, issue.from)?.from ?? 0;
    const swapped = text.slice(note.from, note.to) + text.slice(issue.from, issue.to);
    yield {
      title: t`Move the note before the blank`,
      edits: [
        ...doubledBackslash(document, issue.from, start),
        replacement({ from: issue.from, to: note.to }, swapped),
      ],
      preferred: true,
    };
    yield {
      title: t`Take the blank out`,
      edits: [...doubledBackslash(document, issue.from, start), removal(issue)],
    };
  },
});
