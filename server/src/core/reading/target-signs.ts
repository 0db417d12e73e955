/** How the target of a reference is read: `(#id)` and `(key#id)`, character by character. */

const foreignEnding = /\.(?:html|htm|md|pdf|aspx|php)$/i;
const readoutEnding = /\.readout(?:\.md)?$/i;

/** Whether a key ends like a web page or another file, so that `(key#…)` belongs to the source. */
export const isForeignKey = (key: string): boolean =>
  key.includes('.') && foreignEnding.test(key) && !readoutEnding.test(key);

/** Whether `(key#…)` or `(key#)` begins at this parenthesis and reads as a target. */
export function readsAsTarget(text: string, paren: number): boolean {
  const hash = keyEnd(text, paren + 1);
  if (text[paren] !== '(' || hash === paren + 1 || text[hash] !== '#') return false;
  return text[idEnd(text, hash + 1)] === ')' && !isForeignKey(text.slice(paren + 1, hash));
}

/** Where a key that begins at `from` ends; `from` where none does. */
export function keyEnd(text: string, from: number): number {
  if (!isAlphanumeric(text.charCodeAt(from))) return from;
  let at = from + 1;
  while (isIdSign(text.charCodeAt(at)) || text.charCodeAt(at) === 46) at++;
  return at;
}

/** Where an id that begins at `from` ends; `from` where none does. */
export function idEnd(text: string, from: number): number {
  const first = text.charCodeAt(from);
  if (!isAlphanumeric(first) || first < 58) return from;
  let at = from + 1;
  while (isIdSign(text.charCodeAt(at))) at++;
  return at;
}

/** Whether what stands from `from` to `to` is an id, which is never empty. */
export const isIdAt = (text: string, from: number, to: number): boolean =>
  from < to && idEnd(text, from) === to;

const isAlphanumeric = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);

/** Whether a character may stand in an id: an ASCII letter or digit, `-`, `_`. */
export const isIdSign = (code: number): boolean =>
  isAlphanumeric(code) || code === 45 || code === 95;

export interface Stop {
  readonly closed: boolean;
  readonly at: number;
  /** Where a blank stopped the target: the next `)` of the line, or -1. */
  readonly laterParen: number;
}

/** Where a target `(#…` ends. Remembers what it has read, so that many targets on a line cost one reading. */
export function targetStops(text: string, to: number): (at: number) => Stop {
  let stop = -1;
  let paren = -1;
  return (at) => {
    if (stop < at) stop = nextOf(text, at, to, isTargetEnd);
    const closed = stop < to && text.charCodeAt(stop) === 41;
    if (closed) return { closed, at: stop, laterParen: stop };
    if (paren < stop) paren = nextOf(text, stop, to, isParenOrLineEnd);
    const later = paren < to && text.charCodeAt(paren) === 41;
    return { closed, at: stop, laterParen: later ? paren : -1 };
  };
}

function nextOf(text: string, from: number, to: number, test: (code: number) => boolean): number {
  let at = from;
  while (at < to && !test(text.charCodeAt(at))) at++;
  return at;
}

export const isLineEnd = (code: number): boolean => code === 10 || code === 13;
export const isGap = (code: number): boolean => code === 32 || code === 9;
const isParenOrLineEnd = (code: number): boolean => code === 41 || isLineEnd(code);
const isTargetEnd = (code: number): boolean => isParenOrLineEnd(code) || isGap(code);
