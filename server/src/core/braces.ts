/** How the search for the `}` of a `{` ended. */
export type Brace =
  | { readonly found: 'closed'; readonly at: number }
  | { readonly found: 'open' }
  | { readonly found: 'quote'; readonly at: number };

const OPEN = -1;
const QUOTE = -2;

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
    const result = search(text, brace + 1, to);
    budget -= result.read;
    if (budget < 0) table = closingTable(text, from, to);
    return result.brace;
  };
}

function search(text: string, from: number, to: number): { brace: Brace; read: number } {
  let quote = -1;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (quote >= 0) {
      if (code === 34) quote = -1;
      else if (code === 92 && isQuoteEscape(text.charCodeAt(at + 1)) && at + 1 < to) at++;
    } else if (code === 34) quote = at;
    else if (code === 125) return { brace: { found: 'closed', at }, read: at - from + 1 };
    else if (code === 123) return { brace: { found: 'open' }, read: at - from + 1 };
  }
  const brace: Brace = quote >= 0 ? { found: 'quote', at: quote } : { found: 'open' };
  return { brace, read: to - from };
}

const isQuoteEscape = (code: number): boolean => code === 34 || code === 92;

/** For each place, read as outside quotes, where the search ends: the `}`, OPEN, or QUOTE minus the quote's place. */
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
  if (value >= 0) return { found: 'closed', at: from + value };
  return value === OPEN ? { found: 'open' } : { found: 'quote', at: from + QUOTE - value };
}
