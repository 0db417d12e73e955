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
export function idFrom(words: string, taken: ReadonlySet<string>): string {
  const all = plainWords(words);
  const telling = all.filter((word) => !fillers.has(word));
  const slug = slugOf(telling.some(beginsWithLetter) ? telling : all);
  return slug ? numbered(slug, taken) : counted(taken);
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

function numbered(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  let n = 2;
  while (taken.has(`${slug}-${n}`)) n++;
  return `${slug}-${n}`;
}

function counted(taken: ReadonlySet<string>): string {
  let n = 1;
  while (taken.has(`m${n}`)) n++;
  return `m${n}`;
}
