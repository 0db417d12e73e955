import type { Entity } from '../../core/codebook/codebook.ts';
import type { Document } from '../../core/document.ts';
import { t } from '../../core/language.ts';
import { mentionsIn } from '../../core/mentions/mentions.ts';
import { fold } from '../../core/names/fold.ts';
import { stripSpan } from '../../core/reading/strip.ts';
import { wordsOfMark } from '../../core/snapshot/mark-words.ts';
import { resolve } from '../../core/snapshot/resolve.ts';
import { documentOf, type Entry, type Snapshot } from '../../core/snapshot/snapshot.ts';
import { readTarget } from '../../core/snapshot/targets.ts';
import { overlaps, type Span, shortened, touches } from '../../core/text.ts';
import { type Insertion, wrapReference } from '../../core/writing/insert.ts';
import { documentIndex, nearestFirst } from '../index/document-index.ts';
import { nameIndex } from '../index/name-index.ts';
import type { FoundMark } from '../index/sheet.ts';
import { notAReadout, type Refusal } from './annotate.ts';
import { selectedWords } from './choose-words.ts';
import {
  dateOf,
  findDocuments,
  findMarks,
  findNames,
  namedMarks,
  type Search,
  searchFor,
} from './link-search.ts';

export interface LinkChoices {
  /** The words that would be linked. */
  readonly span: Span;
  /** Entities, then marks, then documents; of each the likeliest first. */
  readonly items: readonly LinkChoice[];
  /** Whether a longer query would find what is left out here. */
  readonly more: boolean;
}

export interface LinkChoice {
  readonly group: 'entity' | 'mark' | 'document';
  /** The name, or words as issued. */
  readonly label: string;
  /** Short: a kind, a date. */
  readonly description: string;
  /** One line more: other names, the document it stands in. */
  readonly detail: string;
  /** As written in a reference: `#id`, `key#id`, `key#`. */
  readonly target: string;
}

/** So many of each group. */
const most = 30;

/**
 * What the words of a selection can be linked to; an empty selection stands for the name or the word under
 * the cursor. An empty query gives the likeliest: what is called like the words, then what is near.
 */
export function linkChoices(
  snapshot: Snapshot,
  uri: string,
  selection: Span,
  query: string,
): LinkChoices | Refusal {
  const taken = wordsToLink(snapshot, uri, selection);
  if ('refused' in taken) return taken;
  const { entry, document, span } = taken;
  const trial = wrapReference(document, span, '#x');
  if ('refused' in trial) return trial;
  const search = searchFor(query.trim() ? query : stripSpan(document, span));
  const groups = query.trim()
    ? foundBy(snapshot, entry, search)
    : likeliest(snapshot, entry, document, span, search);
  const items = [
    ...groups.entities.slice(0, most).map(ofEntity),
    ...groups.marks.slice(0, most).map((mark) => ofMark(entry, mark)),
    ...groups.documents.slice(0, most).map(ofDocument),
  ];
  return { span, items, more: groups.more };
}

/** The edits that make the words of a selection a reference. */
export function link(snapshot: Snapshot, uri: string, selection: Span, target: string): Insertion {
  const taken = wordsToLink(snapshot, uri, selection);
  if ('refused' in taken) return taken;
  const read = readTarget({ from: 0, to: target.length, text: target });
  if (!read || resolve(snapshot, taken.entry, read).to === 'nothing') {
    return { refused: t`There is nothing called “${target}” in this collection.` };
  }
  return wrapReference(taken.document, taken.span, target);
}

type Taken = { readonly entry: Entry; readonly document: Document; readonly span: Span } | Refusal;

function wordsToLink(snapshot: Snapshot, uri: string, selection: Span): Taken {
  const entry = snapshot.entries.get(uri);
  if (!entry) return notAReadout();
  const document = documentOf(entry);
  const span =
    selection.from === selection.to
      ? (nameUnder(snapshot, document, selection.from) ?? wordUnder(document, selection.from))
      : selectedWords(document, selection);
  if (span) return { entry, document, span };
  return { refused: t`There are no words here to link. Select some.` };
}

/** The name of an entity around an offset. */
const nameUnder = (snapshot: Snapshot, document: Document, offset: number): Span | undefined => {
  const name = mentionsIn(document, snapshot.codebook).mentions.find((one) => touches(one, offset));
  return name && { from: name.from, to: name.to };
};

function wordUnder({ text, body }: Document, offset: number): Span | undefined {
  const isLetter = (at: number) => /[\p{L}\p{N}\p{M}]/u.test(text.charAt(at));
  let from = offset;
  while (from > body && isLetter(from - 1)) from--;
  let to = offset;
  while (to < text.length && isLetter(to)) to++;
  return from < to && from >= body ? { from, to } : undefined;
}

interface Groups {
  readonly entities: readonly Entity[];
  readonly marks: readonly FoundMark[];
  readonly documents: readonly Entry[];
  readonly more: boolean;
}

function foundBy(snapshot: Snapshot, entry: Entry, search: Search): Groups {
  const names = findNames(snapshot, search, most);
  const marks = findMarks(snapshot, search, dateOf(entry), most);
  const documents = findDocuments(snapshot, search, dateOf(entry), most);
  return {
    entities: names.items.map((name) => name.entity),
    marks: marks.items.filter((mark) => canBeNamed(entry, mark.entry)),
    documents: documents.items.map((document) => document.entry).filter((one) => one !== entry),
    more: names.more || marks.more || documents.more,
  };
}

function likeliest(
  snapshot: Snapshot,
  entry: Entry,
  document: Document,
  span: Span,
  search: Search,
): Groups {
  const found = foundBy(snapshot, entry, search);
  const { entities } = snapshot.codebook;
  const likely = new Set([
    ...namedBy(snapshot, document, span),
    ...found.entities,
    ...used(snapshot, entry),
    ...entities.values(),
  ]);
  const near: Entry[] = [];
  for (const one of nearestFirst(documentIndex(snapshot).byDate(), dateOf(entry))) {
    if (one.entry !== entry) near.push(one.entry);
    if (near.length > most) break;
  }
  const marks = found.marks.length ? found.marks : near.flatMap(namedMarks);
  return {
    entities: [...likely],
    marks,
    documents: [...new Set([...found.documents, ...near])],
    more: found.more || likely.size > most || marks.length > most || near.length > most,
  };
}

/** The entities that the words of a span name: those called exactly so, then those named among them. */
export const namedBy = (snapshot: Snapshot, document: Document, span: Span): Entity[] => [
  ...new Set([
    ...calledLike(snapshot, stripSpan(document, span)),
    ...mentionedIn(snapshot, document, span),
  ]),
];

/** Entities one of whose names is exactly these words. */
function calledLike({ codebook }: Snapshot, words: string): Entity[] {
  const folded = fold(words);
  return nameIndex(codebook)
    .beginning(folded)
    .filter((name) => name.folded === folded)
    .map((name) => name.entity);
}

/** Entities whose names stand in these words. */
const mentionedIn = ({ codebook }: Snapshot, document: Document, span: Span): Entity[] =>
  mentionsIn(document, codebook)
    .mentions.filter((mention) => overlaps(mention, span))
    .flatMap(({ ids }) => ids.flatMap((id) => codebook.entities.get(id) ?? []));

/** Entities that the document speaks of already. */
const used = ({ codebook }: Snapshot, { summary }: Entry): Entity[] =>
  summary.mentions.flatMap(({ name }) =>
    name.startsWith('#') ? (codebook.entities.get(name.slice(1)) ?? []) : [],
  );

const canBeNamed = (from: Entry, entry: Entry): boolean =>
  entry === from || entry.key !== undefined;

const described = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(' · ');

const ofEntity = ({ id, kind, name, aliases }: Entity): LinkChoice => ({
  group: 'entity',
  label: name,
  description: t(kind),
  detail: shortened(aliases.map(({ text }) => text).join(', '), 100),
  target: `#${id}`,
});

function ofMark(from: Entry, { entry, definition, fragments }: FoundMark): LinkChoice {
  const { key, summary } = entry;
  return {
    group: 'mark',
    label: shortened(wordsOfMark(entry, definition, fragments), 100),
    description: t(definition.kind ?? ''),
    // The day comes first: texts of a series say the same in one another's words.
    detail: described(summary.date, summary.title ?? key, definition.id),
    target: `${entry === from ? '' : key}#${definition.id}`,
  };
}

const ofDocument = ({ key, summary }: Entry): LinkChoice => ({
  group: 'document',
  label: summary.title ?? key ?? '',
  description: summary.date ?? '',
  detail: key ?? '',
  target: `${key}#`,
});
