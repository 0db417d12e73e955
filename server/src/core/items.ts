import type { Attribute, Issue, IssueCode } from './document.ts';
import type { Piece, Span } from './text.ts';

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
const doubleQuotes = '“”„‟"';
const singleQuotes = "'‘’‚‛";

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

/**
 * Reads the items between the braces of a mark; `from` and `to` are the offsets of what stands
 * between them. Well-formed items hold, of repeated ones the first; what is wrong is an issue.
 */
export function readItems(text: string, from: number, to: number): Items {
  const issues: Issue[] = [];
  const attributes: Attribute[] = [];
  let id: Piece | undefined;
  let kind: Piece | undefined;
  let count = 0;
  let at = skipBlanks(text, from, to);

  const report = (code: IssueCode, span: Span, about?: Span) => {
    issues.push(
      about
        ? { code, from: span.from, to: span.to, about }
        : { code, from: span.from, to: span.to },
    );
  };
  const keep = (attribute: Attribute) => {
    if (attributes.some((other) => other.key.text === attribute.key.text)) {
      report('repeated-key', attribute.key, attribute);
      return;
    }
    attributes.push(attribute);
    const { key, value, quoted } = attribute;
    if (!quoted && !isSafeBare(key.text, value.text)) report('quote-value', value, attribute);
  };

  while (at < to) {
    count++;
    const end = wordEnd(text, at, to);
    const sign = text[at];
    if (sign === '#') {
      const piece = { from: at, to: end, text: text.slice(at + 1, end) };
      if (!isId(piece.text)) report('bad-id', piece);
      else if (id) report('two-ids', piece);
      else id = piece;
      at = end;
    } else if (sign === '.') {
      const piece = { from: at, to: end, text: text.slice(at + 1, end) };
      if (kind) report('two-kinds', piece);
      else kind = piece;
      at = end;
    } else {
      at = readPair(text, at, to, report, keep);
    }
    at = skipBlanks(text, at, to);
  }
  return { id, kind, attributes, count, issues };
}

type Report = (code: IssueCode, span: Span, about?: Span) => void;

/** Reads `key=value` or whatever was meant to be one; returns the offset behind it. */
function readPair(
  text: string,
  from: number,
  to: number,
  report: Report,
  keep: (attribute: Attribute) => void,
): number {
  const keyEnd = plainEnd(text, from, to);
  if (keyEnd === from) {
    const end = Math.max(from + 1, quoteEnd(text, from, to) ?? wordEnd(text, from, to));
    report('stray-word', { from, to: end });
    return end;
  }
  const key = { from, to: keyEnd, text: text.slice(from, keyEnd) };
  if (text[keyEnd] !== '=' || keyEnd >= to) return readLooseWord(text, key, to, report);
  const valueFrom = keyEnd + 1;
  if (valueFrom >= to || isBlank(text.charCodeAt(valueFrom))) {
    const value = looseValue(text, skipBlanks(text, valueFrom, to), to);
    if (value === undefined) {
      report('bad-value', { from, to: valueFrom }, { from, to: valueFrom });
      return valueFrom;
    }
    report('space-around-equals', { from, to: value }, { from, to: value });
    return value;
  }
  return readValue(text, key, valueFrom, to, report, keep);
}

function readValue(
  text: string,
  key: Piece,
  from: number,
  to: number,
  report: Report,
  keep: (attribute: Attribute) => void,
): number {
  const closing = quoteEnd(text, from, to);
  if (text[from] === '"' && closing !== undefined) {
    const value = {
      from: from + 1,
      to: closing - 1,
      text: unquote(text.slice(from + 1, closing - 1)),
    };
    keep({ from: key.from, to: closing, key, value, quoted: true });
    return closing;
  }
  if (closing !== undefined) {
    report('wrong-quotes', { from, to: closing }, { from: key.from, to: closing });
    return closing;
  }
  const end = wordEnd(text, from, to);
  const value = { from, to: end, text: text.slice(from, end) };
  const whole = { from: key.from, to: end };
  if (/["'“”‘’„‟‚‛]/.test(value.text)) report('wrong-quotes', value, whole);
  else if (value.text.includes('=')) report('bad-value', value, whole);
  else keep({ ...whole, key, value, quoted: false });
  return end;
}

/** A word without `=` behind it: `due = 2031`, `by =japan`, or a word that is no item. */
function readLooseWord(text: string, word: Piece, to: number, report: Report): number {
  const end = wordEnd(text, word.from, to);
  const equals = skipBlanks(text, end, to);
  if (end === word.to && text[equals] === '=' && equals < to) {
    const value = looseValue(text, skipBlanks(text, equals + 1, to), to) ?? equals + 1;
    report('space-around-equals', { from: word.from, to: value }, { from: word.from, to: value });
    return value;
  }
  report('stray-word', { from: word.from, to: end });
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

/** The end of a quoted value of any kind of quotes that begins at `from`, its closing quote included. */
function quoteEnd(text: string, from: number, to: number): number | undefined {
  const sign = text[from] as string;
  if (from >= to) return undefined;
  if (sign === '"') {
    for (let at = from + 1; at < to; at++) {
      if (text[at] === '"') return at + 1;
      if (text[at] === '\\' && (text[at + 1] === '"' || text[at + 1] === '\\')) at++;
    }
    return undefined;
  }
  const family = doubleQuotes.includes(sign)
    ? doubleQuotes
    : singleQuotes.includes(sign)
      ? singleQuotes
      : '';
  if (!family) return undefined;
  for (let at = from + 1; at < to; at++) if (family.includes(text[at] as string)) return at + 1;
  return undefined;
}

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
  if (`${doubleQuotes}${singleQuotes}=`.includes(text[from] as string)) return from;
  let at = from;
  while (at < to && text[at] !== '=' && !isBlank(text.charCodeAt(at))) at++;
  return at;
}
