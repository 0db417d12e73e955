import { t } from '../core/language.ts';
import { quote } from '../core/reading/items.ts';
import { replacement } from './mend.ts';
import { readerRule } from './reader.ts';
import { brief, instead } from './say.ts';
import { withoutQuotes } from './values.ts';

export const wrongQuotes = readerRule({
  code: 'wrong-quotes',
  level: 'error',
  docs: {
    title: 'A value stands in curly or single quotes',
    about:
      'Word processors turn straight quotes into curly ones. In braces only the straight double quote begins and ends a value; with any other the attribute does not hold.',
    mend: `Write straight double quotes.\n\n${instead(
      '[will pay]{.commitment by=“ardenia belmark”}',
      '[will pay]{.commitment by="ardenia belmark"}',
    )}`,
  },
  examples: {
    good: ['They [will pay “in full”]{.commitment if="as ‘able’"}.'],
    bad: [
      `
      They [will pay]{.commitment if=“as able” due='2031'}.
                                     ^^^^^^^^^ straight
                                                   ^^^^^^
      `,
    ],
  },
  message: (words) => ({
    what: t`The value ${brief(words)} stands in curly or single quotes.`,
    why: t`Only straight double quotes (") hold a value, so this attribute says nothing.`,
    advice: t`Write straight double quotes.`,
  }),
  *fix(issue, { document }) {
    const value = quote(withoutQuotes(document.text.slice(issue.from, issue.to)));
    yield { title: t`Write ${brief(value)}`, edits: [replacement(issue, value)], preferred: true };
  },
});
