import type { Mark } from '../core/document.ts';
import { stripSpan } from '../core/reading/strip.ts';
import { isRelation, targetsOf } from '../core/snapshot/targets.ts';
import type { Span } from '../core/text.ts';
import { idsBeside } from '../core/writing/ids.ts';
import { markAt } from './mend.ts';
import { issuesOf } from './reader.ts';
import type { Context } from './rule.ts';

/** A mark with an id that is none, with the id it should have. */
export interface Misnamed {
  readonly mark: Mark;
  /** The bad id as written, without its `#`. */
  readonly text: string;
  /** Where it stands in the mark's braces, and where this document points at it, the `#` included. */
  readonly own: Span;
  readonly links: readonly Span[];
  /** The mark's sound id where it has one, else a new one that nothing else has. */
  readonly name: string;
}

/** The ids of the document's marks and of the collection's entities. */
export function namesIn({ document, snapshot }: Context): Set<string> {
  const names = new Set(snapshot.codebook.entities.keys());
  for (const { id } of document.marks) if (id) names.add(id.text);
  return names;
}

/**
 * A maker of new ids for the marks of a document that a rule speaks of, made of their words: none that is
 * taken, and no two the same, so that all of them can be mended at once.
 */
export function freshIds(
  marksOf: (context: Context) => Iterable<Mark>,
): (context: Context) => ReadonlyMap<Mark, string> {
  const known = new WeakMap<Context, ReadonlyMap<Mark, string>>();
  return (context) => {
    const ids = known.get(context) ?? idsFor(marksOf(context), context);
    known.set(context, ids);
    return ids;
  };
}

function idsFor(marks: Iterable<Mark>, context: Context): ReadonlyMap<Mark, string> {
  const idFor = idsBeside(namesIn(context));
  const ids = new Map<Mark, string>();
  for (const mark of marks) ids.set(mark, idFor(stripSpan(context.document, mark.words)));
  return ids;
}

/** The marks of a document with bad ids. */
export interface AllMisnamed {
  /** By where the bad id stands. */
  readonly at: ReadonlyMap<number, Misnamed>;
  /** By the bad id, the first of its marks: the one that links go to. */
  readonly named: ReadonlyMap<string, Misnamed>;
}

const known = new WeakMap<Context, AllMisnamed>();

/** All marks of the document with bad ids; each finding asks for them. */
export function misnamedOf(context: Context): AllMisnamed {
  const found = known.get(context) ?? findMisnamed(context);
  known.set(context, found);
  return found;
}

function findMisnamed(context: Context): AllMisnamed {
  const { document } = context;
  const idFor = idsBeside(namesIn(context));
  const links = new Map(linksOf(context));
  const at = new Map<number, Misnamed>();
  const named = new Map<string, Misnamed>();
  for (const own of issuesOf(document, 'bad-id')) {
    const mark = markAt(document, own);
    if (!mark) continue;
    const text = document.text.slice(own.from + 1, own.to);
    // A word that begins with a number makes no id.
    const words = /(?:^|[^A-Za-z0-9])[A-Za-z]/.test(text) ? text : stripSpan(document, mark.words);
    const name = mark.id?.text ?? idFor(words);
    const misnamed = { mark, text, own, links: links.get(text) ?? [], name };
    at.set(own.from, misnamed);
    if (!named.has(text)) named.set(text, misnamed);
    links.delete(text);
  }
  return { at, named };
}

/** Where the document points at each id of its own. */
function linksOf({ document }: Context): ReadonlyMap<string, readonly Span[]> {
  const relations = document.marks.flatMap(({ attributes }) => attributes.filter(isRelation));
  const links = new Map<string, Span[]>();
  for (const target of [
    ...document.references.map((reference) => reference.target),
    ...relations.flatMap(targetsOf),
  ]) {
    if (target.key) continue;
    const places = links.get(target.id) ?? [];
    links.set(target.id, places);
    places.push(target);
  }
  return links;
}
