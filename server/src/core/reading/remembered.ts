import type { Paragraph } from '../document.ts';

interface Remembered<T> {
  readonly basis: readonly unknown[];
  readonly at: number;
  readonly found: T;
}

/**
 * A memory of what was found in paragraphs, for documents that are open: it holds for as long as a
 * paragraph's characters stay the same, wherever it moves, and nothing else changes that the finding
 * depends on. `move` gives what was found so many characters further on.
 */
export function remembering<T>(move: (found: T, delta: number) => T) {
  const memory = new WeakMap<object, Remembered<T>>();
  /**
   * What was found in a paragraph, at offsets of its document. `basis` names what else it depends on:
   * where one of these is another object or value than before, the paragraph is read again.
   */
  return (
    paragraph: Paragraph,
    basis: readonly unknown[],
    read: (paragraph: Paragraph) => T,
  ): T => {
    const { identity } = paragraph.passage;
    const known = memory.get(identity);
    const holds = known && isSame(known.basis, basis);
    if (holds && known.at === paragraph.from) return known.found;
    const found = holds ? move(known.found, paragraph.from - known.at) : read(paragraph);
    // Most paragraphs hold nothing, and nothing stands at the same place wherever it moves.
    if (holds && found === known.found) return found;
    memory.set(identity, { basis: holds ? known.basis : basis, at: paragraph.from, found });
    return found;
  };
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return a.length === b.length;
}

/** A way to move a list, which leaves an empty one as it is. */
export const movingEach =
  <T>(move: (one: T, delta: number) => T) =>
  (all: readonly T[], delta: number): readonly T[] =>
    all.length ? all.map((one) => move(one, delta)) : all;
