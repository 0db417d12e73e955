import type { Document } from '../core/document.ts';
import { t } from '../core/language.ts';
import type { Span } from '../core/text.ts';
import { replacement } from './mend.ts';
import type { Fix, Message } from './rule.ts';
import { said } from './say.ts';

// No-break and wide blanks come with a paste, a wide keyboard or a slip of a finger, and look like plain ones.
const odd = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;

/** Whether words that were read as one item hold a blank that sets no items apart. */
export const holdsOddBlank = (words: string): boolean => odd.test(words);

/** What is said of such an item, whatever else it may lack. */
export const oddBlankMessage = (words: string): Message => ({
  what: t`${said(words)} holds a no-break or wide blank.`,
  why: t`Only plain blanks set the items in braces apart, so what stands on both sides of it counts as one.`,
  advice: t`Write a plain blank in its place.`,
});

/** Writes plain blanks into an item: what it was made of is then read item by item. */
export function plainBlanks({ text }: Document, { from, to }: Span): Fix {
  const places = [...text.slice(from, to).matchAll(new RegExp(odd, 'g'))];
  const edits = places.map(({ index }) =>
    replacement({ from: from + index, to: from + index + 1 }, ' '),
  );
  return { title: t`Write plain blanks`, edits, preferred: true };
}
