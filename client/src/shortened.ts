/**
 * Words up to a width, so that what stands behind them is seen; cut before a word where blanks tell words apart.
 * A character of Chinese or Japanese is as wide as two others.
 */
export function shortened(words: string, widest: number): string {
  let width = 0;
  let end = 0;
  while (end < words.length && width < widest) {
    width += words.charCodeAt(end) >= 0x2e80 ? 2 : 1;
    end++;
  }
  if (end >= words.length) return words;
  // Not within a character that takes two units.
  return `${words.slice(0, end).replace(/\s+\S{0,20}$|[\uD800-\uDBFF]$/, '')}…`;
}
