import type { Attribute, Document, Passage } from '../../core/document.ts';
import { passageReader } from '../../core/reading/passage.ts';
import { paragraphAt } from '../../core/reading/strip.ts';
import type { Span } from '../../core/text.ts';
import { placeInBraces } from './braces-place.ts';
import { targetPlace } from './target-place.ts';

/**
 * What is being written at a place of the body: a target behind `](`, an item of braces with its sign
 * (`assigned`: an `=` stands behind it), a value, or words. The span is what would be replaced, `typed`
 * what of it stands left of the cursor.
 */
export type Place = Span & { readonly typed: string } & (
    | { readonly in: 'target'; readonly key: string | undefined; readonly end: Ending }
    | {
        readonly in: 'item';
        readonly sign: '#' | '.' | '';
        readonly braces: Braces;
        readonly assigned: boolean;
      }
    | ({ readonly in: 'value' } & ValuePlace)
    | { readonly in: 'text' }
  );

export interface ValuePlace {
  /** The attribute or relation. */
  readonly key: string;
  readonly braces: Braces;
  /** Whether the value stands in quotes already. */
  readonly quoted: boolean;
  /** The words of the value that stand before this one, and those behind it. */
  readonly others: readonly string[];
}

/** What stands behind a target: whether it has its `#`, and its `)`. */
export interface Ending {
  readonly hash: boolean;
  readonly closed: boolean;
}

/** The braces of a mark, whole or begun. */
export interface Braces {
  /** Where the `{` stands. */
  readonly at: number;
  readonly kind: string | undefined;
  readonly id: string | undefined;
  readonly attributes: readonly Attribute[];
  /** What stands between the brackets before them. */
  readonly words: Span | undefined;
  /** Whether nothing else than what is typed stands in them. */
  readonly alone: boolean;
}

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
