import type {
  Attribute,
  Construct,
  Document,
  Mark,
  Note,
  Reference,
  Target,
} from '../../core/document.ts';
import { continuationOf } from '../../core/reading/parse.ts';
import { paragraphAt } from '../../core/reading/strip.ts';
import { documentOf, type Snapshot } from '../../core/snapshot/snapshot.ts';
import {
  actorAttributes,
  isRelation,
  readTarget,
  valueWords,
} from '../../core/snapshot/targets.ts';
import { type Piece, type Span, touches } from '../../core/text.ts';
import { cursorInCodebook } from './codebook.ts';
import { cursorInFront } from './front.ts';

/**
 * What stands at a place of a readout or of a codebook file. `span` is the whole of what is named,
 * without the `#` or `.` before an id or a kind. Pieces that name something keep their text.
 */
export type Cursor = Span &
  (
    | { readonly on: 'mark'; readonly mark: Mark }
    | { readonly on: 'mark-id'; readonly mark: Mark; readonly text: string }
    /** A kind in braces, or in a codebook file, where no mark is. */
    | { readonly on: 'kind'; readonly text: string; readonly mark: Mark | undefined }
    /** The key of a built-in attribute. */
    | { readonly on: 'attribute'; readonly text: string; readonly mark: Mark }
    /** The key of a relation, or its key in a codebook file, where no mark is. */
    | { readonly on: 'relation'; readonly text: string; readonly mark: Mark | undefined }
    /** A word of a value that names nothing: a date, a verb, a score, words of a condition. */
    | {
        readonly on: 'value';
        readonly mark: Mark;
        readonly attribute: Attribute;
        readonly text: string;
      }
    | { readonly on: 'reference'; readonly reference: Reference }
    /** One part of `key#id` in a link or a relation; with `continues` an id alone. */
    | {
        readonly on: 'target';
        readonly part: 'key' | 'id';
        readonly target: Target;
        readonly in: Reference | Attribute;
      }
    | { readonly on: 'note'; readonly note: Note }
    /** An id of the codebook: in `by`, in the front matter, or where the codebook defines it. */
    | { readonly on: 'entity'; readonly text: string }
    /** A name or alias of an entity in a codebook file. */
    | { readonly on: 'name'; readonly entity: string }
    | { readonly on: 'series'; readonly text: string }
    /** The key of a document in the front matter. */
    | { readonly on: 'document'; readonly text: string }
    /** Words that stand for parties in this document. */
    | { readonly on: 'term'; readonly actors: readonly Piece[] }
    /** The code of a finding. */
    | { readonly on: 'rule'; readonly text: string }
    | { readonly on: 'front-key'; readonly text: string }
    | { readonly on: 'front-value'; readonly key: string; readonly text: string }
    /** Any other key or value of a codebook file, with the keys that lead to it. */
    | { readonly on: 'codebook-key'; readonly path: readonly string[] }
    | { readonly on: 'codebook-value'; readonly path: readonly string[]; readonly text: string }
  );

/** What stands at `offset` of a readout or a codebook file; undefined in plain text and elsewhere. */
export function cursorAt(snapshot: Snapshot, uri: string, offset: number): Cursor | undefined {
  const entry = snapshot.entries.get(uri);
  if (entry) return cursorIn(documentOf(entry), offset);
  const file = snapshot.codebook.files.find((one) => one.uri === uri);
  return file && cursorInCodebook(file.value, offset);
}

/** What stands at `offset` of a readout. */
export function cursorIn(document: Document, offset: number): Cursor | undefined {
  const { front } = document;
  if (front && offset < document.body) return cursorInFront(front, offset);
  const construct = constructAt(document, offset);
  if (construct?.type === 'mark') return inMark(construct, offset);
  if (construct?.type === 'reference') return inReference(construct, offset);
  return construct && { ...construct.span, on: 'note', note: construct };
}

/**
 * The innermost construct around `offset`. Where one ends and another begins, the one that begins;
 * what only ends there counts too.
 */
export function constructAt(document: Document, offset: number): Construct | undefined {
  const paragraph = document.paragraphs[paragraphAt(document, offset)];
  let found: Construct | undefined;
  for (const construct of paragraph?.passage.constructs ?? []) {
    const { from, to } = construct.span;
    if (from > offset) break;
    if (offset < to || (offset === to && (!found || found.span.to <= offset))) found = construct;
  }
  return found;
}

function inMark(mark: Mark, offset: number): Cursor {
  const { id, kind, words } = mark;
  if (offset <= words.to) return { ...words, on: 'mark', mark };
  if (id && touches(id, offset)) return { ...unsigned(id), on: 'mark-id', mark, text: id.text };
  if (kind && touches(kind, offset))
    return { ...unsigned(kind), on: 'kind', mark, text: kind.text };
  const attribute = mark.attributes.find((one) => touches(one, offset));
  if (!attribute) return { ...mark.braces, on: 'mark', mark };
  return offset < attribute.value.from ? inKey(mark, attribute) : inValue(mark, attribute, offset);
}

/** A piece without the sign before it. */
const unsigned = ({ from, to }: Piece): Span => ({ from: from + 1, to });

function inKey(mark: Mark, attribute: Attribute): Cursor {
  const on = isRelation(attribute) ? 'relation' : 'attribute';
  return { ...attribute.key, on, mark };
}

function inValue(mark: Mark, attribute: Attribute, offset: number): Cursor {
  const key = attribute.key.text;
  const word = valueWords(attribute).find((one) => touches(one, offset)) ?? attribute.value;
  if (actorAttributes.has(key)) return { ...word, on: 'entity' };
  if (attribute === continuationOf(mark)) {
    const target = { from: word.from, to: word.to, key: '', id: word.text };
    return { from: word.from, to: word.to, on: 'target', part: 'id', target, in: attribute };
  }
  const target = isRelation(attribute) ? readTarget(word) : undefined;
  return target
    ? inTarget(target, attribute, offset)
    : { ...attribute.value, on: 'value', mark, attribute };
}

function inReference(reference: Reference, offset: number): Cursor {
  const { words, target } = reference;
  if (offset <= words.to) return { ...words, on: 'reference', reference };
  return inTarget(target, reference, offset);
}

function inTarget(target: Target, place: Reference | Attribute, offset: number): Cursor {
  const { from, to, key, id } = target;
  const sign = from + key.length;
  const isKey = key !== '' && (offset <= sign || id === '');
  const span = isKey ? { from, to: sign } : { from: Math.min(sign + 1, to), to };
  return { ...span, on: 'target', part: isKey ? 'key' : 'id', target, in: place };
}
