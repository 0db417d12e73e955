import type { Attribute, Target } from '../document.ts';
import type { Piece } from '../text.ts';
import { isKey } from './keys.ts';

/** The built-in attributes whose values are ids of actors. */
export const actorAttributes: ReadonlySet<string> = new Set(['by', 'says', 'to']);

/** The built-in attributes; no relation may be named after one. */
export const builtinAttributes: ReadonlySet<string> = new Set([
  ...actorAttributes,
  'verb',
  'due',
  'if',
  'score',
  'continues',
]);

/** The words of a value with their places, for values that list several things. */
export const valueWords = ({ value: { text, from } }: Attribute): Piece[] => wordsIn(text, from);

/** The words of a text that stands at `from`, with their places. */
export function wordsIn(text: string, from: number): Piece[] {
  const words: Piece[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 32;
    const blank = code === 32 || code === 9 || code === 10 || code === 13;
    if (!blank && start < 0) start = at;
    if (!blank || start < 0) continue;
    words.push({ from: from + start, to: from + at, text: text.slice(start, at) });
    start = -1;
  }
  return words;
}

/** Reads `#id`, `key#id` or `key#` as it stands in an attribute; undefined for anything else. */
export function readTarget(word: Piece): Target | undefined {
  const hash = word.text.indexOf('#');
  if (hash < 0 || word.text.indexOf('#', hash + 1) >= 0) return undefined;
  const key = word.text.slice(0, hash);
  if (key && !isKey(key)) return undefined;
  return { from: word.from, to: word.to, key, id: word.text.slice(hash + 1) };
}

/** The references in the value of a relation, in order; words that are none are left out. */
export const targetsOf = (attribute: Attribute): Target[] =>
  valueWords(attribute).flatMap((word) => readTarget(word) ?? []);

/** Whether an attribute is meant as a relation: not built in. */
export const isRelation = (attribute: Attribute): boolean =>
  !builtinAttributes.has(attribute.key.text);
