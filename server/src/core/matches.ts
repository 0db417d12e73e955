/**
 * All matches of a pattern in a text, in order; `pattern` has the flag `g`. The same as `matchAll`, which
 * makes a copy of the pattern at each call: the engine forgets the code of copies from time to time, and
 * translating a long pattern again takes longer than a person's pause between two keys.
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match);
    if (!match[0]) pattern.lastIndex++;
  }
  return found;
}
