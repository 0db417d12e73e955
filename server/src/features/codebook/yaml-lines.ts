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

/** So many characters are seen of a line where the window is divided between two texts. */
const widest = 80;

/**
 * A sentence that is no entry, on as many lines as it needs to be seen whole, `setIn` before those behind the
 * first. They are about as long as each other, or a last word would often stand alone.
 */
export function commentLines(text: string, setIn = ''): string[] {
  const words = text.replace(/[\r\n]+/g, ' ').split(/(?<! ) (?! )/);
  const fewest = linesOf(words, setIn, widest).length;
  let width = Math.ceil(text.length / fewest);
  while (width < widest && linesOf(words, setIn, width).length > fewest) width++;
  return linesOf(words, setIn, width).map(comment);
}

function linesOf(words: readonly string[], setIn: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last === undefined) lines.push(word);
    else if (longer.length > width) lines.push(setIn + word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
