import type { Span } from '../../core/text.ts';
import { flowPlace } from './yaml-flow.ts';
import { unquoted, type YamlPlace } from './yaml-place.ts';

interface Line {
  readonly from: number;
  /** Where what it says begins, dashes of lists left out. */
  readonly content: number;
  readonly to: number;
  readonly dash: boolean;
}

const keyForm =
  /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'#,[\]{}&*!|>%@`-][^\n\r]*?|-[^\s][^\n\r]*?)[ \t]*:(?=[ \t]|$)/;

/** So many lines above the cursor may open the brackets it stands in. */
const mostFlowLines = 200;

/** The place of `offset` in the YAML at `inner` of a text; undefined in comments and inside keys' values that are closed. */
export function yamlPlace(text: string, inner: Span, offset: number): YamlPlace | undefined {
  const line = lineAt(text, inner, offset);
  return flowAround(text, inner, line, offset) ?? blockPlace(text, inner, line, offset);
}

function lineAt(text: string, inner: Span, offset: number): Line {
  let from = offset;
  while (from > inner.from && !isLineEnd(text, from - 1)) from--;
  let to = offset;
  while (to < inner.to && !isLineEnd(text, to)) to++;
  return lineOf(text, from, to);
}

function lineOf(text: string, from: number, to: number): Line {
  const lead = /^ *(?:-(?: +|$))*/.exec(text.slice(from, to))?.[0] ?? '';
  return { from, content: from + lead.length, to, dash: lead.includes('-') };
}

const isLineEnd = (text: string, at: number): boolean => text[at] === '\n' || text[at] === '\r';

/** The lines above one, the nearest first; those that say nothing left out. */
function* linesAbove(text: string, inner: Span, { from }: Line): Generator<Line> {
  let end = from;
  while (end > inner.from) {
    let to = end - 1;
    if (text[to] === '\n' && text[to - 1] === '\r') to--;
    let start = to;
    while (start > inner.from && !isLineEnd(text, start - 1)) start--;
    const line = lineOf(text, start, to);
    if (line.content < to && text[line.content] !== '#') yield line;
    end = start;
  }
}

interface KeyAt {
  readonly key: string;
  /** Where its value begins. */
  readonly value: number;
}

function keyIn(text: string, { content, to }: Line): KeyAt | undefined {
  const words = text.slice(content, to);
  const match = keyForm.exec(words);
  if (!match) return undefined;
  const rest = words.slice(match[0].length);
  const blanks = rest.length - rest.trimStart().length;
  return { key: unquoted(match[1] as string), value: content + match[0].length + blanks };
}

/** The keys that lead to a line, the outermost first. */
function keysTo(text: string, inner: Span, line: Line): string[] {
  const keys: string[] = [];
  let indent = line.content - line.from;
  // An item may stand as far left as the key of its list.
  let least = line.dash ? dashAt(text, line) + 1 : indent;
  for (const above of linesAbove(text, inner, line)) {
    if (indent === 0 && !line.dash) break;
    const found = keyIn(text, above);
    const own = above.content - above.from;
    if (!found || own >= least) continue;
    keys.unshift(found.key);
    indent = own;
    least = above.dash ? dashAt(text, above) + 1 : own;
    if (own === 0) break;
  }
  return keys;
}

const dashAt = (text: string, { from, to }: Line): number => text.slice(from, to).indexOf('-');

/** The place in brackets or braces that are open at the cursor. */
function flowAround(text: string, inner: Span, line: Line, offset: number): YamlPlace | undefined {
  let found: YamlPlace | undefined;
  let count = 0;
  for (const above of [line, ...linesAbove(text, inner, line)]) {
    if (count++ > mostFlowLines) break;
    const key = keyIn(text, above);
    const value = key?.value ?? above.content;
    if (value < offset && (text[value] === '[' || text[value] === '{')) {
      const keys = () => [...keysTo(text, inner, above), ...(key ? [key.key] : [])];
      found = flowPlace(text, value, offset, keys) ?? found;
    }
    if (above.content === above.from && above !== line) break;
  }
  return found;
}

function blockPlace(text: string, inner: Span, line: Line, offset: number): YamlPlace | undefined {
  if (offset < line.content) return undefined;
  const key = keyIn(text, { ...line, to: offset });
  const path = keysTo(text, inner, line);
  if (key && key.value <= offset) {
    return scalarPlace(text, key.value, offset, line.to, {
      role: 'value',
      path: [...path, key.key],
    });
  }
  if (line.dash) {
    return scalarPlace(text, line.content, offset, line.to, { role: 'value', path, item: true });
  }
  const others = [...keysBeside(text, inner, line)];
  return scalarPlace(text, line.content, offset, line.to, { role: 'key', path, others });
}

/** The keys of the table that a line of it belongs to, but for its own. */
function* keysBeside(text: string, inner: Span, line: Line): Generator<string> {
  const indent = line.content - line.from;
  for (const lines of [linesAbove(text, inner, line), linesBelow(text, inner, line)]) {
    for (const other of lines) {
      const own = other.content - other.from;
      if (own < indent) break;
      const key = own === indent && !other.dash ? keyIn(text, other)?.key : undefined;
      if (key !== undefined) yield key;
    }
  }
}

function* linesBelow(text: string, inner: Span, { to }: Line): Generator<Line> {
  let end = to;
  while (end < inner.to) {
    const from = end + (text.startsWith('\r\n', end) ? 2 : 1);
    end = from;
    while (end < inner.to && !isLineEnd(text, end)) end++;
    const line = lineOf(text, from, end);
    if (line.content < end && text[line.content] !== '#') yield line;
  }
}

/** A scalar that is being written from `from` on, outside brackets. */
function scalarPlace(
  text: string,
  from: number,
  offset: number,
  end: number,
  place: Pick<YamlPlace, 'role' | 'path'> & Partial<Pick<YamlPlace, 'item' | 'others'>>,
): YamlPlace | undefined {
  const written = text.slice(from, offset);
  if (/(^|\s)#/.test(written)) return undefined;
  const quote = /^["']?/.exec(written)?.[0] ?? '';
  const behind = text.slice(offset, end);
  const rest = place.role === 'key' ? /^[^\s:#]*/ : /^[^#]*?(?=\s*(?:#|$))/;
  const found = rest.exec(behind)?.[0] ?? '';
  const closing = quote && found.endsWith(quote) ? found.slice(0, -1) : found;
  return {
    role: place.role,
    path: place.path,
    item: place.item ?? false,
    others: place.others ?? [],
    word: written.slice(quote.length) + closing,
    from: from + quote.length,
    to: offset + closing.length,
    typed: written.slice(quote.length),
    quote,
    flow: false,
    colon: /^\s*:/.test(behind.slice(found.length)),
  };
}
