/**
 * How the search for the `}` of a `{` ended: the place of the `}`; `OPEN`; or below that, `QUOTE` minus
 * the place of a double quote that is never closed. Numbers, because there is one for every mark read.
 */
export type Brace = number;

const OPEN = -1;
const QUOTE = -2;

/** Whether the braces are closed. */
export const isClosed = (brace: Brace): boolean => brace >= 0;

/** The place of the quote that is never closed, or undefined where that is not the reason. */
export const openQuoteOf = (brace: Brace): number | undefined =>
  brace <= QUOTE ? QUOTE - brace : undefined;

/**
 * A search for closing braces in one paragraph, `[from, to)` of `text`. A `}` inside double quotes
 * does not count and a `{` outside them ends the search. Searches may overlap without end on hostile
 * input; once they have read the paragraph twice over, a table made from right to left answers.
 */
export function braceSearch(text: string, from: number, to: number): (brace: number) => Brace {
  let budget = 2 * (to - from) + 64;
  let table: Int32Array | undefined;
  return (brace) => {
    if (table) return fromTable(table, from, brace);
    const end = searchEnd(text, brace + 1, to);
    budget -= end - brace;
    if (budget < 0) table = closingTable(text, from, to);
    if (end < to) return text.charCodeAt(end) === 125 ? end : OPEN;
    return openQuote(text, brace + 1, to);
  };
}

/** Where the search ends: at a `}` or `{` outside quotes, or at the paragraph's end. */
function searchEnd(text: string, from: number, to: number): number {
  let quoted = false;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) quoted = !quoted;
    else if (quoted) {
      if (code === 92 && isQuoteEscape(text.charCodeAt(at + 1))) at++;
    } else if (code === 125 || code === 123) return at;
  }
  return to;
}

/** Which quote is open where a search came to the paragraph's end. */
function openQuote(text: string, from: number, to: number): Brace {
  let quote = -1;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) quote = quote < 0 ? at : -1;
    else if (quote >= 0 && code === 92 && isQuoteEscape(text.charCodeAt(at + 1))) at++;
  }
  return quote < 0 ? OPEN : QUOTE - quote;
}

const isQuoteEscape = (code: number): boolean => code === 34 || code === 92;

/** For each place, read as outside quotes, how the search from there ends; places count from `from`. */
function closingTable(text: string, from: number, to: number): Int32Array {
  const size = to - from;
  const outside = new Int32Array(size + 2).fill(OPEN);
  const inside = new Int32Array(size + 2).fill(QUOTE);
  for (let i = size - 1; i >= 0; i--) {
    const code = text.charCodeAt(from + i);
    const after = inside[i + 1] as number;
    if (code === 34) outside[i] = after === QUOTE ? QUOTE - i : after;
    else outside[i] = code === 125 ? i : code === 123 ? OPEN : (outside[i + 1] as number);
    const escaped = code === 92 && i + 1 < size && isQuoteEscape(text.charCodeAt(from + i + 1));
    if (code === 34) inside[i] = outside[i + 1] as number;
    else inside[i] = escaped ? (inside[i + 2] as number) : after;
  }
  return outside;
}

function fromTable(table: Int32Array, from: number, brace: number): Brace {
  const value = table[brace + 1 - from] as number;
  if (value >= 0) return from + value;
  return value === OPEN ? OPEN : value - from;
}
