import type { Document } from '../core/document.ts';
import { t } from '../core/language.ts';
import { narrow } from '../core/reading/items.ts';
import type { Span } from '../core/text.ts';
import { doubledBackslash, escapedBrace } from '../core/writing/insert.ts';
import { bracketsAt, paragraphOf } from './brackets.ts';
import { areBraces, opening, removal, replacement } from './mend.ts';
import { readerRule } from './reader.ts';
import { instead } from './say.ts';

export const fullWidth = readerRule({
  code: 'full-width',
  level: 'warning',
  docs: {
    title: 'Attributes stand in full-width signs',
    about:
      'A Japanese or Chinese keyboard writes `［］｛｝` where `[]{}` was meant. Only the narrow signs make a mark; the wide ones are words of the source. They are reported only where what stands between them reads as attributes, for the source itself may well hold wide brackets.',
    mend: `Write the narrow signs.\n\n${instead(
      '両国は［協力を強化する］｛#c .commitment｝で一致した。',
      '両国は[協力を強化する]{#c .commitment}で一致した。',
    )}`,
  },
  examples: {
    good: ['両国は[協力を強化する]{#c .commitment}で一致した［注１］｛仮訳｝。'],
    bad: [
      `
      両国は［協力を強化する］｛#c .commitment｝で一致した。
                  ^^^^^^^^^^^^^^^^ full-width
      `,
      `
      Both sides [will meet]｛#m .commitment｝.
                            ^^^^^^^^^^^^^^^^
      `,
    ],
  },
  message: () => ({
    what: t`These attributes stand in full-width signs.`,
    why: t`Only narrow signs make a mark, so there is none, and all its signs count as words of the source.`,
    advice: t`Write “[”, “]”, “{” and “}” from the narrow keyboard.`,
  }),
  *fix(issue, { document }) {
    const bracket = issue.from - 1;
    const from = openingBefore(document, issue.about?.from ?? bracket, bracket);
    if (from === undefined || !isWhole(document, { from, to: bracket })) return;
    const { text } = document;
    const braces = narrow(text.slice(issue.from, issue.to));
    if (!areBraces(braces)) return;
    const start = paragraphOf(document, from)?.from ?? from;
    const wide = text[from] === '［';
    const edits = [
      ...(wide ? [...opening(document, from), removal({ from, to: from + 1 })] : []),
      ...doubledBackslash(document, bracket, start),
      replacement({ from: bracket, to: issue.to }, `]${braces}`),
      ...escapedBrace(document, issue.to),
    ];
    yield { title: t`Write the narrow signs`, edits, preferred: true };
  },
});

/** Where the mark begins: at a wide bracket, else at a narrow one that nothing closes. */
function openingBefore(document: Document, from: number, bracket: number): number | undefined {
  if (from < bracket) return from;
  const open = bracketsAt(document, bracket).filter(({ at, close }) => at < bracket && !close);
  return open.at(-1)?.at;
}

/** Whether the words hold both brackets or none of each pair, so that a new pair would not cross one. */
function isWhole(document: Document, { from, to }: Span): boolean {
  const closings = paragraphOf(document, from)?.passage.closings ?? [];
  if (closings.some(({ at }) => from < at && at < to)) return false;
  return bracketsAt(document, from).every(({ at, close, end }) => {
    if (at === from) return true;
    if (at < from) return close === undefined || end <= from || close > to;
    return at > to || (close !== undefined && end <= to);
  });
}
