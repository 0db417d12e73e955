/** A line of the text that is taken, with how it is set off from the one before it. */
export interface Line {
  readonly text: string;
  /** 1 where it goes on under the line before, 2 where a blank line stands between. */
  readonly gap: 1 | 2;
}

/** The lines as one text, which ends in a line end; empty where there are none. */
export function joined(lines: readonly Line[]): string {
  const parts = lines.map(({ text, gap }, at) => (at ? '\n'.repeat(gap) : '') + text);
  return parts.length ? `${parts.join('')}\n` : '';
}

/** The lines of a paragraph that show something; two line ends make a blank line. */
export function shownLines(text: string): Line[] {
  const lines: Line[] = [];
  let gap: 1 | 2 = 1;
  for (const line of text.split('\n')) {
    if (line.trim()) {
      lines.push({ text: line.trimEnd(), gap });
      gap = 1;
    } else gap = 2;
  }
  return lines;
}
