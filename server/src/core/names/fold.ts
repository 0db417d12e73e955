import { advance, lastUnit, readerAt, spaceBetween } from './fold-reader.ts';
import { space } from './fold-signs.ts';

/** Words of ASCII with one space between them; the grave accent counts as a quote. */
const plain = /^[!-_a-~]+(?: [!-_a-~]+)*$/;

/** The folded form of a text without its outer white space. */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  const reader = readerAt(text, 0, text.length, []);
  let folded = '';
  let kind = -1;
  let unit = 0;
  let lines = -1;
  while (advance(reader)) {
    if (reader.kind === space) {
      lines = reader.unit;
      continue;
    }
    const between = kind >= 0 && lines >= 0 ? spaceBetween(kind, unit, lines, reader.kind) : 0;
    if (between) folded += String.fromCharCode(between);
    folded += reader.units ?? String.fromCharCode(reader.unit);
    kind = reader.kind;
    unit = lastUnit(reader);
    lines = -1;
  }
  return folded;
}
