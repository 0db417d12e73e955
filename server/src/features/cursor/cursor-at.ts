import type {
  Attribute,
  Construct,
  Document,
  Mark,
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
import type { Cursor } from './cursor.ts';
import { cursorInFront } from './front.ts';

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
