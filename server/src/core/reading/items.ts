import type { Attribute, Issue, IssueCode } from '../document.ts';
import type { Piece, Span } from '../text.ts';
import { isIdAt, isIdSign } from './target-signs.ts';

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

/** Full-width forms of ASCII signs as the signs themselves. */
export const narrow = (words: string): string =>
  words
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');

/** Whether other readers of the format (Djot) take this bare value as it is. */
export const isSafeBare = (key: string, value: string): boolean =>
  (key === 'due' || key === 'score' ? safeBareNumber : safeBare).test(value);

/** Whether a stretch holds nothing but letters, digits, `-` and `_`, which all readers take as they are. */
function isOfIdSigns(text: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && isIdSign(text.charCodeAt(at))) at++;
  return at === to;
}

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

/** What is told of items while they are read; numbers are offsets in the text. */
export interface ItemSink {
  /** The first well-formed `#id`, its `#` included. */
  readonly id: (from: number, to: number) => void;
  /** The first `.kind`, its `.` included. */
  readonly kind: (from: number, to: number) => void;
  /** A well-formed `key=value`, of repeated ones the first; the value stands inside its quotes, if any. */
  readonly attribute: (
    key: string,
    from: number,
    equals: number,
    value: number,
    valueEnd: number,
    quoted: boolean,
  ) => void;
  readonly issue: (code: IssueCode, span: Span, about: Span | undefined) => void;
}

/**
 * A reader of what stands between the braces of marks, to be called with the offsets of it; returns how many
 * items of any form there are. Well-formed items hold, of repeated ones the first; what is wrong is an issue.
 */
export function itemReader(text: string, sink: ItemSink): (from: number, to: number) => number {
  let hasId = false;
  let hasKind = false;
  let keys: string[] = [];

  return (from, to) => {
    hasId = false;
    hasKind = false;
    if (keys.length) keys = [];
    let count = 0;
    let at = skipBlanks(text, from, to);
    while (at < to) {
      count++;
      const sign = text.charCodeAt(at);
      if (sign === 35) at = readId(at, to);
      else if (sign === 46) at = readKind(at, to);
      else at = readPair(at, to);
      at = skipBlanks(text, at, to);
    }
    return count;
  };

  function report(code: IssueCode, span: Span, about?: Span): void {
    sink.issue(code, span, about);
  }

  function readId(from: number, to: number): number {
    const end = wordEnd(text, from, to);
    if (!isIdAt(text, from + 1, end)) report('bad-id', { from, to: end });
    else if (hasId) report('two-ids', { from, to: end });
    else {
      hasId = true;
      sink.id(from, end);
    }
    return end;
  }

  function readKind(from: number, to: number): number {
    const end = wordEnd(text, from, to);
    if (hasKind) report('two-kinds', { from, to: end });
    else {
      hasKind = true;
      sink.kind(from, end);
    }
    return end;
  }

  /** Reads `key=value` or whatever was meant to be one; returns the offset behind it. */
  function readPair(from: number, to: number): number {
    const equals = plainEnd(text, from, to);
    if (equals === from) {
      const end = Math.max(from + 1, quoteEnd(text, from, to) ?? wordEnd(text, from, to));
      report('stray-word', { from, to: end });
      return end;
    }
    if (equals >= to || text.charCodeAt(equals) !== 61) return readLooseWord(from, equals, to);
    const value = equals + 1;
    if (value < to && !isBlank(text.charCodeAt(value))) return readValue(from, equals, to);
    const end = looseValue(text, skipBlanks(text, value, to), to);
    const whole = { from, to: end ?? value };
    report(end === undefined ? 'bad-value' : 'space-around-equals', whole, whole);
    return whole.to;
  }

  function readValue(from: number, equals: number, to: number): number {
    const start = equals + 1;
    const closing = quoteEnd(text, start, to);
    if (closing !== undefined && text.charCodeAt(start) === 34) {
      keep(from, equals, start + 1, closing - 1, true);
      return closing;
    }
    if (closing !== undefined) {
      report('wrong-quotes', { from: start, to: closing }, { from, to: closing });
      return closing;
    }
    let quotes = false;
    let doubled = false;
    let end = start;
    for (; end < to; end++) {
      const code = text.charCodeAt(end);
      if (isIdSign(code)) continue;
      if (isBlank(code)) break;
      if (code === 61) doubled = true;
      else if (familyOf(code)) quotes = true;
    }
    const value = { from: start, to: end };
    if (quotes) report('wrong-quotes', value, { from, to: end });
    else if (doubled) report('bad-value', value, { from, to: end });
    else keep(from, equals, start, end, false);
    return end;
  }

  function keep(from: number, equals: number, value: number, end: number, quoted: boolean): void {
    const key = text.slice(from, equals);
    if (keys.includes(key)) {
      report('repeated-key', { from, to: equals }, { from, to: quoted ? end + 1 : end });
      return;
    }
    keys.push(key);
    sink.attribute(key, from, equals, value, end, quoted);
    if (quoted || isOfIdSigns(text, value, end)) return;
    if (isSafeBare(key, text.slice(value, end))) return;
    report('quote-value', { from: value, to: end }, { from, to: end });
  }

  /** A word without `=` behind it: `due = 2031`, `by =japan`, or a word that is no item. */
  function readLooseWord(from: number, wordTo: number, to: number): number {
    const end = wordEnd(text, from, to);
    const equals = skipBlanks(text, end, to);
    if (end === wordTo && text[equals] === '=' && equals < to) {
      const whole = {
        from,
        to: looseValue(text, skipBlanks(text, equals + 1, to), to) ?? equals + 1,
      };
      report('space-around-equals', whole, whole);
      return whole.to;
    }
    report('stray-word', { from, to: end });
    return end;
  }
}

/** A reader of items that makes objects of them. */
export function itemsReader(text: string): (from: number, to: number) => Items {
  let id: Piece | undefined;
  let kind: Piece | undefined;
  let attributes: Attribute[] = [];
  let issues: Issue[] = [];
  const read = itemReader(text, {
    id: (from, to) => {
      id = { from, to, text: text.slice(from + 1, to) };
    },
    kind: (from, to) => {
      kind = { from, to, text: text.slice(from + 1, to) };
    },
    attribute: (key, from, equals, value, end, quoted) => {
      const words = text.slice(value, end);
      attributes.push({
        from,
        to: quoted ? end + 1 : end,
        key: { from, to: equals, text: key },
        value: { from: value, to: end, text: quoted ? unquote(words) : words },
        quoted,
      });
    },
    issue: (code, { from, to }, about) => {
      if (!about) issues.push({ code, from, to });
      else issues.push({ code, from, to, about: { from: about.from, to: about.to } });
    },
  });
  return (from, to) => {
    id = undefined;
    kind = undefined;
    attributes = [];
    issues = [];
    const count = read(from, to);
    return { id, kind, attributes, count, issues };
  };
}

/**
 * Reads the items between the braces of a mark; `from` and `to` are the offsets of what stands
 * between them.
 */
export const readItems = (text: string, from: number, to: number): Items =>
  itemsReader(text)(from, to);

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

/** The value that stands in quotes, without the backslashes it needs there. */
export const unquote = (inner: string): string =>
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
