import type { Entity } from '../codebook/codebook.ts';
import { matchesOf } from '../matches.ts';
import { findNames, indexNames, type NameIndex } from '../names/automaton.ts';
import { namesOf } from './names.ts';

/**
 * What annotates a text, or escapes one of its signs, and an abbreviation in parentheses: all that can stand
 * inside a name and be no part of it.
 */
const annotates = /\\|\](?:\{|\()|\^\[|\([A-Z][^\s()]{1,11}\)\s/;

/** Where such a thing begins behind a part of a word, or ends before one: a word may be cut in two. */
const mayCutWord = /[^\s\p{P}][[\\^]|[)}\]](?:[^\s\p{P}]|[[\\^])/u;

/** A word that is written in one way only; those of capitals may have dots, and blanks behind the dots. */
const plain = /(?<=^|\s)\p{Lu}?\p{Ll}{2,}(?=\s|$)/gu;

/**
 * Tells whether a text may name an entity, without reading its annotations: never false where one of the names
 * stands in the source.
 */
export function mayHold(entity: Entity): (text: string) => boolean {
  const names = namesOf(entity);
  const whole = indexNames(names.map((text) => ({ text, of: true })));
  const inParts = mayHoldWords(names.map((name) => matchesOf(plain, name).map(([word]) => word)));
  return (text) => (annotates.test(text) ? inParts(text) : standing(whole, text).length > 0);
}

/** The same where annotations stand between the words of a name, told by those of its words that are plain. */
function mayHoldWords(names: readonly (readonly string[])[]): (text: string) => boolean {
  if (names.some((words) => !words.length)) return () => true;
  const index = indexNames(names.flat().map((word) => ({ text: word, of: word })));
  return (text) => {
    if (mayCutWord.test(text)) return true;
    const there = new Set(standing(index, text).flatMap(({ of }) => of));
    return names.some((words) => words.every((word) => there.has(word)));
  };
}

const standing = <T>(names: NameIndex<T>, text: string) =>
  findNames(names, text, { from: 0, to: text.length }, []);
