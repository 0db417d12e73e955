import { nearest as near } from '../core/nearest.ts';

/** The name that somebody who wrote `word` most likely meant; undefined where none is near. */
export const nearest = (word: string, names: Iterable<string>): string | undefined =>
  near(word, names)[0];
