import type { NameIndex } from '../names/automaton.ts';
import { type Circle, fitOf } from './circles.ts';
import { wholeOf } from './likeness.ts';
import { namesIn, soleSubject } from './names.ts';
import { isKnown, type Passage, readPassage, termOf } from './passage.ts';

/**
 * Whether two passages were said by the same circle, as far as ids and titles tell; undefined where the
 * passages must be asked. Where ids do not tell: documents of one series are of one circle unless their
 * titles name others.
 */
export function saidBySame(
  earlier: Circle,
  later: Circle,
  names: NameIndex<number>,
): boolean | undefined {
  const fit = fitOf(earlier, later);
  if (fit === 'same') return true;
  if (fit === 'other') return earlier.by || later.by ? false : undefined;
  if (earlier.series !== later.series) return undefined;
  return !titlesDiffer(earlier.title, later.title, names);
}

/**
 * The same where ids and titles do not tell. One state's own undertaking is the same wherever it is made;
 * documents of different series are of one circle where the two passages name the same states and bodies.
 */
export function saysSame(earlier: Circle, later: Circle, old: Passage, now: Passage): boolean {
  if (fitOf(earlier, later) !== 'other') return nameSame(old, now);
  const alone = soleSubject(old);
  return alone !== undefined && alone === soleSubject(now);
}

function titlesDiffer(
  a: string | undefined,
  b: string | undefined,
  names: NameIndex<number>,
): boolean {
  if (a === b) return false;
  const one = namesOfTitle(a, names);
  const other = namesOfTitle(b, names);
  if (!one.size || !other.size) return false;
  for (const term of one) if (other.has(term)) return false;
  return true;
}

const titles = new WeakMap<NameIndex<number>, Map<string, ReadonlySet<number>>>();
const mostTitles = 20_000;

/** The terms of the names in a title. */
function namesOfTitle(title = '', names: NameIndex<number>): ReadonlySet<number> {
  const known = titles.get(names) ?? new Map<string, ReadonlySet<number>>();
  if (known.size > mostTitles) known.clear();
  titles.set(names, known);
  const terms =
    known.get(title) ??
    new Set(namesIn(wholeOf(readPassage(title, names))).flatMap((one) => one.terms));
  known.set(title, terms);
  return terms;
}

/** Whether both passages name states or bodies that the codebook or everybody knows, and one all that the other does. */
function nameSame(a: Passage, b: Passage): boolean {
  const one = knownIn(a);
  const other = knownIn(b);
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  if (!few.size) return false;
  for (const term of few) if (!many.has(term)) return false;
  return true;
}

function knownIn(passage: Passage): Set<number> {
  const known = new Set<number>();
  for (let at = 0; at < passage.length; at++) {
    if (isKnown(passage, at)) known.add(termOf(passage, at));
  }
  return known;
}
