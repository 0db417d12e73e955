import { t } from '../core/language.ts';
import { escapedBrace } from '../core/writing/insert.ts';
import { escapes, removal } from './mend.ts';
import { readerRule } from './reader.ts';
import { instead, said } from './say.ts';

export const gapBeforeAttributes = readerRule({
  code: 'gap-before-attributes',
  level: 'warning',
  docs: {
    title: 'A blank stands before the attributes',
    about:
      'The braces of a mark follow its `]` directly. With a blank between them the brackets and the braces are words of the source. It is reported only where the braces read as attributes.',
    mend: `Close the blank up. Where the source itself has these braces, put a backslash before them.\n\n${instead(
      'Near [the harbour] {#orla .place} they met.',
      'Near [the harbour]{#orla .place} they met.',
    )}`,
  },
  examples: {
    good: ['Near [the harbour]{#orla .place} they met [again] {see annex}.'],
    bad: [
      `
      Near [the harbour] {#orla .place} they met.
                         ^^^^^^^^^^^^^^ blank
      `,
    ],
  },
  message: (words) => ({
    what: t`A blank stands between “]” and ${said(words)}.`,
    why: t`So there is no mark, and all its signs count as words of the source.`,
    advice: t`Close the blank up.`,
  }),
  *fix(issue, { document }) {
    if (!issue.about) return;
    const edits = [
      removal({ from: issue.about.to, to: issue.from }),
      ...escapedBrace(document, issue.to),
    ];
    yield { title: t`Close the blank up`, edits, preferred: true };
    yield { title: t`Keep the braces as words of the source`, edits: escapes(issue.from) };
  },
});
