/** Words as they may stand in YAML between brackets too: plain where that is safe, else in double quotes. */
export const word = (text: string): string =>
  plainIf(/^[\p{L}\p{N}][\p{L}\p{N} ._/()'’–-]*$/u, text);

/** Words that have a line to themselves. */
const lineOfWords = (text: string): string =>
  plainIf(/^[\p{L}\p{N}][\p{L}\p{N} ,;._/()[\]'’–-]*$/u, text);

/** YAML reads what JSON writes. */
const plainIf = (plain: RegExp, text: string): string =>
  plain.test(text) && text === text.trim() ? text : JSON.stringify(text);

/** `key: value` in a table. */
export const field = (indent: number, key: string, value: string | undefined): string[] =>
  value === undefined ? [] : [`${' '.repeat(indent)}${word(key)}: ${lineOfWords(value)}`];

/** A list of words, on one line. */
export const inLine = (words: readonly string[]): string => `[${words.map(word).join(', ')}]`;

/** A list of sentences, one a line. */
export function sentences(indent: number, key: string, all: readonly string[]): string[] {
  const blanks = ' '.repeat(indent);
  if (!all.length) return [`${blanks}${key}: []`];
  return [`${blanks}${key}:`, ...all.map((one) => `${blanks}  - ${lineOfWords(one)}`)];
}

/** Words that are no entry, on a line of their own. */
export const comment = (text: string): string => `# ${text.replace(/[\r\n]+/g, ' ')}`;
