import { t } from '../core/language.ts';
import { insertion } from '../core/writing/edit.ts';
import { lineEndOf } from '../core/writing/import.ts';
import { keepDashes } from './mend.ts';
import { readerRule } from './reader.ts';
import { instead, said } from './say.ts';

export const unclosedFrontMatter = readerRule({
  code: 'unclosed-front-matter',
  level: 'warning',
  docs: {
    title: 'The front matter is not closed',
    about:
      'The file begins with a line of `---`, as a front matter does, and no later line of `---` ends it. So there is no front matter: title, date and parties are not known, and all its lines count as words of the source.',
    mend: `Write a line of \`---\` after the last key. Where the source itself begins with \`---\`, put an empty front matter before it.\n\n${instead(
      '---\ntitle: Talks in Orla\ndate: 2031-04-02\n\nThe ministers met.',
      '---\ntitle: Talks in Orla\ndate: 2031-04-02\n---\n\nThe ministers met.',
    )}`,
  },
  examples: {
    good: [
      '---\ntitle: Talks in Orla\n---\n\nThe ministers met.',
      '---\n---\n\n---\nThe ministers met.',
    ],
    bad: [
      `
      ---
      ^^^ not closed
      title: Talks in Orla

      The ministers met.
      `,
    ],
  },
  message: () => ({
    what: t`The front matter that begins here is not closed.`,
    why: t`So its lines count as words of the source, and title, date and parties are not known.`,
    advice: t`Write a line of “---” after its last key.`,
  }),
  *fix(issue, { document }) {
    const { text } = document;
    const eol = lineEndOf(text);
    const { end, last } = keysEnd(text, issue.to);
    if (last) {
      const before = /[\r\n]/.test(text[end - 1] ?? '') ? '' : eol;
      // The empty line that belongs to a front matter is there where a blank line follows.
      const after = /^(?:\r|\n|$)/.test(text.slice(end)) ? eol : eol + eol;
      const title = t`Close the front matter after ${said(last)}`;
      yield { title, edits: [insertion(end, `${before}---${after}`)], preferred: true };
    }
    yield keepDashes(document);
  },
});

/** Where the lines end that read as keys with their values, and the last of those keys. */
function keysEnd(text: string, from: number): { end: number; last: string } {
  const line = /(?:\r\n|\n|\r)(?:([\w-]+):(?=[ \t\r\n]|$)|[ \t]+\S|- )[^\r\n]*/y;
  let end = from;
  let last = '';
  line.lastIndex = from;
  for (let match = line.exec(text); match; match = line.exec(text)) {
    end = line.lastIndex;
    last = match[1] ?? last;
    if (!last) break;
  }
  const eol = /\r\n|\n|\r/y;
  eol.lastIndex = end;
  return { end: eol.test(text) ? eol.lastIndex : end, last };
}
