import { hashedOn } from '../snapshot/name-table.ts';

/** A title of fewer words is no name. */
export const shortestTitle = 3;

/**
 * What has a title, by its words as titles are compared. It holds numbers in place of words, so what it gives
 * for some words may, once in some billion, have others.
 */
export interface TitleIndex<T> {
  readonly add: (words: readonly string[], one: T) => void;
  readonly remove: (words: readonly string[], one: T) => void;
  /** Whether some title begins with a word. */
  readonly mayBegin: (word: string) => boolean;
  /** Whether some title begins with words, as many as the shortest has. */
  readonly mayGoOn: (words: readonly string[]) => boolean;
  /** Whatever has these words as its title. */
  readonly get: (words: readonly string[]) => readonly T[];
}

export function titleIndex<T>(): TitleIndex<T> {
  const firstWords = new Map<string, number>();
  const starts = new Map<number, number>();
  // Nearly every title is one document's.
  const whole = new Map<number, T | readonly T[]>();
  const get = (words: readonly string[]): readonly T[] => listed(whole.get(hashOf(words)));
  const put = (words: readonly string[], all: readonly T[]): void => {
    const [only] = all;
    if (only === undefined) whole.delete(hashOf(words));
    else whole.set(hashOf(words), all.length > 1 ? all : only);
  };
  const count = (words: readonly string[], by: 1 | -1): void => {
    tally(firstWords, words[0] ?? '', by);
    tally(starts, hashOf(words.slice(0, shortestTitle)), by);
  };
  return {
    add: (words, one) => {
      count(words, 1);
      put(words, [...get(words), one]);
    },
    remove: (words, one) => {
      count(words, -1);
      put(
        words,
        get(words).filter((other) => other !== one),
      );
    },
    mayBegin: (word) => firstWords.has(word),
    mayGoOn: (words) => starts.has(hashOf(words)),
    get,
  };
}

const none: readonly never[] = [];

const listed = <T>(found: T | readonly T[] | undefined): readonly T[] =>
  found === undefined ? none : Array.isArray(found) ? found : [found as T];

function tally<K>(counts: Map<K, number>, key: K, by: 1 | -1): void {
  const now = (counts.get(key) ?? 0) + by;
  if (now) counts.set(key, now);
  else counts.delete(key);
}

function hashOf(words: readonly string[]): number {
  let hash = 0;
  for (const word of words) {
    for (let at = 0; at < word.length; at++) hash = hashedOn(hash, word.charCodeAt(at));
    hash = hashedOn(hash, 32);
  }
  return hash;
}
