const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Words as they may stand in XML and HTML, between tags and in quotes. What XML cannot hold at all, control
 * characters and halves of a pair, becomes U+FFFD.
 */
export const escaped = (words: string): string =>
  words
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
