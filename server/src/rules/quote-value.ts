import { t } from '../core/language.ts';
import { quote } from '../core/reading/items.ts';
import { replacement } from './mend.ts';
import { readerRule } from './reader.ts';
import { brief, instead, said } from './say.ts';

export const quoteValue = readerRule({
  code: 'quote-value',
  level: 'hint',
  docs: {
    title: 'A value wants quotes',
    about:
      'Readout reads this value as it is. Other readers of the format take a bare value only when it holds nothing but letters, digits, `:`, `_` and `-`, and lose the whole mark otherwise.',
    mend: `Put the value in straight double quotes.\n\n${instead(
      '[will go on]{.commitment reaffirms=ardenia-2031-04#bridge}',
      '[will go on]{.commitment reaffirms="ardenia-2031-04#bridge"}',
    )}`,
  },
  examples: {
    good: [
      'They [will go]{#go .commitment due=2031/2032} and [go on]{.commitment reaffirms="#go"}.',
    ],
    bad: [
      `
      They [will go]{#go .commitment} and [go on]{.commitment reaffirms=#go}.
                                                                        ^^^ quotes
      `,
    ],
  },
  message: (words) => ({
    what: t`The value ${said(words)} stands without quotes.`,
    why: t`Other readers of the file lose the whole mark there.`,
    advice: t`Put the value in straight double quotes.`,
  }),
  *fix(issue, { document }) {
    const value = quote(document.text.slice(issue.from, issue.to));
    yield { title: t`Write ${brief(value)}`, edits: [replacement(issue, value)], preferred: true };
  },
});
