import { matchesOf } from '../matches.ts';
import { fold } from './fold.ts';

/** Two or more capitals with dots (`U.S.`, `U. S.`, `U.S`), or a short word of capitals (`US`). */
const capitals =
  /(?<![\p{L}\p{N}])(?:(?:\p{Lu}\.\s?)+\p{Lu}(?:\.|(?![\p{L}\p{N}]))|\p{Lu}{2,5}(?![\p{L}\p{N}.]))/gu;

/** A name with more of such words than this is written in one way throughout. */
const mostMixed = 3;

/**
 * What most names are made of: ASCII, with no capital before another or before a dot. Such a name has one
 * spelling. Told without the costly classes of characters, as codebooks have thousands of them.
 */
const isPlain = (name: string): boolean => /^(?:[A-Z](?![A-Z.])|[\x20-@[-~])*$/.test(name);

/** A name with its capitals plain, with dots, with dots and spaces, and without the last dot. */
export function spellings(name: string): readonly string[] {
  if (isPlain(name)) return [name];
  const text = name.normalize('NFKC');
  const found = matchesOf(capitals, text);
  if (!found.length) return [text];
  const written = [
    (letters: readonly string[]) => letters.join(''),
    (letters: readonly string[]) => `${letters.join('.')}.`,
    (letters: readonly string[]) => `${letters.join('. ')}.`,
    (letters: readonly string[]) => letters.join('.'),
  ];
  const respelled = (form: (at: number) => number): string => {
    let at = -1;
    return text.replace(capitals, (match) => {
      at++;
      return written[form(at)]?.(match.match(/\p{Lu}/gu) ?? []) ?? match;
    });
  };
  const forms = written.length;
  const all =
    found.length > mostMixed
      ? written.map((_, form) => respelled(() => form))
      : Array.from({ length: forms ** found.length }, (_, number) =>
          respelled((at) => Math.floor(number / forms ** at) % forms),
        );
  return [...new Set([text, ...all])];
}

/** Whether the words are the name itself, with spaces, dots, capitals and signs of their own. */
export const isSpelling = (words: string, name: string): boolean =>
  foldedSpellings(name).has(fold(words));

// A collection asks after the same names again and again.
const known = new Map<string, ReadonlySet<string>>();
const mostKnown = 10_000;

function foldedSpellings(name: string): ReadonlySet<string> {
  const found = known.get(name);
  if (found) return found;
  const folded = new Set(spellings(name).map(fold));
  if (known.size >= mostKnown) known.clear();
  known.set(name, folded);
  return folded;
}

/**
 * The letters of a name that is so short that in small letters it would be another word: up to five, all
 * of them capitals (`US`, `WHO`), or one word with capitals inside (`LiFE`). Undefined for other names.
 */
export function keptCapitals(name: string): string | undefined {
  if (/^(?:[\x20-@[-`{-~]*[A-Za-z]){6}/.test(name)) return undefined;
  const text = name.normalize('NFKC');
  const letters = text.match(/\p{L}/gu) ?? [];
  const capital = letters.filter((letter) => /\p{Lu}/u.test(letter)).length;
  if (letters.length > 5 || capital === 0) return undefined;
  const isWord = capital > 1 && !/\s/.test(text.trim());
  return capital === letters.length || isWord ? letters.join('') : undefined;
}
