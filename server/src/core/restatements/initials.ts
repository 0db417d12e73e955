import type { Span } from '../text.ts';

const longEnough = /^\p{Lu}{3,8}$/u;

/** Whether a word is written as the initials of a longer name: `LTC`. Two letters are soon those of another. */
export const isInitials = (word: string): boolean => longEnough.test(word);

const word = "[\\p{L}\\p{M}’']*";
// Between the words of a name that give no initial.
const between = '(?:[\\s-]+(?:and|of|for|on|the|in|to))*[\\s-]+';

const searches = new Map<string, RegExp>();
const mostSearches = 200;

/**
 * Where a text has the name that these initials stand for (UTF-16): `Lake Trade and Transit Council` for
 * `LTTC`; undefined where it has none.
 */
export function spelledOut(initials: string, text: string): Span | undefined {
  let search = searches.get(initials);
  if (!search) {
    const words = [...initials].map((letter) => letter + word).join(between);
    search = new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, 'u');
    if (searches.size >= mostSearches) searches.clear();
    searches.set(initials, search);
  }
  const found = search.exec(text);
  return found ? { from: found.index, to: found.index + found[0].length } : undefined;
}
