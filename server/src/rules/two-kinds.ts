import { t } from '../core/language.ts';
import { markAt, replacement, withoutItem } from './mend.ts';
import { readerRule } from './reader.ts';
import { instead, said } from './say.ts';

export const twoKinds = readerRule({
  code: 'two-kinds',
  level: 'error',
  docs: {
    title: 'A mark has two kinds',
    about:
      'A mark is of one kind. The first one holds and any further one is passed over, so that the passage stands once in every list. What a passage is besides can be said by a mark inside it or round it.',
    mend: `Keep the kind that fits best; nest two marks where both fit.\n\n${instead(
      '[will reopen the bridge by May]{.commitment .deadline}',
      '[will reopen the bridge [by May]{.deadline}]{.commitment}',
    )}`,
  },
  examples: {
    good: ['Ardenia [will reopen the bridge [by May]{.deadline}]{.commitment}.'],
    bad: [
      `
      Ardenia [will reopen the bridge by May]{.commitment .deadline}.
                                                          ^^^^^^^^^ second kind
      `,
    ],
  },
  message: (words) => ({
    what: t`This mark has a second kind, ${said(words)}.`,
    why: t`A mark is of one kind: the first one counts, this one does not.`,
    advice: t`Keep the kind that fits, and nest a second mark where both do.`,
  }),
  *fix(issue, { document }) {
    const first = markAt(document, issue)?.kind;
    if (!first) return;
    const second = document.text.slice(issue.from, issue.to);
    const without = withoutItem(document, issue);
    yield { title: t`Keep “.${first.text}”`, edits: [without] };
    yield { title: t`Keep ${said(second)}`, edits: [replacement(first, second), without] };
  },
});
