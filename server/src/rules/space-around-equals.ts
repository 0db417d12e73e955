import type { Document, Issue } from '../core/document.ts';
import { t } from '../core/language.ts';
import { builtinAttributes } from '../core/snapshot/targets.ts';
import type { Piece } from '../core/text.ts';
import { replacement, withoutItem } from './mend.ts';
import { readerRule } from './reader.ts';
import { instead, said } from './say.ts';
import { withoutQuotes, written } from './values.ts';

export const spaceAroundEquals = readerRule({
  code: 'space-around-equals',
  level: 'error',
  docs: {
    title: 'A blank stands beside “=”',
    about:
      'Blanks set the attributes of a mark apart, so a key, its `=` and its value stand together. With a blank between them the attribute does not hold.',
    mend: `Close the blanks up.\n\n${instead(
      '[will pay]{.commitment by = ardenia}',
      '[will pay]{.commitment by=ardenia}',
    )}`,
  },
  examples: {
    good: ['They [will pay]{.commitment due=2031 if="a = b"}.'],
    bad: [
      `
      They [will pay]{.commitment due = 2031} and [will go]{.commitment due= 2032}.
                                  ^^^^^^^^^^ blank
                                                                        ^^^^^^^^^
      `,
    ],
  },
  message: (words) => ({
    what: t`A blank stands beside “=” in ${said(words)}.`,
    why: t`Blanks set attributes apart, so this one does not hold.`,
    advice: t`Close the blanks up.`,
  }),
  *fix(issue, { document }) {
    const item = document.text.slice(issue.from, issue.to);
    const equals = item.indexOf('=');
    const key = item.slice(0, equals).trimEnd();
    const value = item.slice(equals + 1).trimStart();
    const next = value ? undefined : targetAfter(issue, key, document);
    if (!value && !next) {
      yield { title: t`Take ${said(item)} out`, edits: [withoutItem(document, issue)] };
      return;
    }
    const quoted = /^".*"$/s.test(value);
    const closed = `${key}=${quoted ? value : written(key, withoutQuotes(next?.text ?? value))}`;
    const edits = [replacement({ from: issue.from, to: next?.to ?? issue.to }, closed)];
    yield { title: t`Write ${said(closed)}`, edits, preferred: true };
  },
});

/** The `#id` behind a relation's lone `=`, which reads as the id of the mark. */
function targetAfter(issue: Issue, key: string, { text }: Document): Piece | undefined {
  if (builtinAttributes.has(key)) return undefined;
  const word = /[ \t\r\n]*(#[^\s}"]+)/y;
  word.lastIndex = issue.to;
  const target = word.exec(text)?.[1];
  return target ? { from: issue.to, to: word.lastIndex, text: target } : undefined;
}
