/** Words for a message or a title, in quotes: on one line and not too long. */
export function said(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length > 40 ? `“${letters.slice(0, 39).join('')}…”` : `“${line}”`;
}

/** A short text before and after it is mended, for a rule's page. */
export const instead = (before: string, after: string): string =>
  ['```text', before, '```', '', 'becomes', '', '```text', after, '```'].join('\n');
