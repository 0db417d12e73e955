import { t } from '../core/language.ts';
import { keepDashes, removal } from './mend.ts';
import { readerRule } from './reader.ts';
import { instead } from './say.ts';

export const lateFrontMatter = readerRule({
  code: 'late-front-matter',
  level: 'warning',
  docs: {
    title: 'Blank lines stand before the front matter',
    about:
      'A front matter begins on the first line of the file or is none. Here blank lines stand before its `---`. So title, date and parties are not known, whatever hangs on them is not found, and all its lines count as words of the source.',
    mend: `Delete the blank lines. Where the source itself begins so, put an empty front matter before it.\n\n${instead(
      '\n---\ntitle: Talks in Orla\ndate: 2031-04-02\n---\n\nThe ministers met.',
      '---\ntitle: Talks in Orla\ndate: 2031-04-02\n---\n\nThe ministers met.',
    )}`,
  },
  examples: {
    good: [
      '---\ntitle: Talks in Orla\n---\n\nThe ministers met.',
      '\n---\nThe ministers met.\n---\n',
      '---\n---\n\n\n---\ntitle: Talks in Orla\n---\n',
    ],
    bad: [
      `

      ---
      ^^^ blank lines
      title: Talks in Orla
      ---

      The ministers met.
      `,
    ],
  },
  message: () => ({
    what: t`The front matter that begins here has blank lines before it.`,
    why: t`So its lines count as words of the source, and title, date and parties are not known.`,
    advice: t`Delete the blank lines, so that “---” is the first line.`,
  }),
  *fix(issue, { document }) {
    const title = t`Delete the blank lines before the front matter`;
    const edits = [removal({ from: document.body, to: issue.from })];
    yield { title, edits, preferred: true };
    yield keepDashes(document);
  },
});
