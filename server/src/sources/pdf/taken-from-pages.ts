import { joined } from '../lines.ts';
import { t, Unusable } from '../unusable.ts';
import type { Page } from './run.ts';
import { type Mend, textOf } from './text.ts';

/** The most the text of a file may have, in UTF-16 units. */
const largest = 16 * 1024 * 1024;

/** The text of these pages. Throws `Unusable`. */
export function takenFromPages(pages: readonly Page[], mend: Mend): string {
  const text = joined(textOf(pages, mend));
  const letters = text.match(/[^\s#]/g)?.length ?? 0;
  if (!letters) {
    throw new Unusable(
      t`This PDF holds pictures of pages and no text. Have a program recognise its letters (OCR), and import what that gives.`,
    );
  }
  const unreadable = unreadableIn(text);
  if (unreadable > letters / 20) {
    throw new Unusable(
      t`The file does not say which letters its signs stand for: ${unreadable} of ${letters} could not be read. Have a program recognise its letters (OCR), and import what that gives.`,
    );
  }
  if (text.length > largest) {
    throw new Unusable(t`Its text is larger than 16 MB. Import the part that you need.`);
  }
  return text;
}

/** In a text of any length, what is written in no language: one letter makes up so much of it. */
const oneLetter = { of: 50, part: 0.4 };

/** How many signs stand for no letter that is known: they say so, or nearly all of them say the same. */
function unreadableIn(text: string): number {
  const counts = new Map<string, number>();
  const letters = text.match(/\p{L}/gu) ?? [];
  for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const most = [...counts.values()].reduce((one, other) => Math.max(one, other), 0);
  const isOne = letters.length >= oneLetter.of && most > oneLetter.part * letters.length;
  return isOne ? most : (text.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0);
}
