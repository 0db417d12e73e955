import type { BlocksPage, PageBlock } from './messages.ts';

/** A block, and the first line of the text that it stands on, from 0. */
export interface LinedBlock {
  readonly line: number;
  readonly block: PageBlock;
}

/**
 * Tells the blocks of a text, each time by what has been told before: a page of 1,500 paragraphs is a megabyte,
 * and a keystroke changes one of them. A new one begins with a page that knows of none.
 */
export function blocksTeller(): (blocks: readonly LinedBlock[], lang: string) => BlocksPage {
  let before: readonly string[] = [];
  return (blocks, lang) => {
    const keys = blocks.map(({ block }) => `${lang} ${JSON.stringify(block)}`);
    const { head, tail } = alikeAtEnds(before, keys);
    before = keys;
    const fresh = blocks.slice(head, blocks.length - tail).map(({ block }) => block);
    return { head, tail, fresh, lines: blocks.map(({ line }) => line) };
  };
}

/** How many of two lists are the same at the beginning, and how many of the others at the end. */
export function alikeAtEnds(
  before: readonly string[],
  now: readonly string[],
): { readonly head: number; readonly tail: number } {
  const least = Math.min(before.length, now.length);
  let head = 0;
  while (head < least && before[head] === now[head]) head++;
  let tail = 0;
  while (tail < least - head && before.at(-1 - tail) === now.at(-1 - tail)) tail++;
  return { head, tail };
}
