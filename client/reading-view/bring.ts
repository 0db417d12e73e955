import type { Seen } from '../src/reading-view/messages.ts';
import { placeOfBlock } from './blocks.ts';

/** Where the block begins that the cursor was in last. */
let last: number | undefined;

/**
 * Brings what the reader sees in the editor into view: the words with the cursor if none of them can be seen, once
 * when it comes to them, so that the page does not move under who reads elsewhere while they write; where the
 * editor was scrolled to, at the top below the bar.
 */
export function bring(
  { line, isCursor }: Seen,
  isAsked: boolean,
  blocks: HTMLElement,
  bar: HTMLElement,
): void {
  const block = blockAt(line, blocks);
  if (!block) return;
  const before = last;
  last = isCursor ? placeOfBlock(block)?.range.start.line : undefined;
  if (isCursor && !isAsked && last === before) return;
  const { top, bottom, height } = block.getBoundingClientRect();
  const from = bar.getBoundingClientRect().bottom;
  if (!isCursor) {
    window.scrollBy(0, top + height * partBefore(line, block) - from);
  } else if (bottom <= from || top >= window.innerHeight) {
    block.scrollIntoView({ block: 'center' });
  }
}

/** The block that a line belongs to, or the one before it; the first for what stands before all. */
function blockAt(line: number, blocks: HTMLElement): Element | undefined {
  const all = [...blocks.children];
  const next = all.findIndex((one) => (placeOfBlock(one)?.range.start.line ?? 0) > line);
  return all.at(next < 0 ? -1 : Math.max(0, next - 1));
}

/** How much of a block stands before a line, from 0 to 1. */
function partBefore(line: number, block: Element): number {
  const range = placeOfBlock(block)?.range;
  if (!range) return 0;
  const lines = range.end.line - range.start.line + 1;
  return Math.max(0, Math.min(1, (line - range.start.line) / lines));
}
