import type { Codebook } from '../codebook/codebook.ts';
import type { Document, Mark } from '../document.ts';
import { fieldsOf, type TermField } from '../front/fields.ts';
import { valueWords } from '../snapshot/targets.ts';
import { sentenceAround } from './excerpt.ts';

/** Who is bound by a mark: ids of actors, and what says so. */
export interface Bound {
  readonly actors: readonly string[];
  readonly from: 'by' | 'says' | 'term' | 'parties' | 'nobody';
  /** The words of the text that stand for them, where `from` is `term`. */
  readonly term: string | undefined;
}

/**
 * Who is bound: those in `by`; else those for whom a word of the front matter's `terms` stands in the
 * sentence; else the document's parties.
 */
export function boundBy(document: Document, mark: Mark): Bound {
  const by = actorsIn(mark, 'by');
  if (by.length) return { actors: by, from: 'by', term: undefined };
  const fields = fieldsOf(document.front);
  const term = fields.terms?.length ? termOf(document, mark, fields.terms) : undefined;
  if (term?.actors.length) {
    return { actors: term.actors.map(({ text }) => text), from: 'term', term: term.name.text };
  }
  const actors = fields.parties?.items.map(({ text }) => text) ?? [];
  return { actors, from: actors.length ? 'parties' : 'nobody', term: undefined };
}

/** Whose a mark is: who is bound by a commitment; of anything else who says it, where that is told. */
export function heldBy(document: Document, mark: Mark): Bound {
  const says = actorsIn(mark, 'says');
  const isOwn = mark.kind?.text === 'commitment' || !says.length || actorsIn(mark, 'by').length > 0;
  return isOwn ? boundBy(document, mark) : { actors: says, from: 'says', term: undefined };
}

/** The ids in one of the attributes that name actors. */
export function actorsIn(mark: Mark, key: 'by' | 'says' | 'to'): string[] {
  const attribute = mark.attributes.find((one) => one.key.text === key);
  return attribute ? valueWords(attribute).map(({ text }) => text) : [];
}

/** The name of an entity, or its id where it has none. */
export const actorName = (codebook: Codebook, id: string): string =>
  codebook.entities.get(id)?.name || id;

interface Found {
  readonly term: TermField;
  readonly from: number;
  readonly to: number;
}

/** The term nearest before the mark in its sentence, else the first one in the mark; of two in one place the longer. */
function termOf(
  document: Document,
  mark: Mark,
  terms: readonly TermField[],
): TermField | undefined {
  const { text, from, to } = sentenceAround(document, mark.words);
  const lower = text.slice(0, to).toLowerCase();
  const found: Found[] = terms.flatMap((term) => {
    const name = term.name.text.toLowerCase();
    return [...placesOf(lower, name)].map((at) => ({ term, from: at, to: at + name.length }));
  });
  const before = found.filter((one) => one.from < from);
  const inside = found.filter((one) => one.from >= from);
  before.sort((a, b) => b.to - a.to || a.from - b.from);
  inside.sort((a, b) => a.from - b.from || b.to - a.to);
  return (before[0] ?? inside[0])?.term;
}

const isWordSign = /[\p{L}\p{N}]/u;

/** Where `name` stands in `text` as words of its own; scripts without spaces have no bounds. */
function* placesOf(text: string, name: string): Generator<number> {
  if (!name) return;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const isGlued = (edge: number, inner: number) =>
      isLatin(text[inner]) && isLatin(text[edge]) && isWordSign.test(text[edge] ?? '');
    if (!isGlued(at - 1, at) && !isGlued(at + name.length, at + name.length - 1)) yield at;
  }
}

const isLatin = (sign: string | undefined): boolean => !!sign && sign.charCodeAt(0) < 0x2e80;
