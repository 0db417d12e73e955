/** A name of an entity, as far as plurals go. */
interface Name {
  readonly id: string;
  readonly text: string;
}

/** More words than this have no name of which somebody would write the plural. */
const mostWords = 8;

/**
 * The plurals of those names that have the name of another entity in them: the *Tarn* of “the South Tarn Seas”
 * is no more meant than that of “the South Tarn Sea”.
 */
export function* pluralsHolding<T extends Name>(
  names: readonly T[],
): Generator<{ readonly name: T; readonly text: string }> {
  const ids = new Map<string, string | 'several'>();
  for (const { id, text } of names) {
    const key = keyOf(wordsOf(text));
    const known = ids.get(key);
    ids.set(key, known === undefined || known === id ? id : 'several');
  }
  for (const name of names) {
    const words = wordsOf(name.text);
    if (words.length < 2 || words.length > mostWords) continue;
    const plural = pluralOf(name.text);
    if (plural && parts(words).some((part) => isOther(ids.get(part), name))) {
      yield { name, text: plural };
    }
  }
}

const isOther = (id: string | undefined, name: Name): boolean => id !== undefined && id !== name.id;

const wordsOf = (text: string): string[] => text.trim().split(/\s+/);
const keyOf = (words: readonly string[]): string => words.join(' ').toLowerCase();

/** Every run of some words but that of them all. */
function parts(words: readonly string[]): string[] {
  const found: string[] = [];
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= words.length; to++) {
      if (to - from < words.length) found.push(keyOf(words.slice(from, to)));
    }
  }
  return found;
}

/** With `-s`, `-es` or `-ies`; undefined where no letter of ours ends the name. */
function pluralOf(text: string): string | undefined {
  const name = text.trimEnd();
  if (!/[a-z]$/i.test(name)) return undefined;
  if (/[^aeiou]y$/i.test(name)) return `${name.slice(0, -1)}ies`;
  return /(?:[sxz]|[cs]h)$/i.test(name) ? `${name}es` : `${name}s`;
}
