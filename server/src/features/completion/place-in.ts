import type { Document, Passage } from '../../core/document.ts';
import { passageReader } from '../../core/reading/passage.ts';
import { paragraphAt } from '../../core/reading/strip.ts';
import type { Span } from '../../core/text.ts';
import { placeInBraces } from './braces-place.ts';
import type { Place } from './place.ts';
import { targetPlace } from './target-place.ts';

/** What is being written at `offset` of the body; undefined where nothing can be completed. */
export function placeIn(document: Document, offset: number): Place | undefined {
  const paragraph = document.paragraphs[paragraphAt(document, offset)];
  if (!paragraph || offset < paragraph.from) return undefined;
  // The paragraph as far as the cursor: whatever is begun there is not closed yet.
  const left = passageReader(document.text.slice(0, offset))(paragraph.from, offset);
  const brace = openBrace(document, left, offset);
  if (brace !== undefined) return placeInBraces(document, brace, offset);
  return targetPlace(document, left, paragraph.from, offset) ?? wordsPlace(document, left, offset);
}

/** The `{` of attributes that are open at the cursor. */
function openBrace({ text }: Document, left: Passage, offset: number): number | undefined {
  let brace: number | undefined;
  for (const { code, from, about } of left.issues) {
    if (code === 'unclosed-attributes') brace = from;
    else if (code === 'unclosed-quote') brace = about?.from;
  }
  if (brace === undefined) return undefined;
  // A second brace ends the first: what follows is source.
  const inner = text.slice(brace + 1, offset).replace(/"(?:[^"\\]|\\.)*(?:"|$)/gs, '');
  return /[{}]/.test(inner) ? undefined : brace;
}

/** Words of a line where a reference may stand. */
function wordsPlace(document: Document, left: Passage, offset: number): Place | undefined {
  const { text, marks, references, body } = document;
  const isIn = ({ from, to }: Span) => from < offset && offset < to;
  if (references.some(({ span }) => isIn(span)) || marks.some(({ braces }) => isIn(braces))) {
    return undefined;
  }
  let from = Math.max(body, offset - longestName);
  for (const { span } of left.constructs) if (span.to <= offset) from = Math.max(from, span.to);
  const typed = /[^\r\n[\](){}^"\\]*$/.exec(text.slice(from, offset))?.[0] ?? '';
  return { in: 'text', from: offset - typed.length, to: offset, typed };
}

/** So many characters of a name are looked at. */
const longestName = 80;
