import type { Span } from '../text.ts';

/** Beyond this many characters a sentence is cut off: no sentence of a real text comes near it. */
export const longest = 20_000;

// Written without the last stop. A stop after these ends no sentence; nor does one after a single
// capital (`U. S.`, `J. Doe`).
const abbreviations = new Set(
  [
    ...['mr', 'mrs', 'ms', 'mx', 'dr', 'prof', 'rev', 'hon', 'sr', 'jr', 'st', 'messrs', 'mme'],
    ...[
      'gen',
      'lt',
      'col',
      'maj',
      'capt',
      'cpl',
      'sgt',
      'adm',
      'cmdr',
      'brig',
      'amb',
      'gov',
      'sen',
    ],
    ...['rep', 'reps', 'sec', 'secy', 'dept', 'govt', 'min', 'pres', 'art', 'arts'],
    ...[
      'para',
      'paras',
      'sect',
      'ch',
      'vol',
      'vols',
      'fig',
      'figs',
      'p',
      'pp',
      'res',
      'doc',
      'ref',
    ],
    ...['ed', 'eds', 'cf', 'e.g', 'i.e', 'viz', 'vs', 'v', 'approx', 'incl', 'est', 'ca', 'resp'],
    ...['inc', 'ltd', 'co', 'corp', 'bros', 'mt', 'ft', 'al', 'op', 'ser', 'tel', 'ext', 'supp'],
    ...['jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec'],
    ...['a.m', 'p.m', 'u.s', 'u.k', 'u.n', 'e.u', 'd.c', 'ph.d', 'n.b'],
  ].flatMap((word) => [word, word[0]?.toUpperCase() + word.slice(1)]),
);

/** What a UTF-16 unit is where sentences end; 0 for nearly all. */
const stop = 1;
/** A stop only where a blank follows. */
const pause = 2;
const closer = 3;
const signs = new Uint8Array(1 << 16);
for (const sign of '。！？．') signs[sign.charCodeAt(0)] = stop;
for (const sign of '.!?') signs[sign.charCodeAt(0)] = pause;
const closers = '"\'”’»)\\]）」』】〕》〉';
for (const sign of closers.replace('\\', '')) signs[sign.charCodeAt(0)] = closer;

/**
 * The sentence around an offset of a text, without the white space around it. It ends after a stop
 * with a blank or the end behind it, after 。, and at a blank line. At the seam of two sentences
 * without a blank between them it is the later one. UTF-16 offsets.
 */
export function sentenceAt(text: string, offset: number): Span {
  let from = offset;
  const first = Math.max(0, offset - longest);
  while (from > first && !isSeam(text, from, offset)) from--;
  const last = Math.min(text.length, offset + longest);
  let to = Math.max(offset, from + 1);
  if (!endsAt(text, offset) || isSeam(text, offset, offset)) {
    while (to < last && !endsAt(text, to)) to++;
  }
  return trimmed(text, from, Math.min(to, text.length));
}

/**
 * Where a sentence may end, looked for by the engine's own search, because every text of a collection is read
 * for it: behind a stop and what closes quotes and brackets, or where lines end of which the next is blank.
 */
const mayEnd = new RegExp(
  `[.!?][${closers}]*(?=\\s|$)|[。！？．][${closers}]*|[\\n\\r]\\n?[ \\t]*[\\n\\r]`,
  'g',
);

/** The sentences that begin in a stretch of a text, in order, without the white space around them. */
export function sentencesOf(text: string, span: Span): readonly Span[] {
  const sentences: Span[] = [];
  let { from } = span;
  const add = (to: number) => {
    const sentence = trimmed(text, from, to);
    if (sentence.from < sentence.to) sentences.push(sentence);
    from = to;
  };
  mayEnd.lastIndex = beforeSigns(text, from);
  while (mayEnd.test(text)) {
    let to = mayEnd.lastIndex;
    const last = text.charCodeAt(to - 1);
    const isLine = last === 10 || last === 13;
    // Between the lines there is nothing but white space, wherever it is cut; `\r\n` is one line end.
    if (isLine) to--;
    if (to >= span.to) break;
    if (to <= from) continue;
    if (isLine ? last === 13 || text.charCodeAt(to - 1) !== 13 : endsAt(text, to)) add(to);
  }
  add(span.to);
  return sentences;
}

/** Where the stop and the signs behind it begin, in the midst of which a stretch may begin. */
function beforeSigns(text: string, from: number): number {
  if (signs[text.charCodeAt(from)] !== closer) return from;
  let start = from;
  while (start > 0 && signs[text.charCodeAt(start - 1)]) start--;
  return start;
}

/** Whether a new sentence begins at `at`, seen from an offset that must not lie in the gap before it. */
function isSeam(text: string, at: number, offset: number): boolean {
  if (!endsAt(text, at)) return false;
  return at < offset || !isBlank(text, at);
}

const isBlank = (text: string, at: number): boolean =>
  at >= text.length || isSpace(text.charCodeAt(at));

const isSpace = (code: number): boolean =>
  code === 32 || (code > 8 && code < 14) || (code > 126 && /\s/.test(String.fromCharCode(code)));

/** Whether a sentence that comes from before `at` ends there. */
export function endsAt(text: string, at: number): boolean {
  if (at <= 0) return false;
  if (at >= text.length) return true;
  if (endsParagraph(text, at)) return true;
  let last = at - 1;
  if (!signs[text.charCodeAt(last)] || signs[text.charCodeAt(at)] === closer) return false;
  while (last > 0 && signs[text.charCodeAt(last)] === closer) last--;
  const sign = signs[text.charCodeAt(last)];
  if (sign === stop) return true;
  if (sign !== pause || !isBlank(text, at)) return false;
  return text.charCodeAt(last) !== fullStop || !isAbbreviation(text, last);
}

const fullStop = 46;

/** Whether the line ends here and a blank one follows. */
function endsParagraph(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== 10 && code !== 13) return false;
  let next = code === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
  if (code === 10 && text.charCodeAt(at - 1) === 13) return false;
  while (text[next] === ' ' || text[next] === '\t') next++;
  return text[next] === '\n' || text[next] === '\r';
}

function isAbbreviation(text: string, end: number): boolean {
  let from = end;
  while (from > 0 && from > end - 24 && isWordOrStop(text, from - 1)) from--;
  const word = text.slice(from, end);
  const last = word.charCodeAt(word.length - 1);
  // One capital, alone or behind a stop.
  if ((last < 91 || last > 127) && endsInCapital.test(word)) return true;
  // `12. The Ministers …`: the number of a paragraph.
  if (last < 58 && /^\d+$/.test(word)) return startsLine(text, from);
  // `no.` may as well be the answer.
  if (word.length < 4 && /^nos?$/i.test(word)) return /^\s+\d/.test(text.slice(end + 1, end + 8));
  return abbreviations.has(word);
}

const endsInCapital = /(?:^|\.)\p{Lu}$/u;

function isWordOrStop(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128)
    return (
      (code > 96 && code < 123) ||
      (code > 64 && code < 91) ||
      (code > 47 && code < 58) ||
      code === fullStop
    );
  return /[\p{L}\p{N}]/u.test(text.charAt(at));
}

function startsLine(text: string, at: number): boolean {
  let pos = at;
  while (text[pos - 1] === ' ' || text[pos - 1] === '\t') pos--;
  return pos === 0 || text[pos - 1] === '\n' || text[pos - 1] === '\r';
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && isBlank(text, start)) start++;
  while (end > start && isBlank(text, end - 1)) end--;
  return { from: start, to: end };
}
