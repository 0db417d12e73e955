/**
 * The texts that a source says through t`…`, as the bundle of a language calls them: `There is no {0} here.`
 * Texts inside the values of another text are found too. Comments and strings must not hold such a text.
 */
export function saidTexts(source: string): string[] {
  const found: string[] = [];
  for (const { index } of source.matchAll(/(?<![\w$.`])t`/g))
    found.push(readText(source, index + 2));
  return found;
}

/** The text that begins at `at`, behind its backtick. */
function readText(source: string, at: number): string {
  let text = '';
  let values = 0;
  let next = at;
  while (source[next] !== '`') {
    if (next >= source.length) throw new Error('A text has no end.');
    if (source.startsWith('${', next)) {
      text += `{${values++}}`;
      next = endOfValue(source, next + 2);
    } else if (source[next] === '\\') {
      text += source[next + 1] === 'n' ? '\n' : source[next + 1];
      next += 2;
    } else text += source[next++];
  }
  return text;
}

/** Behind the `}` that ends the value at `at`. */
function endOfValue(source: string, at: number): number {
  let next = at;
  for (let depth = 1; depth > 0; next++) {
    const sign = source[next];
    if (sign === undefined) throw new Error('A value has no end.');
    if (sign === '{') depth++;
    else if (sign === '}') depth--;
    else if (sign === "'" || sign === '"') next = source.indexOf(sign, next + 1);
    else if (sign === '`') next = endOfTemplate(source, next + 1) - 1;
  }
  return next;
}

/** Behind the backtick that ends the template at `at`. */
function endOfTemplate(source: string, at: number): number {
  let next = at;
  while (source[next] !== '`') {
    if (next >= source.length) throw new Error('A template has no end.');
    if (source.startsWith('${', next)) next = endOfValue(source, next + 2);
    else next += source[next] === '\\' ? 2 : 1;
  }
  return next + 1;
}
