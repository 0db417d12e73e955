import type { Span } from '../text.ts';
import type { Value, YamlIssue } from '../yaml/yaml.ts';
import { readYaml } from '../yaml/yaml.ts';
import { frontKeys } from './keys.ts';

/** The front matter of a document: its place and what it holds. */
export interface FrontMatter {
  /** From the opening `---` to the end of what strip leaves out (the one empty line included). */
  readonly span: Span;
  /** The YAML between the two lines of `---`. */
  readonly inner: Span;
  /** What the YAML says; a scalar or list where somebody wrote no map. */
  readonly value: Value | undefined;
  /** What the YAML reader found wrong, with offsets in the document. */
  readonly issues: readonly YamlIssue[];
}

export interface FrontReading {
  readonly front: FrontMatter | undefined;
  /** Where the body begins: after the front matter, else after a BOM, else 0. */
  readonly body: number;
  /** The opening `---` of a front matter that is never closed, and so is none. */
  readonly unclosed: Span | undefined;
  /** The opening `---` of what would be a front matter, did no blank line stand before it. */
  readonly late: Span | undefined;
}

/** Longer front matter holds, but what it says is not read (UTF-16 units). */
const longest = 200_000;

/**
 * Finds the front matter at the very start of a text, by its lines alone, and reads what it says.
 * Offsets are UTF-16 offsets in `text`. Never throws.
 */
export function readFrontMatter(text: string): FrontReading {
  const { start, inner, body, unclosed, late } = findFrontMatter(text);
  if (!inner) return { front: undefined, body, unclosed, late };
  const { value, issues } = readYaml(text.slice(inner.from, inner.to), inner.from, longest);
  return { front: { span: { from: start, to: body }, inner, value, issues }, body, unclosed, late };
}

interface FrontPlace extends Omit<FrontReading, 'front'> {
  /** Where a front matter would begin. */
  readonly start: number;
  /** The YAML between the two lines of `---`; undefined where there are no such two. */
  readonly inner: Span | undefined;
}

/** Where the front matter stands, and the body begins; what it says is not read. */
export function findFrontMatter(text: string): FrontPlace {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const from = opened(text, start);
  const none = { start, inner: undefined, body: start, unclosed: undefined, late: undefined };
  if (from === undefined) return { ...none, late: lateIn(text, start) };
  const closing = closingLine(text, from);
  if (closing === undefined) {
    // A file of nothing but `---` is text like any other.
    const unclosed = /\S/.test(text.slice(from)) ? { from: start, to: start + 3 } : undefined;
    return { ...none, unclosed };
  }
  return { ...none, inner: { from, to: closing.from }, body: closing.to };
}

const knownKey = new RegExp(`^(?:${frontKeys.join('|')})[ \\t]*:`, 'm');

/** The `---` behind blank lines that begins lines with keys of a front matter, up to another `---`. */
function lateIn(text: string, start: number): Span | undefined {
  let at = start;
  while (/[ \t\r\n]/.test(text.charAt(at))) at++;
  if (at === start || eolLength(text, at - 1) === 0) return undefined;
  const from = opened(text, at);
  const closing = from === undefined ? undefined : closingLine(text, from);
  const isFront = closing && knownKey.test(text.slice(from, closing.from));
  return isFront ? { from: at, to: at + 3 } : undefined;
}

/** Where the line after the opening `---` begins; undefined when the text does not open that way. */
function opened(text: string, start: number): number | undefined {
  if (!text.startsWith('---', start)) return undefined;
  const eol = eolLength(text, start + 3);
  return eol === 0 ? undefined : start + 3 + eol;
}

/** From the closing `---` to the end of what belongs to it: its line end and one empty line. */
function closingLine(text: string, from: number): Span | undefined {
  let line = from;
  while (line < text.length) {
    const end = text.startsWith('---', line) ? afterBlanks(text, line + 3) : line;
    if (end > line) {
      const eol = eolLength(text, end);
      if (eol > 0) return { from: line, to: end + eol + eolLength(text, end + eol) };
      if (end === text.length) return { from: line, to: end };
    }
    const next = nextLine(text, line);
    if (next === undefined) return undefined;
    line = next;
  }
  return undefined;
}

function afterBlanks(text: string, from: number): number {
  let pos = from;
  while (text[pos] === ' ' || text[pos] === '\t') pos++;
  return pos;
}

function nextLine(text: string, from: number): number | undefined {
  for (let pos = from; pos < text.length; pos++) {
    const eol = eolLength(text, pos);
    if (eol > 0) return pos + eol;
  }
  return undefined;
}

/** 1 for LF and lone CR, 2 for CRLF, 0 for anything else. */
function eolLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === 10) return 1;
  if (code !== 13) return 0;
  return text.charCodeAt(at + 1) === 10 ? 2 : 1;
}
