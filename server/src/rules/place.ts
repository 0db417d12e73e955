import type { Document } from '../core/document.ts';
import type { Span } from '../core/text.ts';

/** Where a finding about a whole document stands: its first line, a BOM aside. */
export function documentStart({ text }: Document): Span {
  const from = text.startsWith('\uFEFF') ? 1 : 0;
  const line = /[\r\n]/.exec(text);
  return { from, to: Math.max(from, line ? line.index : text.length) };
}

/** The way from the folder of one file to another file, as people read it. */
export function pathFrom(from: string, to: string): string {
  const folder = from.split('/').slice(0, -1);
  const parts = to.split('/');
  let shared = 0;
  while (shared < folder.length && folder[shared] === parts[shared]) shared++;
  const way = [...folder.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/');
  try {
    return decodeURIComponent(way);
  } catch {
    return way;
  }
}
