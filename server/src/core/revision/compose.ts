import type { Construct, Document } from '../document.ts';
import { parse } from '../reading/parse.ts';
import { strip, stripped } from '../reading/strip.ts';
import { firstThat } from '../search.ts';
import type { Span } from '../text.ts';
import { inscribe } from '../writing/inscribe.ts';
import type { Ground } from './place.ts';
import type { Planned } from './plan.ts';
import type { Untouched } from './untouched.ts';

/** The new source with annotations. */
export interface Composed {
  readonly document: Document;
  /** For each construct in it, in order, the one of the old document; that of a mark again for each further part. */
  readonly origins: readonly Construct[];
}

/** What is written in one go: a paragraph of the source, or a note that stands alone on its line. */
interface Unit {
  readonly span: Span;
  readonly text: string;
  readonly origins: readonly Construct[];
}

/** A document that begins with this, body and all; undefined where that does not strip to the source. */
export function composed(
  old: Document,
  front: string,
  { now }: Pick<Ground, 'now'>,
  untouched: readonly Untouched[],
  plans: readonly Planned[],
): Composed | undefined {
  const { source } = now;
  const start = source.startsWith('\uFEFF') ? 1 : 0;
  const units = [
    ...untouched.map(({ span, text, constructs }) => ({ span, text, origins: constructs })),
    ...unitsOf(old, now.source, now.paragraphs, untouched, plans),
  ].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
  const pieces = [source.slice(0, start), front];
  let at = start;
  for (const { span, text } of units) {
    pieces.push(source.slice(at, span.from), text);
    at = span.to;
  }
  pieces.push(source.slice(at));
  const document = parse(pieces.join(''));
  const origins = units.flatMap((unit) => unit.origins);
  const isTrue = strip(document) === source && isAsMeant(old, document, origins, plans);
  return isTrue ? { document, origins } : undefined;
}

/** The paragraphs that are written anew, each with its annotations, and the notes between paragraphs. */
function unitsOf(
  old: Document,
  source: string,
  paragraphs: readonly Span[],
  untouched: readonly Untouched[],
  plans: readonly Planned[],
): Unit[] {
  const starts = new Set(untouched.map(({ span }) => span.from));
  // A paragraph of the document that notes hold together may be several of the source.
  const isUntouched = ({ from }: Span): boolean => {
    const next = firstThat(untouched, ({ span }) => span.to > from);
    return starts.has(from) || (untouched[next]?.span.from ?? from + 1) < from;
  };
  const units: Unit[] = [];
  let next = 0;
  const alone = (upTo: number) => {
    for (let one = plans[next]; one && one.span.from < upTo; one = plans[++next])
      units.push(written(one.span, [one]));
  };
  for (const span of paragraphs) {
    if (isUntouched(span)) continue;
    alone(span.from);
    const own: Planned[] = [];
    for (let one = plans[next]; one && one.span.from <= span.to; one = plans[++next]) own.push(one);
    units.push(written(span, own));
  }
  alone(Number.POSITIVE_INFINITY);
  return units;

  function written(span: Span, own: readonly Planned[]): Unit {
    const { text, order } = inscribe(source, span, own);
    return { span, text, origins: order.flatMap(withInner) };
  }

  function withInner({ construct }: Planned): Construct[] {
    return [construct, ...(construct.type === 'note' ? insideNote(old, construct) : [])];
  }
}

/** The references in a note, which go where it goes. */
export function insideNote({ constructs }: Document, note: Construct): Construct[] {
  const first = firstThat(constructs, ({ span }) => span.from > note.span.from);
  const last = firstThat(constructs, ({ span }) => span.from >= note.span.to);
  return constructs.slice(first, last);
}

/** Whether what was written is read as it was meant: the same annotations, each on its words. */
function isAsMeant(
  old: Document,
  { constructs, ...document }: Document,
  origins: readonly Construct[],
  plans: readonly Planned[],
): boolean {
  if (constructs.length !== origins.length) return false;
  const way = stripped({ constructs, ...document }, { from: 0, to: document.text.length });
  const places = new Map(plans.flatMap((plan) => (plan.isRest ? [] : [[plan.construct, plan]])));
  const seen = new Set<Construct>();
  return constructs.every((construct, index) => {
    const origin = origins[index] as Construct;
    if (seen.has(origin)) return construct.type === 'mark';
    seen.add(origin);
    const signs = document.text.slice(construct.words.to, construct.span.to);
    const isSame =
      construct.type === origin.type && signs === old.text.slice(origin.words.to, origin.span.to);
    const place = places.get(origin)?.span;
    if (!isSame || !place) return isSame;
    return (
      way.indexOf(construct.words.from) === place.from &&
      (origin.type === 'note' || way.indexOf(construct.words.to) === place.to)
    );
  });
}
