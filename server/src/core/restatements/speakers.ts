import type { NameIndex } from '../names/automaton.ts';
import { type Circle, fitOf } from './circles.ts';
import { namesIn, soleSubject } from './names.ts';
import { type Passage, readPassage } from './passage.ts';

/**
 * Whether two passages were said by the same circle. Where ids do not tell: documents of one series are of
 * one circle unless their titles name others; those of different series are where the two passages name
 * the same states and bodies. One state's own undertaking is the same wherever it is made. Passages are read when they are needed.
 */
export function saidBySame(
  earlier: Circle,
  later: Circle,
  old: () => Passage,
  now: () => Passage,
  names: NameIndex<string>,
): boolean {
  const fit = fitOf(earlier, later);
  if (fit === 'same') return true;
  if (fit === 'other') {
    const alone = earlier.by || later.by ? undefined : soleSubject(old());
    return alone !== undefined && alone === soleSubject(now());
  }
  if (earlier.series !== later.series) return nameSame(old(), now());
  return !titlesDiffer(earlier.title, later.title, names);
}

function titlesDiffer(
  a: string | undefined,
  b: string | undefined,
  names: NameIndex<string>,
): boolean {
  const one = keysIn(titled(a, names));
  const other = keysIn(titled(b, names));
  return one.size > 0 && other.size > 0 && ![...one].some((key) => other.has(key));
}

const titles = new WeakMap<NameIndex<string>, Map<string, Passage>>();
const mostTitles = 20_000;

function titled(title = '', names: NameIndex<string>): Passage {
  const known = titles.get(names) ?? new Map<string, Passage>();
  if (known.size > mostTitles) known.clear();
  titles.set(names, known);
  const passage = known.get(title) ?? readPassage(title, names);
  known.set(title, passage);
  return passage;
}

const keysIn = ({ tokens }: Passage): Set<string> =>
  new Set(namesIn(tokens).flatMap(({ keys }) => keys));

/** Whether both passages name states or bodies that the codebook or everybody knows, and one all that the other does. */
function nameSame(a: Passage, b: Passage): boolean {
  const one = knownIn(a);
  const other = knownIn(b);
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  return few.size > 0 && [...few].every((key) => many.has(key));
}

const knownIn = ({ tokens }: Passage): Set<string> =>
  new Set(tokens.flatMap(({ key }) => (key.startsWith('#') ? key : [])));
