import { diffArrays } from 'diff';
import { lastAtMost } from '../search.ts';
import type { Span } from '../text.ts';
import { tokensOf } from '../threads/difference.ts';

/** Two texts, word by word. Blanks between words are none of them. */
export interface Alignment {
  readonly before: readonly Span[];
  readonly after: readonly Span[];
  /** For each word of the text before the index of the same word in the text after, or -1 where it is gone. */
  readonly images: Int32Array;
}

/** The words of both texts as numbers: the same word, the same number. */
interface Words {
  readonly before: Int32Array;
  readonly after: Int32Array;
}

/** A stretch of the words before that stands against a stretch of those after, half open. */
interface Window {
  readonly a: Span;
  readonly b: Span;
  /** How often it was cut out of a larger one. */
  readonly depth: number;
}

/** More differences than these within one window are no revision: all of it is new. */
const mostEdits = 1000;
/** A window of fewer words is compared as it is. */
const small = 16;
/** So many words in a row that stand once on either side are the same passage. */
const telling = 4;
/** The same for a passage that was moved to another place. */
const tellingElsewhere = 6;
const deepest = 8;

/**
 * Aligns two texts by words, or by characters in scripts without spaces. Passages that stand once on either
 * side hold the two together, so that the work grows with the length of the texts; what lies between them is
 * compared word by word, and what was moved as a whole is found at its new place.
 */
export function align(before: string, after: string): Alignment {
  const names = new Map<string, number>();
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const numbered = (text: string, words: readonly Span[]) =>
    Int32Array.from(words, ({ from, to }) => {
      const word = text.slice(from, to);
      const known = names.get(word) ?? names.size;
      names.set(word, known);
      return known;
    });
  const words = { before: numbered(before, a), after: numbered(after, b) };
  const images = new Int32Array(a.length).fill(-1);
  matchInOrder(words, images);
  matchMoved(words, images);
  return { before: a, after: b, images };
}

function wordsOf(text: string): Span[] {
  const words: Span[] = [];
  let at = 0;
  for (const token of tokensOf(text)) {
    const length = token.trimEnd().length;
    if (length) words.push({ from: at, to: at + length });
    at += token.length;
  }
  return words;
}

function matchInOrder(words: Words, images: Int32Array): void {
  const { before, after } = words;
  const all = { from: 0, to: before.length };
  const waiting: Window[] = [{ a: all, b: { from: 0, to: after.length }, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const window = trimmed(words, next, images);
    const { a, b, depth } = window;
    if (a.from === a.to || b.from === b.to) continue;
    const size = a.to - a.from + b.to - b.from;
    const anchors = size > small && depth < deepest ? anchorsIn(words, window) : [];
    if (!anchors.length) {
      compare(words, window, images);
      continue;
    }
    let at = { a: a.from, b: b.from };
    for (const [i, j] of anchors) {
      if (i < at.a || j < at.b) continue;
      const gap = { a: { from: at.a, to: i }, b: { from: at.b, to: j } };
      waiting.push({ ...gap, depth: depth + 1 });
      at = { a: i, b: j };
      while (at.a < a.to && at.b < b.to && before[at.a] === after[at.b]) images[at.a++] = at.b++;
    }
    const rest = { a: { from: at.a, to: a.to }, b: { from: at.b, to: b.to } };
    waiting.push({ ...rest, depth: depth + 1 });
  }
}

/** Matches what a window has in common at its two ends and gives what is left between them. */
function trimmed({ before, after }: Words, { a, b, depth }: Window, images: Int32Array): Window {
  const from = { a: a.from, b: b.from };
  const to = { a: a.to, b: b.to };
  while (from.a < to.a && from.b < to.b && before[from.a] === after[from.b])
    images[from.a++] = from.b++;
  while (from.a < to.a && from.b < to.b && before[to.a - 1] === after[to.b - 1])
    images[--to.a] = --to.b;
  return { a: { from: from.a, to: to.a }, b: { from: from.b, to: to.b }, depth };
}

function compare({ before, after }: Words, { a, b }: Window, images: Int32Array): void {
  const [old, now] = [before.slice(a.from, a.to), after.slice(b.from, b.to)];
  const changes = diffArrays([...old], [...now], { maxEditLength: mostEdits });
  let at = { a: a.from, b: b.from };
  for (const { count, added, removed } of changes ?? []) {
    if (!added && !removed) for (let i = 0; i < count; i++) images[at.a + i] = at.b + i;
    at = { a: at.a + (added ? 0 : count), b: at.b + (removed ? 0 : count) };
  }
}

/** Places of runs of words that stand once on either side of a window, as many as are in the same order. */
function anchorsIn({ before, after }: Words, { a, b }: Window): [number, number][] {
  const old = onceIn(before, a, telling);
  const now = onceIn(after, b, telling);
  const pairs: [number, number][] = [];
  for (const [run, i] of old) {
    const j = now.get(run) ?? -1;
    if (i >= 0 && j >= 0) pairs.push([i, j]);
  }
  return inOrder(pairs);
}

/** Where each run of so many words stands that stands once; -1 where it does not. */
function onceIn(
  words: Int32Array,
  { from, to }: Span,
  length: number,
  isFree: (at: number) => boolean = () => true,
): Map<string, number> {
  const found = new Map<string, number>();
  let free = 0;
  for (let at = from; at < to; at++) {
    free = isFree(at) ? free + 1 : 0;
    if (free < length) continue;
    const first = at + 1 - length;
    const run = words.subarray(first, at + 1).join();
    found.set(run, found.has(run) ? -1 : first);
  }
  return found;
}

/** Of pairs that are in the order of their first numbers, the most whose second ones ascend too. */
function inOrder(pairs: readonly [number, number][]): [number, number][] {
  const ends: number[] = [];
  const lasts: number[] = [];
  const previous: number[] = [];
  for (const [at, [, j]] of pairs.entries()) {
    const length = lastAtMost(ends, j - 1) + 1;
    ends[length] = j;
    lasts[length] = at;
    previous[at] = length ? (lasts[length - 1] as number) : -1;
  }
  const chain: [number, number][] = [];
  for (let at = lasts.at(-1) ?? -1; at >= 0; at = previous[at] as number)
    chain.push(pairs[at] as [number, number]);
  return chain.reverse();
}

/** Finds passages that stand at another place: words without a match whose run stands once among such on either side. */
function matchMoved({ before, after }: Words, images: Int32Array): void {
  const taken = new Uint8Array(after.length);
  for (const image of images) if (image >= 0) taken[image] = 1;
  const isFree = (i: number, j: number): boolean =>
    i >= 0 && j >= 0 && images[i] === -1 && taken[j] === 0 && before[i] === after[j];
  const take = (i: number, j: number): void => {
    images[i] = j;
    taken[j] = 1;
  };
  const old = { from: 0, to: before.length };
  const now = { from: 0, to: after.length };
  const places = onceIn(after, now, tellingElsewhere, (j) => taken[j] === 0);
  for (const [run, i] of onceIn(before, old, tellingElsewhere, (at) => images[at] === -1)) {
    const j = places.get(run) ?? -1;
    if (i < 0 || j < 0 || !isFree(i, j)) continue;
    for (let k = 0; isFree(i + k, j + k); k++) take(i + k, j + k);
    for (let k = 1; isFree(i - k, j - k); k++) take(i - k, j - k);
  }
}
