/** Words that say nothing about what a passage is about. */
const fillers: ReadonlySet<string> = new Set(
  `a an the this that these those it its they them their he his she her we our you your who which
  what and or nor but as at by for from in into of off on onto over per to towards under up upon with
  within is are was were be been being am has have had do does did will would shall should may might
  can could must also so such both each other any all more most there here than then very`.split(
    /\s+/,
  ),
);

/** Latin letters that do not come apart into a letter and its sign. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

const mostWords = 4;
const mostLetters = 32;

/**
 * A sound id made from words: ASCII, beginning with a letter, none of those `taken`. It keeps up to
 * four telling words (`will reopen the northern bridge` → `reopen-northern-bridge`); words that leave
 * no ASCII letter, such as Japanese ones, give `m1`, `m2` …
 */
export const idFrom = (words: string, taken: ReadonlySet<string>): string =>
  free(slugFrom(words), taken, new Map());

/**
 * A maker of ids like `idFrom`, none of which is one of those `taken` or one that it has made before. Hundreds
 * of marks may have the same words: it counts on from the last.
 */
export function idsBeside(taken: ReadonlySet<string>): (words: string) => string {
  const all = new Set(taken);
  const last = new Map<string, number>();
  return (words) => {
    const id = free(slugFrom(words), all, last);
    all.add(id);
    return id;
  };
}

/** Empty where no ASCII letter is left. */
function slugFrom(words: string): string {
  const all = plainWords(words);
  const telling = all.filter((word) => !fillers.has(word));
  return slugOf(telling.some(beginsWithLetter) ? telling : all);
}

function plainWords(words: string): string[] {
  const joined = words.replace(
    /\b(?:\p{Lu}\.\s?){2,}/gu,
    (dotted) => `${dotted.replace(/[.\s]/g, '')} `,
  );
  const plain = joined
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => letters[letter] ?? '')
    .replace(/['’]s?\b/g, '');
  return plain.match(/[a-z0-9]+/g) ?? [];
}

const beginsWithLetter = (word: string): boolean => /^[a-z]/.test(word);

/** Numbers at the front go to the end, for an id begins with a letter. */
function slugOf(words: readonly string[]): string {
  const first = words.findIndex(beginsWithLetter);
  if (first < 0) return '';
  const kept: string[] = [];
  let length = 0;
  for (const word of [...words.slice(first), ...words.slice(0, first)]) {
    if (kept.length === mostWords || (kept.length && length + word.length > mostLetters)) break;
    kept.push(word.slice(0, mostLetters));
    length += word.length + 1;
  }
  return kept.join('-');
}

/** The slug, or the first of its numbers, that is not taken; no number up to the `last` one of a slug is free. */
function free(slug: string, taken: ReadonlySet<string>, last: Map<string, number>): string {
  if (slug && !taken.has(slug)) return slug;
  const nameOf = (n: number) => (slug ? `${slug}-${n}` : `m${n}`);
  let n = (last.get(slug) ?? (slug ? 1 : 0)) + 1;
  while (taken.has(nameOf(n))) n++;
  last.set(slug, n);
  return nameOf(n);
}
