import { t } from '../core/language.ts';
import { escapes } from './mend.ts';
import { readerRule } from './reader.ts';
import { instead } from './say.ts';

export const gluedSign = readerRule({
  code: 'glued-sign',
  level: 'warning',
  docs: {
    title: 'A “!” or “^” of the source joins a bracket',
    about:
      'A `^` directly before a `[` makes a note of it, so that words of the source would be taken for a remark of the analyst. A `!` directly before it makes other readers of the format show a picture instead of the words.',
    mend: `Put a backslash before the sign. It is no part of the source: strip takes it out again.\n\n${instead(
      'They agreed![They will pay]{.commitment}',
      'They agreed\\![They will pay]{.commitment}',
    )}`,
  },
  examples: {
    good: ['They agreed\\![They will pay]{.commitment} They did.^[In May.]{see annex}'],
    bad: [
      `
      They agreed![They will pay]{.commitment} 2^[ten]{.target}
                 ^ picture
                                                ^ note
      `,
    ],
  },
  message: (words) =>
    words === '^'
      ? {
          what: t`The “^” makes a note of a mark or link.`,
          why: t`So its words are taken for a remark of yours and not for the source.`,
          advice: t`Put a backslash before “^”.`,
        }
      : {
          what: t`A “!” stands directly before a mark or link.`,
          why: t`Other readers of the file show a picture there instead of the words.`,
          advice: t`Put a backslash before “!”.`,
        },
  *fix(issue, { document }) {
    const sign = document.text.slice(issue.from, issue.to);
    yield {
      title: t`Put a backslash before “${sign}”`,
      edits: escapes(issue.from),
      preferred: true,
    };
    const end = issue.about?.to ?? issue.to;
    if (sign !== '^' || document.text[end] !== '{') return;
    yield { title: t`Keep the note, and the braces as words of the source`, edits: escapes(end) };
  },
});
