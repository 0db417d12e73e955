import type { Attribute, Issue, IssueCode } from '../document.ts';
import type { Piece, Span } from '../text.ts';

/** What stands between the braces of a mark. */
export interface Items {
  readonly id: Piece | undefined;
  readonly kind: Piece | undefined;
  readonly attributes: readonly Attribute[];
  readonly count: number;
  readonly issues: readonly Issue[];
}

const idForm = /^[A-Za-z][A-Za-z0-9_-]*$/;
const nameForm = /^[a-z][a-z0-9-]*$/;
const anyItem =
  /(?:^|[ \t\r\n])(?:#[A-Za-z][A-Za-z0-9_-]*|\.[a-z][a-z0-9-]*|[a-z][a-z0-9-]*=[^\r\n]*)(?=$|[ \t\r\n])/;
const safeBare = /^[A-Za-z0-9:_-]*$/;
const safeBareNumber = /^[A-Za-z0-9:_+/~-]*$/;

/** Whether `name` may name a mark or an entity: ASCII, begins with a letter. */
export const isId = (name: string): boolean => idForm.test(name);

/** Whether `name` may name a kind, an attribute or a relation. */
export const isName = (name: string): boolean => nameForm.test(name);

/** Whether the text between two braces holds at least one item of the form `#id`, `.name` or `name=`. */
export const readsAsAttributes = (inner: string): boolean => anyItem.test(inner);

/** Whether other readers of the format (Djot) take this bare value as it is. */
export const isSafeBare = (key: string, value: string): boolean =>
  (key === 'due' || key === 'score' ? safeBareNumber : safeBare).test(value);

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

/** The items while they are read. */
interface Reading {
  id: Piece | undefined;
  kind: Piece | undefined;
  readonly attributes: Attribute[];
  readonly issues: Issue[];
}

/**
 * Reads the items between the braces of a mark; `from` and `to` are the offsets of what stands
 * between them. Well-formed items hold, of repeated ones the first; what is wrong is an issue.
 */
export function readItems(text: string, from: number, to: number): Items {
  const items: Reading = { id: undefined, kind: undefined, attributes: [], issues: [] };
  let count = 0;
  let at = skipBlanks(text, from, to);
  while (at < to) {
    count++;
    const sign = text.charCodeAt(at);
    if (sign === 35) at = readId(text, at, to, items);
    else if (sign === 46) at = readKind(text, at, to, items);
    else at = readPair(text, at, to, items);
    at = skipBlanks(text, at, to);
  }
  return {
    id: items.id,
    kind: items.kind,
    attributes: items.attributes,
    count,
    issues: items.issues,
  };
}

function readId(text: string, from: number, to: number, items: Reading): number {
  const end = wordEnd(text, from, to);
  const piece = { from, to: end, text: text.slice(from + 1, end) };
  if (!isId(piece.text)) report(items, 'bad-id', piece);
  else if (items.id) report(items, 'two-ids', piece);
  else items.id = piece;
  return end;
}

function readKind(text: string, from: number, to: number, items: Reading): number {
  const end = wordEnd(text, from, to);
  const piece = { from, to: end, text: text.slice(from + 1, end) };
  if (items.kind) report(items, 'two-kinds', piece);
  else items.kind = piece;
  return end;
}

function report(items: Reading, code: IssueCode, { from, to }: Span, about?: Span): void {
  if (!about) items.issues.push({ code, from, to });
  else items.issues.push({ code, from, to, about: { from: about.from, to: about.to } });
}

function keep(items: Reading, attribute: Attribute): void {
  const { key, value, quoted } = attribute;
  for (const other of items.attributes) {
    if (other.key.text !== key.text) continue;
    report(items, 'repeated-key', key, attribute);
    return;
  }
  items.attributes.push(attribute);
  if (!quoted && !isSafeBare(key.text, value.text)) report(items, 'quote-value', value, attribute);
}

/** Reads `key=value` or whatever was meant to be one; returns the offset behind it. */
function readPair(text: string, from: number, to: number, items: Reading): number {
  const keyEnd = plainEnd(text, from, to);
  if (keyEnd === from) {
    const end = Math.max(from + 1, quoteEnd(text, from, to) ?? wordEnd(text, from, to));
    report(items, 'stray-word', { from, to: end });
    return end;
  }
  const key = { from, to: keyEnd, text: text.slice(from, keyEnd) };
  if (keyEnd >= to || text.charCodeAt(keyEnd) !== 61) return readLooseWord(text, key, to, items);
  const valueFrom = keyEnd + 1;
  if (valueFrom < to && !isBlank(text.charCodeAt(valueFrom))) {
    return readValue(text, key, valueFrom, to, items);
  }
  const end = looseValue(text, skipBlanks(text, valueFrom, to), to);
  const whole = { from, to: end ?? valueFrom };
  report(items, end === undefined ? 'bad-value' : 'space-around-equals', whole, whole);
  return whole.to;
}

function readValue(text: string, key: Piece, from: number, to: number, items: Reading): number {
  const closing = quoteEnd(text, from, to);
  if (closing !== undefined && text.charCodeAt(from) === 34) {
    const inner = {
      from: from + 1,
      to: closing - 1,
      text: unquote(text.slice(from + 1, closing - 1)),
    };
    keep(items, { from: key.from, to: closing, key, value: inner, quoted: true });
    return closing;
  }
  if (closing !== undefined) {
    report(items, 'wrong-quotes', { from, to: closing }, { from: key.from, to: closing });
    return closing;
  }
  let quotes = false;
  let equals = false;
  let end = from;
  for (; end < to; end++) {
    const code = text.charCodeAt(end);
    if (isBlank(code)) break;
    if (code === 61) equals = true;
    else if (familyOf(code)) quotes = true;
  }
  const value = { from, to: end, text: text.slice(from, end) };
  const whole = { from: key.from, to: end };
  if (quotes) report(items, 'wrong-quotes', value, whole);
  else if (equals) report(items, 'bad-value', value, whole);
  else keep(items, { from: key.from, to: end, key, value, quoted: false });
  return end;
}

/** A word without `=` behind it: `due = 2031`, `by =japan`, or a word that is no item. */
function readLooseWord(text: string, word: Piece, to: number, items: Reading): number {
  const end = wordEnd(text, word.from, to);
  const equals = skipBlanks(text, end, to);
  if (end === word.to && text[equals] === '=' && equals < to) {
    const value = looseValue(text, skipBlanks(text, equals + 1, to), to) ?? equals + 1;
    report(
      items,
      'space-around-equals',
      { from: word.from, to: value },
      { from: word.from, to: value },
    );
    return value;
  }
  report(items, 'stray-word', { from: word.from, to: end });
  return end;
}

/** The end of a value that stands alone, or undefined where the next item begins instead. */
function looseValue(text: string, from: number, to: number): number | undefined {
  if (from >= to || text[from] === '#' || text[from] === '.') return undefined;
  const quoted = quoteEnd(text, from, to);
  if (quoted !== undefined) return quoted;
  const end = wordEnd(text, from, to);
  return text.slice(from, end).includes('=') ? undefined : end;
}

/** Straight, single and double quotes of any form belong to a family that may close one another. */
function familyOf(code: number): 'double' | 'single' | undefined {
  if (code === 34 || (code >= 0x201c && code <= 0x201f)) return 'double';
  return code === 39 || (code >= 0x2018 && code <= 0x201b) ? 'single' : undefined;
}

/** The end of a quoted value of any kind of quotes that begins at `from`, its closing quote included. */
function quoteEnd(text: string, from: number, to: number): number | undefined {
  if (from >= to) return undefined;
  const sign = text.charCodeAt(from);
  const family = familyOf(sign);
  if (!family) return undefined;
  for (let at = from + 1; at < to; at++) {
    const code = text.charCodeAt(at);
    if (sign === 34 && code === 92 && isQuoteEscape(text.charCodeAt(at + 1))) at++;
    else if (sign === 34 ? code === 34 : familyOf(code) === family) return at + 1;
  }
  return undefined;
}

const isQuoteEscape = (code: number): boolean => code === 34 || code === 92;

const unquote = (inner: string): string =>
  inner.includes('\\') ? inner.replace(/\\(["\\])/g, '$1') : inner;

/** Writes a value as it stands in braces, quotes included. */
export const quote = (value: string): string => `"${value.replace(/["\\]/g, '\\$&')}"`;

function skipBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(text.charCodeAt(at))) at++;
  return at;
}

function wordEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && !isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** The end of a run of characters that may stand in a key: no blank, no `=`, no quote at its start. */
function plainEnd(text: string, from: number, to: number): number {
  let at = from;
  if (familyOf(text.charCodeAt(at))) return from;
  while (at < to && text.charCodeAt(at) !== 61 && !isBlank(text.charCodeAt(at))) at++;
  return at;
}
