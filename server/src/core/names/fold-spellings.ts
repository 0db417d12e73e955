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

/** One way in which a name may stand in a text. */
export interface Writing {
  readonly text: string;
  /** Its letters, where those that are capitals must be so in the text: `US` and not `us`. */
  readonly capitals: string | undefined;
}

// Other scripts write no blanks between words, so that a name without its hyphens would stand anywhere.
const hyphens =
  /(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])\p{Pd}(?=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}])/gu;

/**
 * The ways in which a name may stand in a text. With blanks for its hyphens (*Yoon Suk Yeol*) it keeps its
 * capitals, as *Build-Up* is no name in *to build up*.
 */
export function writings(name: string): readonly Writing[] {
  const capitals = keptCapitals(name);
  const all = spellings(name).map((text): Writing => ({ text, capitals }));
  const apart = name.replace(hyphens, ' ');
  if (apart === name) return all;
  return [...all, { text: apart, capitals: capitals ?? lettersOf(name).join('') }];
}

const lettersOf = (name: string): readonly string[] =>
  name.normalize('NFKC').match(/\p{L}/gu) ?? [];

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
 * The letters of a name that in small letters would be another word: up to five, all of them capitals (`US`,
 * `WHO`), or one word with capitals inside (`LiFE`). Of a longer word of capitals (`ACCESS`) the first letter
 * is enough. Undefined for other names.
 */
export function keptCapitals(name: string): string | undefined {
  if (/^\p{Lu}{6,}$/u.test(name)) return name.charAt(0) + name.slice(1).toLowerCase();
  if (/^(?:[\x20-@[-`{-~]*[A-Za-z]){6}/.test(name)) return undefined;
  const letters = lettersOf(name);
  const capital = letters.filter((letter) => /\p{Lu}/u.test(letter)).length;
  if (letters.length > 5 || capital === 0) return undefined;
  const isWord = capital > 1 && !/\s/.test(name.trim());
  return capital === letters.length || isWord ? letters.join('') : undefined;
}
