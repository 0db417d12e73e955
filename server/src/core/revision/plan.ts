import type { Construct, Document, Mark } from '../document.ts';
import { continuationOf, headsOf } from '../reading/parse.ts';
import { contains, type Span } from '../text.ts';
import type { Inscription } from '../writing/inscribe.ts';
import { type Ground, placeAt, placeOf } from './place.ts';

/** An annotation of the document, or a part of it, as it is to be written into the new source. */
export interface Planned extends Inscription {
  readonly construct: Construct;
  /** Whether its words are the same as before. */
  readonly same: boolean;
  /** Whether this is a later part of a mark that a blank line divides now. */
  readonly isRest: boolean;
}

/** The construct with its place in the source. */
export interface Sourced {
  readonly construct: Construct;
  readonly span: Span;
}

/**
 * How annotations are to be written into the new source. Those that could not stand there by the rules of the
 * language are left out: what would cross another, a reference in a reference, a fragment without its head.
 */
export function planned(document: Document, ground: Ground, all: readonly Sourced[]): Planned[] {
  const plans = all.flatMap(({ construct, span }) =>
    construct.type === 'note'
      ? notePlan(document, ground, construct, span)
      : plansOf(document, ground, construct, span),
  );
  const order = new Map(document.constructs.map((construct, index) => [construct, index]));
  const place = ({ construct }: Planned): number => order.get(construct) ?? 0;
  plans.sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to || place(a) - place(b));
  return withHeads(document, withoutCrossing(plans));
}

function notePlan(
  { text }: Document,
  ground: Ground,
  construct: Construct,
  { from }: Span,
): Planned[] {
  const place = placeAt(ground, from);
  if (!place) return [];
  const { at, same } = place;
  const { span } = construct;
  return [
    {
      ...{ construct, same, isRest: false, span: { from: at, to: at } },
      ...{ opening: text.slice(span.from, span.to), closing: '' },
      isIn: (outer) => 'construct' in outer && isWithin(construct, outer as Planned),
    },
  ];
}

const isWithin = ({ span }: Construct, { construct }: Planned): boolean =>
  contains(construct.words, span);

function plansOf({ text }: Document, ground: Ground, construct: Construct, span: Span): Planned[] {
  const place = placeOf(ground, span);
  if (!place) return [];
  const continuing = construct.type === 'mark' ? fragmentSigns(construct) : undefined;
  if (place.pieces.length > 1 && !continuing) return [];
  const closing = text.slice(construct.words.to, construct.span.to);
  return place.pieces.map((piece, index) => ({
    ...{ construct, same: place.same, span: piece, opening: '[', isRest: index > 0 },
    closing: index ? (continuing ?? closing) : closing,
  }));
}

/** The signs behind a further fragment of a mark; undefined where it has no id that it could name. */
function fragmentSigns(mark: Mark): string | undefined {
  const head = continuationOf(mark)?.value.text ?? mark.id?.text;
  return head === undefined ? undefined : `]{continues=${head}}`;
}

/** Leaves out the later one of two that cross, and what a reference cannot hold; a mark goes with all its parts. */
function withoutCrossing(sorted: readonly Planned[]): Planned[] {
  const gone = new Set<Construct>();
  const open: Planned[] = [];
  let links = 0;
  for (const one of sorted) {
    const { construct, span } = one;
    if (construct.type === 'note') continue;
    for (let top = open.at(-1); top && top.span.to <= span.from; top = open.at(-1)) {
      if (top.construct.type === 'reference') links--;
      open.pop();
    }
    const isLink = construct.type === 'reference';
    const crosses = span.to > (open.at(-1)?.span.to ?? Number.POSITIVE_INFINITY);
    if (crosses || (isLink && links > 0) || gone.has(construct)) gone.add(construct);
    else {
      open.push(one);
      if (isLink) links++;
    }
  }
  return sorted.filter(({ construct }) => !gone.has(construct));
}

/** Leaves out fragments whose head is gone or does not end before them any more. */
export function withHeads(document: Document, sorted: readonly Planned[]): Planned[] {
  const heads = headsOf(document.marks);
  const ends = new Map<Construct, number>();
  for (const { construct, span, isRest } of sorted) if (!isRest) ends.set(construct, span.to);
  const isSound = ({ construct, span }: Planned): boolean => {
    const name = construct.type === 'mark' ? continuationOf(construct)?.value.text : undefined;
    const head = name === undefined ? undefined : heads.get(name);
    if (!head || head.span.to > construct.span.from) return true;
    return (ends.get(head) ?? Number.POSITIVE_INFINITY) <= span.from;
  };
  const gone = new Set(sorted.flatMap((one) => (isSound(one) ? [] : [one.construct])));
  return sorted.filter(({ construct }) => !gone.has(construct));
}
