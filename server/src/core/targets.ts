import type { Attribute, Target } from './document.ts';
import type { Piece } from './text.ts';

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
export function valueWords(attribute: Attribute): Piece[] {
  const words: Piece[] = [];
  for (const match of attribute.value.text.matchAll(/[^ \t\r\n]+/g)) {
    const from = attribute.value.from + match.index;
    words.push({ from, to: from + match[0].length, text: match[0] });
  }
  return words;
}

const targetForm = /^([A-Za-z0-9][A-Za-z0-9_.-]*)?#([^#\s]*)$/;

/** Reads `#id`, `key#id` or `key#` as it stands in an attribute; undefined for anything else. */
export function readTarget(word: Piece): Target | undefined {
  const match = targetForm.exec(word.text);
  if (!match) return undefined;
  return { from: word.from, to: word.to, key: match[1] ?? '', id: match[2] ?? '' };
}

/** The references in the value of a relation, in order; words that are none are left out. */
export const targetsOf = (attribute: Attribute): Target[] =>
  valueWords(attribute).flatMap((word) => readTarget(word) ?? []);

/** Whether an attribute is meant as a relation: not built in. */
export const isRelation = (attribute: Attribute): boolean =>
  !builtinAttributes.has(attribute.key.text);
