import type { Document, Mark } from '../document.ts';
import { findNames } from '../names/automaton.ts';
import { continuationOf, headsOf } from '../reading/parse.ts';
import { paragraphAt, stripped } from '../reading/strip.ts';
import { overlaps, type Span } from '../text.ts';
import type { EntityMention, Reading } from './paragraph.ts';
import { reach } from './places.ts';
import { settled } from './settled.ts';

/** Names longer than this are not looked for across a break. */
const longest = 400;

/**
 * The mentions of a document that has fragments: those inside a fragment of a mark that names a thing
 * are within it, and a name that a page break divides between two fragments is found as a whole.
 */
export function acrossFragments(
  document: Document,
  mentions: readonly EntityMention[],
  reading: Reading,
): readonly EntityMention[] {
  const naming: Span[] = [];
  const divided: EntityMention[] = [];
  for (const [head, parts] of piecesOf(document)) {
    const isNaming = reading.names.kinds.has(head.kind?.text ?? '');
    if (isNaming) for (const { words } of parts) naming.push(words);
    for (const [i, part] of parts.entries()) {
      const next = parts[i + 1];
      if (next) divided.push(...namesAcross(document, part, next, reading, isNaming));
    }
  }
  const inDivided = reach(divided.sort(byPlace));
  const inNaming = reach(naming.sort(byPlace));
  const whole = mentions.filter(({ from, to }) => inDivided(to - 1) <= from);
  const judged = whole.map((mention): EntityMention => {
    const isWithin = mention.state === 'open' && inNaming(mention.from) >= mention.to;
    return isWithin ? { ...mention, state: 'within' } : mention;
  });
  return [...judged, ...divided].sort(byPlace);
}

const byPlace = (a: Span, b: Span): number => a.from - b.from;

/** The heads that have sound fragments, each with all its pieces in order. */
function piecesOf({ marks }: Document): ReadonlyMap<Mark, readonly Mark[]> {
  const heads = headsOf(marks);
  const pieces = new Map<Mark, Mark[]>();
  for (const mark of marks) {
    const head = heads.get(continuationOf(mark)?.value.text ?? '');
    if (!head || mark.items !== 1 || head.span.to > mark.span.from) continue;
    const parts = pieces.get(head) ?? [head];
    parts.push(mark);
    pieces.set(head, parts);
  }
  return pieces;
}

/** The names that begin in one fragment and end in the next, where a blank line divides the two. */
function namesAcross(
  document: Document,
  part: Mark,
  next: Mark,
  { names, day }: Reading,
  isNaming: boolean,
): EntityMention[] {
  const { from, to } = part.words;
  if (paragraphAt(document, to) === paragraphAt(document, next.words.from)) return [];
  const before = stripped(document, { from: Math.max(from, to - longest), to });
  const after = stripped(document, {
    from: next.words.from,
    to: Math.min(next.words.to, next.words.from + longest),
  });
  const text = `${before.text} ${after.text}`;
  const edge = before.text.length;
  const hits = findNames(names.index, text, { from: 0, to: text.length }, []);
  return settled(hits, [], names, day)
    .filter((name) => name.from < edge && name.to > edge + 1)
    .map((name) => {
      const span = {
        from: before.offsetOf(name.from),
        to: after.offsetOf(name.to - edge - 2) + 1,
      };
      const isLinked = document.references.some((one) => overlaps(one.span, span));
      const state = isLinked ? 'linked' : isNaming ? 'within' : 'open';
      return { ...span, ids: name.ids, state, aside: undefined, identity: {} };
    });
}
