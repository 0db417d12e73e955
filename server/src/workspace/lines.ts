import { lastAtMost } from '../core/search.ts';
import type { Span } from '../core/text.ts';
import { columnsOf, type Encoding } from './columns.ts';

/** A line and a column, both from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** How the columns of a text are counted. */
export interface Counting {
  /** UTF-16 units unless told otherwise, as the protocol does. */
  readonly encoding?: Encoding;
  /**
   * Whether a BOM at the beginning takes up a column. It does in a text that the editor has sent with
   * it; in a file it does not, because editors do not show it.
   */
  readonly withBom?: boolean;
}

/** The only place that knows lines and columns: offsets of a text (UTF-16 units) to positions and back. */
export interface Lines {
  readonly position: (offset: number) => Position;
  readonly offset: (position: Position) => number;
  readonly range: (span: Span) => Range;
  readonly span: (range: Range) => Span;
}

/**
 * Positions in a text. LF, CRLF and a lone CR end a line. What lies outside the text is taken for the
 * nearest place in it, what lies inside a line end or a character for the place before.
 */
export function linesOf(text: string, { encoding = 'utf-16', withBom }: Counting = {}): Lines {
  const starts = lineStarts(text);
  const first = withBom ? 0 : bomLength(text);
  const columns = columnsOf(text, encoding);
  const startOf = (line: number): number => (line === 0 ? first : (starts[line] as number));
  const position = (offset: number): Position => {
    const at = Math.max(first, Math.min(offset, text.length));
    const line = lastAtMost(starts, at);
    const end = Math.max(startOf(line), Math.min(at, lineEnd(text, starts, line)));
    return { line, character: columns.count(startOf(line), end) };
  };
  const offset = (given: Position): number => {
    const { line, character } = wholeNumbers(given);
    if (line < 0) return first;
    if (line >= starts.length) return text.length;
    const end = Math.max(startOf(line), lineEnd(text, starts, line));
    return columns.offset(startOf(line), end, character);
  };
  const range = (span: Span): Range => ({
    start: position(span.from),
    end: position(span.to),
  });
  const span = ({ start, end }: Range): Span => ({
    from: offset(start),
    to: offset(end),
  });
  return { position, offset, range, span };
}

/** Whoever counts on from a fraction of an offset never comes to the end of a text. */
function wholeNumbers({ line, character }: Position): Position {
  if (typeof line !== 'number' || typeof character !== 'number') throw new NoPosition();
  return { line: Math.floor(line), character: Math.floor(character) };
}

/** What should be a position is none. */
export class NoPosition extends TypeError {
  constructor() {
    super('A position has a line and a character, both numbers.');
  }
}

/** A line by its number, and where it begins. */
interface Line {
  readonly line: number;
  readonly start: number;
}

const firstLine: Line = { line: 0, start: 0 };

/**
 * The same for a text of which only a place or two is asked: it counts line ends up to the place instead
 * of keeping where all lines begin. Of a thousand closed documents, that is what an answer needs.
 */
export function countedLines(text: string, counting: Counting = {}): Lines {
  if (text.includes('\r') || bomLength(text)) return linesOf(text, counting);
  const columns = columnsOf(text, counting.encoding ?? 'utf-16');
  const inText = (offset: number): number => Math.max(0, Math.min(offset, text.length));
  /** The line of a place, counted on from one before it. */
  const lineOf = (at: number, { line, start }: Line): Line => {
    let now = line;
    let from = start;
    for (let end = text.indexOf('\n', from); end >= 0 && end < at; end = text.indexOf('\n', from)) {
      now++;
      from = end + 1;
    }
    return { line: now, start: from };
  };
  const positionIn = ({ line, start }: Line, at: number): Position => ({
    line,
    character: columns.count(start, at),
  });
  const position = (offset: number): Position => {
    const at = inText(offset);
    return positionIn(lineOf(at, firstLine), at);
  };
  const range = ({ from, to }: Span): Range => {
    const first = lineOf(inText(from), firstLine);
    const last = lineOf(inText(to), from <= to ? first : firstLine);
    return { start: positionIn(first, inText(from)), end: positionIn(last, inText(to)) };
  };
  const { offset, span } = lazily(() => linesOf(text, counting));
  return { position, range, offset, span };
}

/** Lines that are made when one of these is asked for. */
function lazily(make: () => Lines): Pick<Lines, 'offset' | 'span'> {
  let lines: Lines | undefined;
  const made = () => {
    lines ??= make();
    return lines;
  };
  return { offset: (position) => made().offset(position), span: (range) => made().span(range) };
}

// A key is placed in the text that the findings before it were placed in.
let last: { readonly text: string; readonly starts: readonly number[] } = { text: '', starts: [0] };

function lineStarts(text: string): readonly number[] {
  if (last.text === text) return last.starts;
  const starts = readLineStarts(text);
  last = { text, starts };
  return starts;
}

function readLineStarts(text: string): readonly number[] {
  const starts = [0];
  const hasCr = text.includes('\r');
  if (!hasCr) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 13 && text.charCodeAt(at + 1) === 10) at++;
    if (code === 13 || code === 10) starts.push(at + 1);
  }
  return starts;
}

/** Where the words of a line end, before its line end. */
function lineEnd(text: string, starts: readonly number[], line: number): number {
  let end = starts[line + 1] ?? text.length;
  if (line + 1 >= starts.length) return end;
  const start = starts[line] as number;
  if (end > start && text.charCodeAt(end - 1) === 10) end--;
  if (end > start && text.charCodeAt(end - 1) === 13) end--;
  return end;
}

const bomLength = (text: string): number => (text.charCodeAt(0) === 0xfeff ? 1 : 0);
