import type { Attribute, Issue, Mark } from '../core/document.ts';
import { t } from '../core/language.ts';
import { quote } from '../core/reading/items.ts';
import { markAt, replacement, withoutItem } from './mend.ts';
import { holdsOddBlank, oddBlankMessage, plainBlanks } from './odd-blanks.ts';
import { readerRule } from './reader.ts';
import type { Context, Fix } from './rule.ts';
import { instead, said } from './say.ts';
import { withoutQuotes, written } from './values.ts';

export const strayWord = readerRule({
  code: 'stray-word',
  level: 'error',
  docs: {
    title: 'A word in the braces is no attribute',
    about:
      'In the braces of a mark stand an id (`#bridge`), a kind (`.commitment`) and attributes (`by=ardenia`). A word of no such form says nothing. Most often the `.` before a kind was forgotten, or the quotes round a value of several words.',
    mend: `Write the missing sign, or take the word out.\n\n${instead(
      '[will pay]{commitment by=ardenia belmark}',
      '[will pay]{.commitment by="ardenia belmark"}',
    )}`,
  },
  examples: {
    good: ['They [will pay]{.commitment if="as able" due=2031}.'],
    bad: [
      `
      They [will pay]{commitment}.
                      ^^^^^^^^^^ says nothing
      `,
      `
      They [will pay]{.commitment if=as able}.
                                        ^^^^
      `,
    ],
  },
  message: (words) =>
    holdsOddBlank(words)
      ? oddBlankMessage(words)
      : {
          what: t`${said(words)} is no id, kind or attribute.`,
          why: t`So it says nothing, and the mark may lack what was meant.`,
          advice: t`Write “.” before a kind, quotes round a value of several words, or take the word out.`,
        },
  *fix(issue, context) {
    const { document } = context;
    const mark = markAt(document, issue);
    if (!mark) return;
    const word = document.text.slice(issue.from, issue.to);
    if (holdsOddBlank(word)) {
      yield plainBlanks(document, issue);
      return;
    }
    yield* asKind(issue, word, mark, context);
    yield* asAttribute(issue, word, mark, context);
    yield* asValue(issue, mark, context);
    yield { title: t`Take ${said(word)} out`, edits: [withoutItem(document, issue)] };
  },
});

function* asKind(issue: Issue, word: string, mark: Mark, { snapshot }: Context): Generator<Fix> {
  if (mark.kind || !snapshot.codebook.kinds.has(word)) return;
  const title = t`Write “.${word}”`;
  yield { title, edits: [replacement(issue, `.${word}`)], preferred: true };
}

/** `due:2031` is meant as `due=2031`. */
function* asAttribute(issue: Issue, word: string, mark: Mark, context: Context): Generator<Fix> {
  const { relations, attributes } = context.snapshot.codebook;
  const [, key = '', value = ''] = /^([a-z][a-z0-9-]*):(.+)$/s.exec(word) ?? [];
  if (!value || !(relations.has(key) || attributes.has(key))) return;
  if (mark.attributes.some((one) => one.key.text === key)) return;
  const item = `${key}=${written(key, withoutQuotes(value))}`;
  yield { title: t`Write ${said(item)}`, edits: [replacement(issue, item)], preferred: true };
}

/** The word, with other stray words before it, belongs to the value that stands before them. */
function* asValue(issue: Issue, mark: Mark, { document }: Context): Generator<Fix> {
  const before = lastBefore(mark, issue);
  if (!before || ['due', 'score', 'continues'].includes(before.key.text)) return;
  const between = document.issues.filter(
    ({ from, to, code }) => from >= before.to && to <= issue.to && code === 'stray-word',
  );
  const gaps = [before, ...between].map(({ to }, i) => document.text.slice(to, between[i]?.from));
  if (gaps.slice(0, -1).some((gap) => gap.trim())) return;
  const words = between.map(({ from, to }) => withoutQuotes(document.text.slice(from, to)));
  const value = quote([before.value.text, ...words].join(' '));
  const { key } = before;
  yield {
    title: t`Write ${said(`${key.text}=${value}`)}`,
    edits: [replacement({ from: before.from, to: issue.to }, `${key.text}=${value}`)],
    preferred: true,
  };
}

const lastBefore = (mark: Mark, { from }: Issue): Attribute | undefined =>
  mark.attributes.findLast((attribute) => attribute.to <= from);
