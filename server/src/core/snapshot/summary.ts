import { builtinKinds } from '../codebook/builtin/kinds.ts';
import { builtinRelations } from '../codebook/builtin/relations.ts';
import type { Attribute, Document, Mark, Target } from '../document.ts';
import { type FrontFields, readFields } from '../front/fields.ts';
import { isId } from '../reading/items.ts';
import { headsOf } from '../reading/parse.ts';
import type { Span } from '../text.ts';
import { actorAttributes, isRelation, targetsOf, valueWords } from './targets.ts';

/**
 * All that other documents can notice of this one, and all it says of others, by name. A name is
 * `key#id` for a mark, `key#` for a document and `#id` for an entity; a document without a key uses
 * its URI, which no reference can spell.
 */
export interface Summary {
  /** The document's name without the `#`: its key, or its URI. */
  readonly own: string;
  readonly title: string | undefined;
  /** The last day of `date`, as `YYYY-MM-DD`. */
  readonly date: string | undefined;
  /** The id of its series in the codebook, as written. */
  readonly series: string | undefined;
  /** The language it says it is in. */
  readonly lang: string | undefined;
  /** Whether its annotation is said to be a `draft` or `done`; other words count as none. */
  readonly coding: 'draft' | 'done' | undefined;
  readonly definitions: readonly Definition[];
  readonly mentions: readonly Mention[];
  /**
   * Codes of the findings that the text by itself leaves possible; in doubt too many. Known of closed documents
   * only: an open one is judged anyway.
   */
  readonly doubts?: ReadonlySet<string>;
  /** The values of all `verb=`, known where `doubts` are. */
  readonly verbs?: readonly string[];
}

/** A mark as others see it. `from` and `to` are its words, in UTF-16 offsets. */
export interface Definition extends Span {
  /** Empty for a mark without an id, for a fragment, and for a later one of equal ids. */
  readonly id: string;
  readonly kind: string;
  /** Where the id stands, its `#` included; the words where there is none. */
  readonly at: Span;
}

/** What a mention says of the named one. */
export type Role = 'link' | 'relation' | 'actor' | 'front';

/** One place that mentions a name. The span covers the name as written (`key#id`, `id`). */
export interface Mention extends Span {
  readonly name: string;
  readonly role: Role;
  /** The relation, attribute or front matter key it stands in; empty for a link. */
  readonly via: string;
  /** Index of the mark in `definitions` whose attribute it is, or -1. */
  readonly mark: number;
}

/** Reads off what a document defines and mentions. */
export function summarise(document: Document, own: string): Summary {
  const heads = headsOf(document.marks);
  const fields = readFields(document.front);
  const mentions: Mention[] = [];
  const isMark = (id: string) => heads.has(id);
  const nameOf: NameOf = (target) => targetName(target, own, isMark);
  frontMentions(fields, ({ from, to }, name, via) => {
    mentions.push({ from, to, name, role: 'front', via, mark: -1 });
  });
  const definitions = document.marks.map((mark, index) => {
    for (const attribute of mark.attributes) attributeMentions(attribute, index, nameOf, mentions);
    return definitionOf(mark, heads);
  });
  for (const { target } of document.references) {
    mentions.push(mentionOf(target, nameOf(target), 'link', '', -1));
  }
  return { own, ...saidInFront(fields), definitions, mentions };
}

/** Tells all that a front matter mentions, in the order of the kinds of mention. */
export function frontMentions(
  fields: FrontFields,
  tell: (place: Span, name: string, via: string) => void,
): void {
  // They may be words as well; words that can be no id mention nothing.
  for (const words of [fields.issuer, fields.place]) {
    if (words && isId(words.text)) tell(words, `#${words.text}`, words.key.text);
  }
  for (const piece of fields.parties?.items ?? []) tell(piece, `#${piece.text}`, 'parties');
  for (const piece of fields.participants?.items ?? [])
    tell(piece, `#${piece.text}`, 'participants');
  for (const term of fields.terms ?? []) {
    for (const piece of term.actors) tell(piece, `#${piece.text}`, 'terms');
  }
  if (fields.versionOf) tell(fields.versionOf, `${fields.versionOf.text}#`, 'version-of');
}

/** What a summary says of the front matter itself. */
export function saidInFront({ title, date, series, lang, coding }: FrontFields) {
  const state = coding?.text;
  return {
    title: title?.text,
    date: date?.last,
    series: series?.text,
    lang: lang?.text,
    coding: state === 'draft' || state === 'done' ? state : undefined,
  } as const;
}

/** One shape for all mentions: there are hundreds of thousands. */
const mentionOf = (
  { from, to }: Span,
  name: string,
  role: Role,
  via: string,
  mark: number,
): Mention => ({
  from,
  to,
  name,
  role,
  via,
  mark,
});

type NameOf = (target: Target) => string;

function attributeMentions(
  attribute: Attribute,
  mark: number,
  nameOf: NameOf,
  mentions: Mention[],
): void {
  const via = sharedWord(attribute.key.text);
  if (actorAttributes.has(via)) {
    for (const word of valueWords(attribute)) {
      mentions.push(mentionOf(word, `#${word.text}`, 'actor', via, mark));
    }
  } else if (isRelation(attribute) && attribute.value.text.includes('#')) {
    for (const target of targetsOf(attribute)) {
      mentions.push(mentionOf(target, nameOf(target), 'relation', via, mark));
    }
  }
}

/** The words that stand in every document, each kept once however many documents are. */
const words: ReadonlyMap<string, string> = new Map(
  [
    ...builtinKinds.map(({ name }) => name),
    ...builtinRelations.map(({ name }) => name),
    ...actorAttributes,
  ].map((word) => [word, word]),
);

/** The one string for a built-in kind, relation or attribute; the same word for any other. */
export const sharedWord = (word: string): string => words.get(word) ?? word;

function definitionOf(mark: Mark, heads: ReadonlyMap<string, Mark>): Definition {
  const named = mark.id && heads.get(mark.id.text) === mark ? mark.id : undefined;
  return {
    id: named?.text ?? '',
    kind: sharedWord(mark.kind?.text ?? ''),
    from: mark.words.from,
    to: mark.words.to,
    at: named ?? mark.words,
  };
}

/**
 * The name a target points at, seen from the document called `own`. `#id` is a mark of the document
 * where it has one of that id, else an entity.
 */
export function targetName(target: Target, own: string, isMark: (id: string) => boolean): string {
  if (target.key) return `${target.key}#${target.id}`;
  return isMark(target.id) ? `${own}#${target.id}` : `#${target.id}`;
}

/** The key part of a name; empty for an entity. */
export const ownOf = (name: string): string => name.slice(0, name.lastIndexOf('#'));

/** A name for people: in a document without a key its file stands for one, as `fileOf` names it. */
export function shownName(name: string, fileOf: (uri: string) => string): string {
  const own = ownOf(name);
  // No key holds a colon; every URI does.
  return own.includes(':') ? `${fileOf(own)}#${idOf(name)}` : name;
}

/** The id part of a name; empty for a document. */
export const idOf = (name: string): string => name.slice(name.lastIndexOf('#') + 1);
