import { nameTable, noPrefix } from './snapshot/name-table.ts';

/**
 * Words of texts are many and repeat. What `read` makes of a word is kept, and found again by the characters of
 * the text `[from, to)` that it stands in, without making a string of them; `hash` is what `hashedOn` makes of
 * them. More words than `most` are those of texts that are made up: all are forgotten then and read again.
 */
export function wordsOnce<T>(
  read: (word: string) => T,
  most = 200_000,
): (text: string, from: number, to: number, hash: number) => T {
  let table = nameTable();
  let known: T[] = [];
  return (text, from, to, hash) => {
    const number = table.enterHashed(text, from, to, hash);
    if (number < known.length) return known[number] as T;
    const word = text.slice(from, to);
    if (number >= most) {
      table = nameTable();
      known = [];
      table.enter(noPrefix, word, 0, word.length);
    }
    const made = read(word);
    known.push(made);
    return made;
  };
}
