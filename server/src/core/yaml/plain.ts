import type { Entry, List, Scalar, Table, Value } from './value.ts';

// Nearly every front matter and codebook is plain: keys, words, quotes without escapes, lists and
// tables on one line, blocks by indentation. Reading that here is some fifty times faster than
// the library. In any doubt this reader declines, and a property test shows that what it does not
// decline comes out as the library reads it.

const deepest = 40;
const longestKey = 200;
const key = /[A-Za-z0-9_](?:[\w .-]*[\w.-])?:(?=[ \r\n]|$)/y;
const flowKey = /[A-Za-z0-9_](?:[\w .-]*[\w.-])?:(?= )/y;

const declined = Symbol('declined');
type Declined = typeof declined;

interface Reader {
  readonly text: string;
  readonly at: number;
  /** Where the next line with something on it begins, its blanks passed over; the text's end after the last. */
  pos: number;
  /** The column of `pos`, or -1 at the end. */
  column: number;
}

/** Reads plain YAML; undefined where only the library can tell what the text says. */
export function readPlainYaml(text: string, at: number): { value: Value | undefined } | undefined {
  const reader: Reader = { text, at, pos: text.charCodeAt(0) === 0xfeff ? 1 : 0, column: 0 };
  if (!nextLine(reader)) return undefined;
  if (reader.column === -1) return { value: undefined };
  const value = block(reader, reader.column, 0);
  return value === declined || reader.column !== -1 ? undefined : { value };
}

/** Moves to the next line that holds more than blanks or a comment; false where a tab or the like stands before it. */
function nextLine(reader: Reader): boolean {
  const { text } = reader;
  let start = reader.pos;
  for (let pos = start; pos < text.length; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 32) continue;
    if (code === 10 || code === 13) {
      start = pos + 1;
      continue;
    }
    if (code === 35) {
      pos = lineEnd(text, pos) - 1;
      continue;
    }
    reader.pos = pos;
    reader.column = pos - start;
    return code > 32;
  }
  reader.pos = text.length;
  reader.column = -1;
  return true;
}

function lineEnd(text: string, from: number): number {
  let pos = from;
  while (pos < text.length && !isLineEnd(text.charCodeAt(pos))) pos++;
  return pos;
}

const isLineEnd = (code: number): boolean => code === 10 || code === 13;

function block(reader: Reader, column: number, depth: number): Value | Declined {
  if (depth > deepest) return declined;
  return isDash(reader) ? list(reader, column, depth) : table(reader, column, depth);
}

const isDash = ({ text, pos }: Reader): boolean =>
  text.charCodeAt(pos) === 45 && text.charCodeAt(pos + 1) === 32;

function list(reader: Reader, column: number, depth: number): List | Declined {
  const from = reader.pos;
  const items: Value[] = [];
  while (reader.column === column && isDash(reader)) {
    const start = afterBlanks(reader.text, reader.pos + 1);
    reader.column += start - reader.pos;
    reader.pos = start;
    const item =
      keyAt(reader) > 0 ? table(reader, reader.column, depth + 1) : inline(reader, column);
    if (item === declined) return declined;
    items.push(item);
  }
  const last = items[items.length - 1];
  if (reader.column > column || last === undefined) return declined;
  return { type: 'list', from: from + reader.at, to: last.to, items };
}

function table(reader: Reader, column: number, depth: number): Table | Declined {
  if (depth > deepest) return declined;
  const entries: Entry[] = [];
  const names = new Set<string>();
  while (reader.column === column) {
    const entry = blockEntry(reader, column, depth);
    if (entry === undefined) break;
    if (entry === declined) return declined;
    entries.push(entry);
    names.add(entry.key.text);
  }
  const first = entries[0];
  const last = entries[entries.length - 1];
  if (reader.column > column || names.size < entries.length) return declined;
  if (first === undefined || last === undefined) return declined;
  return { type: 'table', from: first.from, to: last.to, entries };
}

/** Length of the key at the reader's place without its colon; 0 where there is none. */
function keyAt(reader: Reader): number {
  key.lastIndex = reader.pos;
  return key.test(reader.text) ? key.lastIndex - reader.pos - 1 : 0;
}

function blockEntry(reader: Reader, column: number, depth: number): Entry | Declined | undefined {
  const length = keyAt(reader);
  if (length === 0 || length > longestKey) return undefined;
  const name = scalar(reader, reader.pos, reader.pos + length);
  const colon = reader.pos + length + 1;
  reader.pos = afterBlanks(reader.text, colon);
  const value = isRestEmpty(reader, colon) ? below(reader, column, depth) : inline(reader, column);
  if (value === declined) return declined;
  return entryOf(name, value, colon + reader.at);
}

const entryOf = (name: Scalar, value: Value | undefined, colon: number): Entry => ({
  from: name.from,
  to: value === undefined ? colon : value.to,
  key: name,
  value,
});

function isRestEmpty({ text, pos }: Reader, colon: number): boolean {
  if (pos >= text.length || isLineEnd(text.charCodeAt(pos))) return true;
  return text.charCodeAt(pos) === 35 && pos > colon;
}

/** What stands on the lines below `key:`; a list may stand under its key without indentation. */
function below(reader: Reader, column: number, depth: number): Value | Declined | undefined {
  reader.pos = lineEnd(reader.text, reader.pos);
  if (!nextLine(reader)) return declined;
  if (reader.column > column) return block(reader, reader.column, depth + 1);
  return reader.column === column && isDash(reader) ? list(reader, column, depth + 1) : undefined;
}

/** A value on the rest of the line. A further line that is indented more would be part of it. */
function inline(reader: Reader, column: number): Value | Declined {
  const value = flow(reader, reader.pos, false, 0);
  if (value === declined) return declined;
  const end = value.to - reader.at;
  reader.pos = afterBlanks(reader.text, end);
  if (!isRestEmpty(reader, end)) return declined;
  reader.pos = lineEnd(reader.text, reader.pos);
  return nextLine(reader) && reader.column <= column ? value : declined;
}

function afterBlanks(text: string, from: number): number {
  let pos = from;
  while (text.charCodeAt(pos) === 32) pos++;
  return pos;
}

/** A value within one line; `inside` a list or table its commas and brackets end a plain one. */
function flow(reader: Reader, from: number, inside: boolean, depth: number): Value | Declined {
  const sign = reader.text[from];
  if (sign === '"' || sign === "'") return quoted(reader, from, sign);
  if (depth > deepest) return declined;
  if (sign === '[') return flowList(reader, from, depth);
  if (sign === '{') return flowTable(reader, from, depth);
  return plain(reader, from, inside);
}

function flowList(reader: Reader, from: number, depth: number): List | Declined {
  const { text, at } = reader;
  const items: Value[] = [];
  let pos = afterBlanks(text, from + 1);
  while (text[pos] !== ']') {
    if (items.length > 0) {
      if (text[pos] !== ',') return declined;
      pos = afterBlanks(text, pos + 1);
    }
    const item = flow(reader, pos, true, depth + 1);
    if (item === declined) return declined;
    items.push(item);
    pos = afterBlanks(text, item.to - at);
  }
  return { type: 'list', from: from + at, to: pos + 1 + at, items };
}

function flowTable(reader: Reader, from: number, depth: number): Table | Declined {
  const { text, at } = reader;
  const entries: Entry[] = [];
  const names = new Set<string>();
  let pos = afterBlanks(text, from + 1);
  while (text[pos] !== '}') {
    if (entries.length > 0) {
      if (text[pos] !== ',') return declined;
      pos = afterBlanks(text, pos + 1);
    }
    flowKey.lastIndex = pos;
    if (!flowKey.test(text) || flowKey.lastIndex - pos > longestKey) return declined;
    const name = scalar(reader, pos, flowKey.lastIndex - 1);
    const value = flow(reader, afterBlanks(text, flowKey.lastIndex), true, depth + 1);
    if (value === declined || names.has(name.text)) return declined;
    names.add(name.text);
    entries.push(entryOf(name, value, 0));
    pos = afterBlanks(text, value.to - at);
  }
  return { type: 'table', from: from + at, to: pos + 1 + at, entries };
}

function quoted({ text, at }: Reader, from: number, sign: string): Scalar | Declined {
  let to = from + 1;
  while (text[to] !== sign) {
    const code = text.charCodeAt(to);
    // Past the end the code is NaN, which is not >= 32 either.
    if (!(code >= 32) || code === 92) return declined;
    to++;
  }
  if (text[to + 1] === "'") return declined;
  const words = text.slice(from + 1, to);
  return { type: 'scalar', from: from + at, to: to + 1 + at, text: words, quoted: true };
}

const signs = '-?:,[]{}#&*!|>\'"%@`\\';

function plain(reader: Reader, from: number, inside: boolean): Scalar | Declined {
  const { text } = reader;
  if (from >= text.length || signs.includes(text.charAt(from))) return declined;
  let to = from;
  for (let pos = from; pos < text.length; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 32) continue;
    if (isLineEnd(code) || (code === 35 && to < pos)) break;
    if (inside && (code === 44 || code === 93 || code === 125)) break;
    if (code < 32 || code === 127 || code === 0xfeff) return declined;
    if (inside && (code === 91 || code === 123 || code === 58 || code === 35)) return declined;
    if (code === 58 && !(text.charCodeAt(pos + 1) > 32)) return declined;
    to = pos + 1;
  }
  return to === from ? declined : scalar(reader, from, to);
}

const scalar = ({ text, at }: Reader, from: number, to: number): Scalar => ({
  type: 'scalar',
  from: from + at,
  to: to + at,
  text: text.slice(from, to),
  quoted: false,
});
