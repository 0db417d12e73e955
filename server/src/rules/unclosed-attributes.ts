import { t } from '../core/language.ts';
import { insertion } from '../core/writing/edit.ts';
import { escapedBrace } from '../core/writing/insert.ts';
import { openingOf } from './brackets.ts';
import { isTangled, keepBrackets } from './mend.ts';
import { readerRule } from './reader.ts';
import { instead, said } from './say.ts';

export const unclosedAttributes = readerRule({
  code: 'unclosed-attributes',
  level: 'error',
  docs: {
    title: 'Attributes are not closed',
    about:
      'A `{` directly after a `]` begins the attributes of a mark, and no `}` ends them before the next `{` or the end of the paragraph. A forgotten `}` never swallows words of the source: the mark is simply not there, neither in the register nor in the outline, and its signs count as words of the source.',
    mend: `Write \`}\` after the last attribute. Where the source itself has \`]{\`, put a backslash before both brackets.\n\n${instead(
      'Ardenia [will reopen the bridge]{#bridge .commitment in spring.',
      'Ardenia [will reopen the bridge]{#bridge .commitment} in spring.',
    )}`,
  },
  examples: {
    good: [
      'Ardenia [will reopen the bridge]{#bridge .commitment}.',
      'The set \\[0, 1\\]{x > 0 holds.',
    ],
    bad: [
      `
      Ardenia [will reopen the bridge]{#bridge .commitment in spring.
                                      ^ not closed
      `,
      `
      Ardenia [will reopen]{.commitment the [bridge]{.place}.
                           ^
      `,
    ],
  },
  message: () => ({
    what: t`The attributes that begin here are not closed.`,
    why: t`So there is no mark, and all its signs count as words of the source.`,
    advice: t`Write “}” after the last attribute.`,
  }),
  *fix(issue, { document }) {
    const { text } = document;
    const stop = issue.about?.to ?? text.length;
    const end = itemsEnd(text.slice(issue.from + 1, stop));
    const at = issue.from + 1 + end;
    const isOpened = openingOf(document, issue.from - 1) !== undefined;
    if (end > 0 && isOpened && !isTangled(document, { from: issue.from, to: at })) {
      const edits = [insertion(at, '}'), ...escapedBrace(document, at)];
      const title = t`Close the attributes after ${said(lastWord(text.slice(issue.from + 1, at)))}`;
      yield { title, edits, preferred: true };
    }
    yield keepBrackets(document, issue.from - 1);
  },
});

/** How far the words after a `{` are well-formed items; a full stop or comma after the last is none of it. */
function itemsEnd(words: string): number {
  const item =
    /(?:^[ \t\r\n]*|[ \t\r\n]+)(?:#[A-Za-z][\w-]*|\.[a-z][a-z0-9-]*|[a-z][a-z0-9-]*=(?:"(?:[^"\\]|\\.)*"|[\w:+~/#-]+(?:\.[\w#-]+)*))/y;
  let end = 0;
  while (item.test(words)) end = item.lastIndex;
  return end;
}

const lastWord = (words: string): string => words.slice(-60).split(/\s+/).at(-1) ?? words;
