import type { Codebook } from '../codebook/codebook.ts';
import type { Document, Paragraph } from '../document.ts';
import { fieldsOf } from '../front/fields.ts';
import { indexNames } from '../names/automaton.ts';
import { remembering } from '../reading/remembered.ts';
import { contains, type Span } from '../text.ts';
import { keyOf } from './abbreviations.ts';
import { acrossFragments } from './fragments.ts';
import { type EntityNames, entityNames } from './names.ts';
import {
  type EntityMention,
  type ParagraphMentions,
  type Reading,
  readMentions,
  shiftedMentions,
} from './paragraph.ts';
import { titleIn } from './title.ts';

export type { EntityMention } from './paragraph.ts';

/** The names of entities in the source text of one document. */
export interface DocumentMentions {
  /** All of them, in order of their place; none overlap. */
  readonly mentions: readonly EntityMention[];
  /** The entities that are linked in the source, or carried by a mark. */
  readonly linked: ReadonlySet<string>;
}

/** A mention that could be linked. */
export interface UnlinkedMention {
  readonly mention: EntityMention;
  /** Those of the same entity behind it, where only the first is told. */
  readonly others: readonly EntityMention[];
}

/**
 * Finds the names and aliases of a codebook's entities in a document (language.md, section 8.1). With
 * `remember`, what was found in a paragraph is kept for as long as the paragraph is, so that the next
 * reading of a document costs only what has changed: for documents that are open.
 */
export function mentionsIn(
  document: Document,
  codebook: Codebook,
  remember = false,
): DocumentMentions {
  const reader = paragraphReader(document, entityNames(codebook), remember);
  const mentions: EntityMention[] = [];
  const linked = new Set<string>();
  let fragments = false;
  for (const paragraph of document.paragraphs) {
    const found = reader.read(paragraph);
    for (const mention of found.mentions) mentions.push(mention);
    for (const id of found.linked) linked.add(id);
    fragments ||= found.fragments;
  }
  for (const { id } of document.marks) if (id) linked.delete(id.text);
  return {
    mentions: fragments ? acrossFragments(document, mentions, reader.reading()) : mentions,
    linked,
  };
}

/**
 * The mentions that are worth a link, in order: of `first` only the first of each entity that is linked
 * nowhere in the document, outside title, headings and compounds; of `all` every one that is not linked.
 */
export function unlinkedMentions(
  document: Document,
  codebook: Codebook,
  remember = false,
): readonly UnlinkedMention[] {
  const found = mentionsIn(document, codebook, remember);
  const open = found.mentions.filter(({ state }) => state === 'open');
  if (codebook.mentions === 'all') return open.map((mention) => ({ mention, others: [] }));
  let title: Span | undefined | 'unread' = 'unread';
  const firsts = new Map<string, { mention: EntityMention; others: EntityMention[] }>();
  for (const mention of open) {
    if (mention.aside || mention.ids.some((id) => found.linked.has(id))) continue;
    if (title === 'unread') title = titleIn(document);
    if (title && contains(title, mention)) continue;
    const key = mention.ids.join(' ');
    const first = firsts.get(key);
    if (first) first.others.push(mention);
    else firsts.set(key, { mention, others: [] });
  }
  return [...firsts.values()];
}

const remembered = remembering(shiftedMentions);

/** Reads paragraphs of one document, or remembers what they hold. */
function paragraphReader(document: Document, names: EntityNames, remember: boolean) {
  const fields = fieldsOf(document.front);
  const day = fields.date?.last;
  const termNames = fields.terms?.map(({ name }) => name.text) ?? [];
  const terms = termNames.join('\n');
  const base = {
    names,
    day,
    terms: termNames.length
      ? indexNames(termNames.map((text) => ({ text, of: true as const })))
      : undefined,
  };
  let reading: Reading = { ...base, own: [] };
  // Also the abbreviations that were known before the paragraph.
  let basis: readonly unknown[] = [names, day, terms, ''];
  const read = (paragraph: Paragraph): ParagraphMentions => {
    const found = readHere(paragraph);
    if (found.introduced.length) {
      const known = new Map([...reading.own, ...found.introduced].map((one) => [one.text, one]));
      reading = { ...base, own: [...known.values()] };
      basis = [names, day, terms, keyOf(reading.own)];
    }
    return found;
  };
  const find = (paragraph: Paragraph) => readMentions(document, paragraph, reading);
  const readHere = (paragraph: Paragraph): ParagraphMentions =>
    remember ? remembered(paragraph, basis, find) : find(paragraph);
  return { reading: () => reading, read };
}
