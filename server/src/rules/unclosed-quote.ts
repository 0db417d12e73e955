import type { Document } from '../core/document.ts';
import { t } from '../core/language.ts';
import { escapedBrace } from '../core/writing/insert.ts';
import { openingOf, paragraphOf } from './brackets.ts';
import { isTangled, keepBrackets, replacement } from './mend.ts';
import { readerRule } from './reader.ts';
import { instead, said } from './say.ts';

export const unclosedQuote = readerRule({
  code: 'unclosed-quote',
  level: 'error',
  docs: {
    title: 'A quoted value is not closed',
    about:
      'The straight quote that begins here has no partner in its paragraph. Everything behind it, the `}` included, would belong to the value; so the mark is not there at all, and its signs count as words of the source.',
    mend: `Write a straight quote where the value ends. A quote inside a value is written \`\\"\`.\n\n${instead(
      'Ardenia [will pay]{.commitment if="as able}.',
      'Ardenia [will pay]{.commitment if="as able"}.',
    )}`,
  },
  examples: {
    good: ['Ardenia [will pay]{.commitment if="as \\"able\\""}.'],
    bad: [
      `
      Ardenia [will pay]{.commitment if="as able}. Belmark will not.
                                        ^ not closed
      `,
      `
      Ardenia [will pay]{.commitment if="as able”}.
                                        ^
      `,
    ],
  },
  message: () => ({
    what: t`The quoted value that begins here is not closed.`,
    why: t`So there is no mark, and all its signs count as words of the source.`,
    advice: t`Write a straight quote (") where the value ends.`,
  }),
  *fix(issue, { document }) {
    const { text } = document;
    const stop = paragraphOf(document, issue.from)?.to ?? text.length;
    const value = text.slice(issue.to, stop);
    const bracket = (issue.about?.from ?? issue.from) - 1;
    const end = valueEnd(document, issue.to, stop);
    const isOpened = openingOf(document, bracket) !== undefined;
    if (end && isOpened && !isTangled(document, { from: bracket + 1, to: issue.to })) {
      const at = issue.to + end.at;
      const words = value.slice(0, end.at);
      // A backslash before the new quote would make it part of the value.
      const slash = endsInLoneBackslash(words) ? '\\' : '';
      const signs = `${slash}"${end.closed ? '' : '}'}`;
      const wrong = { from: at, to: at + end.wrong };
      const edits = [replacement(wrong, signs), ...(end.closed ? [] : escapedBrace(document, at))];
      const title = t`Close the quotes after ${said(words)}`;
      yield { title, edits, ...(end.closed && { preferred: true }) };
    }
    yield keepBrackets(document, bracket);
  },
});

interface End {
  readonly at: number;
  /** How many characters of another kind of quote stand in the place of the right one. */
  readonly wrong: number;
  readonly closed: boolean;
}

/** Where an open value most likely ends: before the next `}`, or after its first word. */
function valueEnd(document: Document, from: number, to: number): End | undefined {
  const value = document.text.slice(from, to);
  const brace = value.indexOf('}');
  if (brace >= 0 && !isTangled(document, { from, to: from + brace })) {
    const wrong = /[“”„‟]$/.test(value.slice(0, brace)) ? 1 : 0;
    return { at: brace - wrong, wrong, closed: true };
  }
  const word = /^[^\s{}[\]^\\]+/.exec(value)?.[0].replace(/[.,;:!?]+$/, '');
  return word ? { at: word.length, wrong: 0, closed: false } : undefined;
}

function endsInLoneBackslash(words: string): boolean {
  let at = words.length;
  while (words[at - 1] === '\\') at--;
  return (words.length - at) % 2 === 1;
}
