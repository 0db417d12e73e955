import { isInitials, spelledOut } from './initials.ts';
import type { Part } from './likeness.ts';
import {
  fromOf,
  isKnown,
  isName,
  isSpeaking,
  type Passage,
  termOf,
  toOf,
  weightOf,
} from './passage.ts';
import { termNumber } from './vocabulary.ts';

/** A name of one or more words, by their terms, with what stands on either side of it. */
interface Named {
  readonly terms: readonly number[];
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/**
 * Whether one passage names somebody or something else where the other has its own name: "the mandate of
 * the North Mission" and "the mandate of the South Mission". Persons do not count: whoever holds an office
 * speaks for the same state.
 */
export function nameOthers(a: Part, b: Part): boolean {
  const namesA = namesIn(a);
  if (!namesA.length) return false;
  const there = termsOf(b);
  const here = termsOf(a);
  for (const [part, terms, other, others] of [
    [a, here, b, there],
    [b, there, a, here],
  ] as const) {
    shareSpelledOut(part, terms, other, others);
  }
  const namesB = namesIn(b);
  if (
    namesA.some((one) => namesB.some((other) => areNamesakes(one.terms, other.terms, here, there)))
  )
    return true;
  const onlyA = namesA.filter(({ terms }) => isMissing(terms, there));
  if (!onlyA.length) return false;
  const onlyB = namesB.filter(({ terms }) => isMissing(terms, here));
  if (!onlyB.length) return false;
  if (onlyA.length === namesA.length) return true;
  return onlyA.some((one) =>
    onlyB.some(
      (other) =>
        (one.before !== undefined && one.before === other.before) ||
        (one.after !== undefined && one.after === other.after),
    ),
  );
}

function termsOf({ of, first, end }: Part): Set<number> {
  const terms = new Set<number>();
  for (let at = first; at < end; at++) terms.add(termOf(of, at));
  return terms;
}

/** A name that is spelled out in one part, and there by its initials in the other, is in both. */
function shareSpelledOut(
  short: Part,
  shortTerms: Set<number>,
  long: Part,
  longTerms: Set<number>,
): void {
  for (let at = short.first; at < short.end; at++) {
    const term = termOf(short.of, at);
    if (!isName(short.of, at) || longTerms.has(term)) continue;
    const word = short.of.text.slice(fromOf(short.of, at), toOf(short.of, at));
    const name = isInitials(word) ? spelledOut(word, long.of.text) : undefined;
    if (!name) continue;
    longTerms.add(term);
    for (let i = long.first; i < long.end; i++) {
      if (fromOf(long.of, i) >= name.from && toOf(long.of, i) <= name.to) {
        shortTerms.add(termOf(long.of, i));
      }
    }
  }
}

/** Half of the words of a name, or more, are not there. */
function isMissing(terms: readonly number[], there: ReadonlySet<number>): boolean {
  return 2 * terms.filter((term) => !there.has(term)).length >= terms.length;
}

/** Names of as many words, three or more, of which one was put for another: `Ulmen Trade Framework`, `Torvik Trade Framework`. */
function areNamesakes(
  a: readonly number[],
  b: readonly number[],
  inA: ReadonlySet<number>,
  inB: ReadonlySet<number>,
): boolean {
  if (a.length < 3 || a.length !== b.length) return false;
  const differing = a.flatMap((_, at) => (a[at] === b[at] ? [] : [at]));
  const [at] = differing;
  return (
    differing.length === 1 &&
    at !== undefined &&
    !inB.has(a[at] as number) &&
    !inA.has(b[at] as number)
  );
}

/** What stands before the name with which a passage begins. */
const beginning = termNumber('^');

/** The names of a passage that tell what it is about, behind the words with which it begins to speak. */
export function namesIn({ of, first, end }: Part): Named[] {
  const names: Named[] = [];
  // The last token that counts, before the name and in it.
  let before = -1;
  for (let at = nextTold(of, first, end); at < end; ) {
    if (!isName(of, at)) {
      before = at;
      at = nextTold(of, at + 1, end);
      continue;
    }
    const start = at;
    let last = at;
    const terms: number[] = [];
    do {
      if (weightOf(of, at) >= 1 || isKnown(of, at)) terms.push(termOf(of, at));
      last = at;
      at = nextTold(of, at + 1, end);
    } while (at < end && isName(of, at) && fromOf(of, at) - toOf(of, last) <= 1);
    const isPerson =
      isSpeaking(of, start) || (before >= 0 && isSpeaking(of, before) && isName(of, before));
    if (terms.length && !isPerson) {
      names.push({
        terms,
        before: before < 0 ? beginning : termOf(of, before),
        after: at < end ? termOf(of, at) : undefined,
      });
    }
    before = last;
  }
  return names;
}

/** The first token that counts, from one on. */
function nextTold(of: Passage, from: number, end: number): number {
  let at = from;
  while (at < end && !weightOf(of, at)) at++;
  return at;
}

const and = termNumber('and');

/** The term of the one state or body with which a passage begins, where it speaks alone: "The United States will …". */
export function soleSubject(passage: Passage): number | undefined {
  const counts = (at: number) => weightOf(passage, at) > 0 || termOf(passage, at) === and;
  let first = 0;
  while (first < passage.length && !counts(first)) first++;
  if (first >= passage.length || !isKnown(passage, first)) return undefined;
  let second = first + 1;
  while (second < passage.length && !counts(second)) second++;
  if (second >= passage.length || isName(passage, second) || termOf(passage, second) === and)
    return undefined;
  return termOf(passage, first);
}
