import { isWide } from './rows.ts';

/** Tells whether a word stands in the text, whatever its case. */
export type Knows = (word: string) => boolean;

/** The words of these lines, to be asked whether one is among them; those at line ends that are cut are not. */
export function wordsOf(lines: readonly string[]): Knows {
  const words = new Set<string>();
  for (const line of lines) {
    const found = line.toLowerCase().match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? [];
    const whole = /[-\u00ad\u2010]$/.test(line) ? found.slice(0, -1) : found;
    for (const word of whole) words.add(word);
  }
  return (word) => words.has(word.toLowerCase());
}

/** Two lines of one paragraph as one. A word that was cut is put together only where that is sure. */
export function goingOn(before: string, next: string, knows: Knows): string {
  if (before.endsWith('\u00ad')) return before.slice(0, -1) + next;
  const start = /[\p{L}\p{M}]+(?=[-\u2010]$)/u.exec(before)?.[0];
  if (start) {
    const end = /^[\p{L}\p{M}'’]+/u.exec(next)?.[0];
    if (end && /^\p{Ll}/u.test(end) && knows(start + end)) return before.slice(0, -1) + next;
    return before + next;
  }
  // An address or a sign of a paper is broken behind a stroke.
  if (/\S[/\u2013\u2014]$/.test(before) && !/\s[\u2013\u2014]$/.test(before)) return before + next;
  const isClose = isWide(before.at(-1)) && isWide(next[0]);
  return isClose ? before + next : `${before} ${next}`;
}
