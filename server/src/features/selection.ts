import type { Document, Mark } from '../core/document.ts';
import { paragraphAt } from '../core/reading/strip.ts';
import { documentOf, type Snapshot } from '../core/snapshot/snapshot.ts';
import { valueWords } from '../core/snapshot/targets.ts';
import { contains, type Span, touches } from '../core/text.ts';
import { pieceOf, type Value } from '../core/yaml/yaml.ts';
import { sentenceUnder } from './actions/choose-words.ts';

/**
 * What a growing selection at `offset` takes in, step by step, each step more than the one before: the word,
 * the words of the mark, the mark, those around it, the sentence, the paragraph, the document; between braces
 * the value and the attribute; in YAML the value, the pair and what it stands in.
 */
export function selectionSteps(snapshot: Snapshot, uri: string, offset: number): Span[] {
  const entry = snapshot.entries.get(uri);
  if (entry) return growing([...inReadout(documentOf(entry), offset)]);
  const file = snapshot.codebook.files.find((one) => one.uri === uri);
  if (!file) return [];
  return growing([...inYaml(file.value, offset), { from: 0, to: file.text.length }]);
}

/** The spans as one chain, each around the one before; what crosses a smaller one is left out. */
function growing(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.to - a.from - (b.to - b.from));
  const chain: Span[] = [];
  for (const { from, to } of sorted) {
    const last = chain.at(-1);
    const isMore = !last || last.to - last.from < to - from;
    if (from < to && isMore && (!last || contains({ from, to }, last))) chain.push({ from, to });
  }
  return chain;
}

function* inReadout(document: Document, offset: number): Generator<Span> {
  const { front, text, body } = document;
  yield { from: 0, to: text.length };
  if (front && offset < body) {
    yield front.span;
    yield front.inner;
    yield* inYaml(front.value, offset);
    return;
  }
  yield { from: body, to: text.length };
  const paragraph = document.paragraphs[paragraphAt(document, offset)];
  if (!paragraph || !touches(paragraph, offset)) return;
  yield { from: paragraph.from, to: paragraph.to };
  yield sentenceUnder(document, offset) ?? paragraph;
  yield wordAt(text, offset, paragraph);
  for (const construct of paragraph.passage.constructs) {
    if (!touches(construct.span, offset)) continue;
    yield construct.span;
    if (touches(construct.words, offset)) yield construct.words;
    else if (construct.type === 'mark') yield* inBraces(construct, offset);
    else if (construct.type === 'reference') yield construct.target;
  }
}

function* inBraces({ braces, id, kind, attributes }: Mark, offset: number): Generator<Span> {
  if (!touches(braces, offset)) return;
  yield braces;
  for (const piece of [id, kind]) if (piece && touches(piece, offset)) yield piece;
  for (const attribute of attributes) {
    if (!touches(attribute, offset)) continue;
    yield attribute;
    if (!touches(attribute.value, offset)) continue;
    yield attribute.value;
    yield* valueWords(attribute).filter((word) => touches(word, offset));
  }
}

function* inYaml(value: Value | undefined, offset: number): Generator<Span> {
  if (!value || !touches(value, offset)) return;
  yield value;
  if (value.type === 'scalar') yield pieceOf(value);
  if (value.type === 'list') for (const item of value.items) yield* inYaml(item, offset);
  if (value.type !== 'table') return;
  for (const entry of value.entries) {
    if (!touches(entry, offset)) continue;
    yield entry;
    yield* inYaml(entry.key, offset);
    yield* inYaml(entry.value, offset);
  }
}

// Japanese writes no blanks: there a run of one script is the nearest thing to a word.
const words =
  /[\p{Script=Han}々〆]+|[\p{Script=Hiragana}]+|[\p{Script=Katakana}ー]+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+(?:['’-](?=[\p{L}\p{N}])(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+)*/gu;

/** So far to either side a word is looked for: no paragraph is read whole for one. */
const reach = 200;

/** The word at an offset, the one that begins there before the one that ends; an empty span where there is none. */
function wordAt(text: string, offset: number, { from, to }: Span): Span {
  const start = Math.max(from, offset - reach);
  let found: Span = { from: offset, to: offset };
  for (const { index, 0: word } of text
    .slice(start, Math.min(to, offset + reach))
    .matchAll(words)) {
    const span = { from: start + index, to: start + index + word.length };
    if (span.from > offset) break;
    if (touches(span, offset)) found = span;
  }
  return found;
}
