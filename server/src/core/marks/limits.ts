import type { Codebook } from '../codebook/codebook.ts';
import type { Document, Mark } from '../document.ts';
import { stripSpan } from '../reading/strip.ts';
import { onOneLine } from '../text.ts';
import { attributeText, ownMarks } from './parts.ts';

type Kinds = Pick<Codebook, 'kinds'>;

/** What limits a mark: its `if`, then the words of the conditions nested in it, each once. */
export function conditionsOf(codebook: Kinds, document: Document, mark: Mark): readonly string[] {
  const own = attributeText(mark, 'if');
  const nested = wordsOf('condition', codebook, document, mark);
  return [...new Set([...(own ? [onOneLine(own)] : []), ...nested])];
}

/** The words of the deadlines nested in a mark, as issued, in order. */
export const deadlinesOf = (codebook: Kinds, document: Document, mark: Mark): readonly string[] =>
  wordsOf('deadline', codebook, document, mark);

const wordsOf = (
  wanted: 'condition' | 'deadline',
  codebook: Kinds,
  document: Document,
  mark: Mark,
): string[] =>
  ownMarks(codebook, document, mark)
    .filter(({ kind }) => kind?.text === wanted)
    .map(({ words }) => onOneLine(stripSpan(document, words)));
