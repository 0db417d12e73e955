import type { Relation } from '../core/codebook/codebook.ts';
import type { Attribute, Mark, Target } from '../core/document.ts';
import { fieldsOf } from '../core/front/fields.ts';
import { isId } from '../core/reading/items.ts';
import { continuationOf, headsOf } from '../core/reading/parse.ts';
import { targetName } from '../core/snapshot/summary.ts';
import { targetsOf } from '../core/snapshot/targets.ts';
import type { Context } from './rule.ts';

/** A place of a document that points at a mark, a document or an entity. */
export interface Pointer {
  readonly target: Target;
  /** What it points at, as in `summary.ts`: `key#id`, `key#`, or `#id` for an entity. */
  readonly name: string;
  /** The relation it stands in, with its mark; absent for a reference and for `version-of`. */
  readonly relation: Relational | undefined;
}

export interface Relational {
  readonly meaning: Relation;
  readonly attribute: Attribute;
  readonly mark: Mark;
  /** The mark's own name; undefined where nothing can point at it. */
  readonly from: string | undefined;
}

const known = new WeakMap<Context, readonly Pointer[]>();

/**
 * All that points somewhere, in order of its place: references, relations that the codebook knows, and
 * `version-of`. What is misspelt so that it can point nowhere is left out: it is told as such.
 */
export function pointersOf(context: Context): readonly Pointer[] {
  const pointers = known.get(context) ?? readPointers(context);
  known.set(context, pointers);
  return pointers;
}

function readPointers({ document, entry, snapshot }: Context): Pointer[] {
  const { own } = entry.summary;
  const heads = headsOf(document.marks);
  const pointers: Pointer[] = [];
  const add = (target: Target, relation?: Relational) => {
    if (!isSound(target)) return;
    pointers.push({ target, name: targetName(target, own, (id) => heads.has(id)), relation });
  };
  const { versionOf } = fieldsOf(document.front);
  if (versionOf) add({ from: versionOf.from, to: versionOf.to, key: versionOf.text, id: '' });
  for (const { target } of document.references) add(target);
  for (const mark of document.marks) {
    if (continuationOf(mark)) continue;
    const from = mark.id && heads.get(mark.id.text) === mark ? `${own}#${mark.id.text}` : undefined;
    for (const attribute of mark.attributes) {
      const meaning = snapshot.codebook.relations.get(attribute.key.text);
      if (!meaning) continue;
      for (const target of targetsOf(attribute)) add(target, { meaning, attribute, mark, from });
    }
  }
  return pointers.sort((a, b) => a.target.from - b.target.from);
}

/** Whether the target has a form that can point at something. */
export const isSound = ({ key, id }: { readonly key: string; readonly id: string }): boolean =>
  isId(id) || (id === '' && key !== '');

/** What a pointer points at as the outside sees it: an entity by its id alone. */
export const shownName = (name: string): string => name.replace(/^#/, '');
