import type { Span } from '../text.ts';

/** A word of a text, or a figure, with the dots and hyphens that belong to it: `U.S.-Japan`, `2+2`, `9-10`. */
export interface Token extends Span {
  /** In small letters, curly apostrophes made straight, without a possessive `'s`. */
  readonly word: string;
  /** Whether it begins with a capital or a figure. */
  readonly capital: boolean;
  /** An abbreviation: `NATO`, `G7`, `U.S.` */
  readonly allCapitals: boolean;
  readonly possessive: boolean;
  /** What stands between the token before and this one ends a phrase: a stop, a bracket, a comma. */
  readonly apart: 'no' | 'comma' | 'yes';
}

/** The words of a stretch of a text in scripts that put blanks between them. */
export function tokensOf(text: string, { from, to }: Span): readonly Token[] {
  const tokens: Token[] = [];
  let end = from;
  let at = from;
  while (at < to) {
    if (!isLetter(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const start = at;
    at = endOf(text, at, to);
    tokens.push(tokenAt(text, start, at, apartness(text, end, start)));
    end = at;
  }
  return tokens;
}

function tokenAt(text: string, from: number, to: number, apart: Token['apart']): Token {
  const raw = text.slice(from, to);
  const first = raw.charCodeAt(0);
  const isCapital = isUpper(first);
  const capital = isCapital || isDigit(first);
  const last = raw.charCodeAt(raw.length - 1);
  const small = raw.toLowerCase();
  // Nearly every word is letters alone.
  if (last === 115 && raw.length > 2 && isApostrophe(raw.charCodeAt(raw.length - 2))) {
    const word = plain(small.slice(0, -2));
    return {
      from,
      to,
      word,
      capital,
      allCapitals: abbreviation.test(raw.slice(0, -2)),
      possessive: true,
      apart,
    };
  }
  const possessive = last === 115 && isApostrophe(text.charCodeAt(to));
  const allCapitals = capital && !isLower(raw.charCodeAt(1)) && abbreviation.test(raw);
  return { from, to, word: plain(small), capital, allCapitals, possessive, apart };
}

const abbreviation = /^(?=.*\p{Lu})[\p{Lu}\p{N}.&+-]{2,}$/u;
const odd = /[’\u2010-\u2013]/;

const plain = (word: string): string =>
  odd.test(word) ? word.replaceAll('’', "'").replace(/[\u2010-\u2013]/g, '-') : word;

const isDigit = (code: number): boolean => code > 47 && code < 58;
const isLower = (code: number): boolean => code > 96 && code < 123;
const isUpper = (code: number): boolean =>
  (code > 64 && code < 91) || (code > 127 && /^\p{Lu}/u.test(String.fromCharCode(code)));
const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019;

/** Letters and figures of scripts with blanks between words, with combining marks. */
const isLetter = (code: number): boolean =>
  isLower(code) ||
  (code > 64 && code < 91) ||
  isDigit(code) ||
  (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7);

/** Where the word ends: signs between two letters belong to it, and the stop of an initial. */
function endOf(text: string, from: number, to: number): number {
  let at = from;
  for (;;) {
    while (at < to && isLetter(text.charCodeAt(at))) at++;
    const code = text.charCodeAt(at);
    if (at < to && joins(code) && at + 1 < to && isLetter(text.charCodeAt(at + 1))) at++;
    else if (code === 46 && at < to && isInitial(text, at - 1)) at++;
    else return at;
    if (code === 46 && text.charCodeAt(at) === 45 && isLetter(text.charCodeAt(at + 1))) at++;
  }
}

/** `’ ' . & + / -` and the dashes that are as short. */
const joins = (code: number): boolean =>
  isApostrophe(code) ||
  code === 46 ||
  code === 38 ||
  code === 43 ||
  code === 47 ||
  code === 45 ||
  (code >= 0x2010 && code <= 0x2013);

const isInitial = (text: string, at: number): boolean =>
  isUpper(text.charCodeAt(at)) && !isLetter(text.charCodeAt(at - 1));

function apartness(text: string, from: number, to: number): Token['apart'] {
  let comma = false;
  let lines = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 0xa0) continue;
    if (code === 10) lines++;
    if (lines > 1 || ends.has(code)) return 'yes';
    if (code === 44) comma = true;
  }
  return comma ? 'comma' : 'no';
}

const ends = new Set([...'.;:!?()[]“”"—'].map((sign) => sign.charCodeAt(0)));
