import type { Document, Issue } from '../core/document.ts';
import { t } from '../core/language.ts';
import { stripSpan } from '../core/reading/strip.ts';
import { idFrom } from '../core/writing/ids.ts';
import { escapes, markAt, replacement, withoutItem } from './mend.ts';
import { misnamedOf, namesIn } from './misnamed.ts';
import { nearest } from './nearest.ts';
import { holdsOddBlank, oddBlankMessage, plainBlanks } from './odd-blanks.ts';
import { readerRule } from './reader.ts';
import type { Context, Fix } from './rule.ts';
import { instead, said } from './say.ts';

export const badId = readerRule({
  code: 'bad-id',
  level: 'error',
  docs: {
    title: 'This is no id',
    about:
      'An id begins with one of the letters A–Z or a–z and goes on with such letters, digits, `-` and `_`. Anything else after a `#` names nothing: nobody can link to the mark, and other readers of the format lose the whole mark.',
    mend: `Choose an id of plain letters. The fix takes one from the words and changes the links of this document with it.\n\n${instead(
      'They adopted [the 2031 plan]{#2031-plan .instrument}.',
      'They adopted [the 2031 plan]{#plan-2031 .instrument}.',
    )}`,
  },
  examples: {
    good: ['They adopted [the 2031 plan]{#plan-2031 .instrument}. [It](#plan-2031) is short.'],
    bad: [
      `
      They adopted [the 2031 plan]{#2031-plan .instrument}. [It](#2031-plan) is short.
                                   ^^^^^^^^^^ begins with a letter
                                                                 ^^^^^^^^^^
      `,
      `
      両国は[首都]{#首都 .place}で会談した。[上へ](#)
              ^^^
                                    ^ names nothing
      `,
    ],
  },
  message: (words, issue, document) =>
    isOfSeveral(words, issue, document)
      ? oddBlankMessage(words)
      : {
          what: words.length > 1 ? t`${said(words)} is no id.` : t`This “#” names nothing.`,
          why: t`An id begins with a letter from A to Z and holds only such letters, digits, “-” and “_”; with any other no link finds its mark.`,
          advice: t`Choose an id of plain letters.`,
        },
  *fix(issue, context) {
    const { document } = context;
    if (isOfSeveral(document.text.slice(issue.from, issue.to), issue, document)) {
      yield plainBlanks(document, issue);
      return;
    }
    const link = document.references.find(({ target }) => target.from === issue.from);
    const bad = document.text.slice(issue.from + 1, issue.to);
    const { at, named } = misnamedOf(context);
    const misnamed = link ? named.get(bad) : at.get(issue.from);
    if (misnamed) {
      const { name, mark, own, links } = misnamed;
      const first = mark.id ? withoutItem(document, own) : replacement(own, `#${name}`);
      const edits = [first, ...links.map((place) => replacement(place, `#${name}`))];
      yield { title: t`Write “#${name}”`, edits, preferred: true };
    } else if (link) yield* pointed(issue, bad, stripSpan(document, link.words), context);
    if (!link) return;
    const edits = escapes(link.span.from, link.words.to);
    yield { title: t`Make these signs words of the source`, edits };
  },
});

/** Whether it stands in braces and is several items that no plain blank sets apart. */
const isOfSeveral = (words: string, issue: Issue, document: Document): boolean =>
  holdsOddBlank(words) && !!markAt(document, issue);

/** Names that a link with a bad id may have meant; `words` are those that are linked. */
function* pointed(issue: Issue, bad: string, words: string, context: Context): Generator<Fix> {
  const names = namesIn(context);
  const made = [idFrom(bad, new Set()), idFrom(words, new Set())];
  const known = made.find((name) => names.has(name)) ?? nearest(bad, names);
  const name = known ?? made.find((one) => !/^m1$/.test(one));
  if (!name) return;
  yield {
    title: t`Write “#${name}”`,
    edits: [replacement(issue, `#${name}`)],
    ...(known && { preferred: true }),
  };
}
