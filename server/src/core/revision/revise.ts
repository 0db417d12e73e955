import type { Construct, Document } from '../document.ts';
import { frontYaml, putFront } from '../front/edit.ts';
import { fieldsOf } from '../front/fields.ts';
import { readFrontMatter } from '../front/matter.ts';
import { parse } from '../reading/parse.ts';
import { strip, stripped } from '../reading/strip.ts';
import { applyEdits } from '../writing/edit.ts';
import { frontMatter, lineEndOf } from '../writing/import.ts';
import { sourceHash } from '../writing/source.ts';
import { type Composed, composed, insideNote } from './compose.ts';
import { type Fate, fatesOf } from './fates.ts';
import { groundOf } from './place.ts';
import { type Planned, planned, withHeads } from './plan.ts';
import { type Untouched, untouchedIn } from './untouched.ts';

/** A document under a revised source, and what has become of each of its annotations. */
export interface Revision {
  readonly text: string;
  /** Of every annotation what has become of it, in the order of the document. */
  readonly fates: readonly Fate[];
}

export interface RevisionOptions {
  /** The day on which the new source was fetched, `YYYY-MM-DD`: for a `retrieved` that is there. */
  readonly retrieved?: string | undefined;
}

/**
 * Puts a revised source in the place of the one that a document annotates. The front matter stays, with
 * `sha256` and `retrieved` brought up to date where they are recorded; the annotations go where their words
 * have gone. The new text strips to the new source byte for byte: undefined where that could not be done, so
 * that nothing wrong is ever written. Offsets are UTF-16 units.
 */
export function revise(
  document: Document,
  source: string,
  options: RevisionOptions = {},
): Revision | undefined {
  const way = stripped(document, { from: 0, to: document.text.length });
  const ground = groundOf(way.text, source);
  const inNotes = new Set(document.notes.flatMap((note) => insideNote(document, note)));
  const sourced = document.constructs
    .filter((construct) => !inNotes.has(construct))
    .map((construct) => {
      const at = construct.type === 'note' ? construct.span : construct.words;
      return { construct, span: { from: way.indexOf(at.from), to: way.indexOf(at.to) } };
    });
  const plans = planned(document, ground, sourced);
  const front = frontFor(document, source);
  const compose = (untouched: readonly Untouched[], some: readonly Planned[]) => {
    const asTheyAre = new Set(untouched.flatMap(({ constructs }) => constructs));
    const others = some.filter(({ construct }) => !asTheyAre.has(construct));
    return composed(document, front, ground, untouched, others);
  };
  const isPlanned = new Set(plans.map(({ construct }) => construct));
  const untouched = untouchedIn(document, way, ground, (one) => isPlanned.has(one));
  const made =
    way.text === source
      ? { document, origins: document.constructs }
      : (compose(untouched, plans) ?? most(document, plans, (some) => compose([], some)));
  if (!made) return undefined;
  const current = withFields(made.document, source, options);
  const isSame = new Set(plans.flatMap(({ construct, same }) => (same ? [construct] : [])));
  for (const { constructs } of way.text === source ? [document] : untouched)
    for (const construct of constructs) isSame.add(construct);
  return { text: current.text, fates: fatesOf({ document, way, ground }, made, current, isSame) };
}

/** As many of the annotations as can be written together: where one would harm another, that one is left out. */
function most(
  document: Document,
  plans: readonly Planned[],
  compose: (plans: readonly Planned[]) => Composed | undefined,
): Composed | undefined {
  const only = (some: ReadonlySet<Construct>) =>
    withHeads(
      document,
      plans.filter(({ construct }) => some.has(construct)),
    );
  let best = compose([]);
  const add = (
    sure: ReadonlySet<Construct>,
    more: readonly Construct[],
  ): ReadonlySet<Construct> => {
    const all = new Set([...sure, ...more]);
    const made = compose(only(all));
    if (made) best = made;
    if (made || more.length < 2) return made ? all : sure;
    const half = more.length >> 1;
    return add(add(sure, more.slice(0, half)), more.slice(half));
  };
  const constructs = [...new Set(plans.map(({ construct }) => construct))];
  if (best && constructs.length) add(new Set(), constructs);
  return best;
}

/** The front matter as it stands, closed so that nothing of this source is taken in; made where the source needs one. */
function frontFor(document: Document, source: string): string {
  const body = source.replace(/^\uFEFF/, '');
  if (!document.front) {
    if (!body.startsWith('---')) return '';
    return frontMatter({ sha256: sourceHash(source) }, lineEndOf(source));
  }
  const { from, to } = document.front.span;
  const front = document.text.slice(from, to);
  if (readFrontMatter(front + body).body === front.length) return front;
  const { lineEnd } = frontYaml(document);
  return front.replace(/[\r\n]+$/, '') + lineEnd + lineEnd;
}

/** The document with what its front matter records of the source brought up to date. */
function withFields(document: Document, source: string, { retrieved }: RevisionOptions): Document {
  const { sha256, retrieved: fetched } = fieldsOf(document.front);
  const hash = sourceHash(source);
  let current = document;
  if (sha256 && sha256.text.toLowerCase() !== hash) current = withField(current, 'sha256', hash);
  if (fetched && retrieved) current = withField(current, 'retrieved', retrieved);
  return current;
}

function withField(document: Document, key: string, value: string): Document {
  const edit = putFront(document, [key], value);
  const after = edit && parse(applyEdits(document.text, [edit]));
  return after && strip(after) === strip(document) ? after : document;
}
