import { unquoted, type YamlPlace } from './yaml-place.ts';

/** Brackets or braces that are open, with what has been read in them. */
interface Level {
  readonly sign: string;
  /** The key whose value is being written. */
  key: string | undefined;
  readonly others: string[];
}

const scalar =
  /"(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?|[^\s,:[\]{}#"'][^,[\]{}\n\r]*?(?=\s*(?:[,[\]{}\n\r]|:\s|:$|\s#|$))/y;

/**
 * The place of `offset` in the brackets or braces that open at `from`; undefined where they are closed
 * before it. `keys` lead to them.
 */
export function flowPlace(
  text: string,
  from: number,
  offset: number,
  keys: () => readonly string[],
): YamlPlace | undefined {
  const levels: Level[] = [];
  let token = { from: offset, text: '' };
  let at = from;
  while (at < offset) {
    const sign = text[at] as string;
    const level = levels[levels.length - 1];
    if (sign === '[' || sign === '{') levels.push({ sign, key: undefined, others: [] });
    else if (sign === ']' || sign === '}') {
      levels.pop();
      if (!levels.length) return undefined;
    } else if (sign === ',') {
      if (level?.sign === '[') level.others.push(token.text);
      if (level) level.key = undefined;
    } else if (sign === ':' && level) {
      level.key = token.text;
      level.others.push(token.text);
    } else if (sign === '#' && /\s/.test(text[at - 1] ?? '')) {
      const end = text.slice(at, offset).search(/[\n\r]/);
      if (end < 0) return undefined;
      at += end;
    } else if (!/\s/.test(sign)) {
      scalar.lastIndex = at;
      const read = scalar.exec(text)?.[0] ?? sign;
      token = { from: at, text: unquoted(read) };
      at += read.length;
      continue;
    }
    if (!/\s/.test(sign)) token = { from: offset, text: '' };
    at++;
  }
  return placeOf(text, levels, token.from, offset, keys());
}

function placeOf(
  text: string,
  levels: readonly Level[],
  start: number,
  offset: number,
  keys: readonly string[],
): YamlPlace | undefined {
  const level = levels[levels.length - 1];
  if (!level) return undefined;
  // A word that ended before the cursor is no longer being written.
  const written = text.slice(start, offset);
  const quote = /^["']?/.exec(written)?.[0] ?? '';
  const isOver = /\s$/.test(written) && !quote;
  const from = isOver ? offset : start + quote.length;
  const word = /^[\p{L}\p{N}_.-]*/u.exec(text.slice(offset))?.[0] ?? '';
  const path = [...keys, ...levels.flatMap(({ key }) => key ?? [])];
  const isKey = level.sign === '{' && level.key === undefined;
  return {
    role: isKey ? 'key' : 'value',
    path,
    typed: text.slice(from, offset),
    word: text.slice(from, offset) + word,
    quote,
    item: level.sign === '[',
    flow: true,
    others: isKey ? [...level.others, ...keysBehind(text, offset + word.length)] : level.others,
    colon: /^\s*:/.test(text.slice(offset + word.length)),
    from,
    to: offset + word.length,
  };
}

/** So far behind the cursor keys of the same braces are looked for. */
const mostBehind = 2000;

/** The keys that follow in the same braces. */
function* keysBehind(text: string, from: number): Generator<string> {
  const behind = text.slice(from, from + mostBehind);
  let depth = 0;
  for (const { 0: sign, index } of behind.matchAll(/[[\]{},]/g)) {
    if (sign === '[' || sign === '{') depth++;
    else if (sign === ']' || sign === '}') depth--;
    if (depth < 0) return;
    const key =
      depth === 0 && sign === ',' ? /^,\s*([^\s,:[\]{}]+)\s*:/.exec(behind.slice(index)) : null;
    if (key) yield key[1] as string;
  }
}
