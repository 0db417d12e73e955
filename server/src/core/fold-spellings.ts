/** Two or more capitals with dots (`U.S.`, `U. S.`, `U.S`), or a short word of capitals (`US`). */
const capitals =
  /(?<![\p{L}\p{N}])(?:(?:\p{Lu}\.\s?)+\p{Lu}(?:\.|(?![\p{L}\p{N}]))|\p{Lu}{2,5}(?![\p{L}\p{N}.]))/gu;

/** A name with more of such words than this is written in one way throughout. */
const mostMixed = 3;

/** A name with its capitals plain, with dots, with dots and spaces, and without the last dot. */
export function spellings(name: string): readonly string[] {
  const text = name.normalize('NFKC');
  if (!/\p{Lu}[\p{Lu}.]/u.test(text)) return [text];
  const found = [...text.matchAll(capitals)];
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

/** Whether a name is all capitals and so short that in small letters it would be another word: `US`, `WHO`. */
export function isKeptInCapitals(name: string): boolean {
  if (/\p{Ll}/u.test(name)) return false;
  const letters = name.normalize('NFKC').match(/\p{L}/gu) ?? [];
  return letters.length > 0 && letters.length <= 5 && letters.every((it) => /\p{Lu}/u.test(it));
}
