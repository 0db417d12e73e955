import type { Span } from '../text.ts';

/** Beyond this many characters a sentence is cut off: no sentence of a real text comes near it. */
const longest = 20_000;

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

const closers = /["'”’»)\]）」』】〕》〉]/;

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

/** The sentences that begin in a stretch of a text, in order, without the white space around them. */
export function sentencesOf(text: string, span: Span): readonly Span[] {
  const sentences: Span[] = [];
  let from = span.from;
  for (let to = span.from + 1; to <= span.to; to++) {
    if (to < span.to && !endsAt(text, to)) continue;
    const sentence = trimmed(text, from, to);
    if (sentence.from < sentence.to) sentences.push(sentence);
    from = to;
  }
  return sentences;
}

/** Whether a new sentence begins at `at`, seen from an offset that must not lie in the gap before it. */
function isSeam(text: string, at: number, offset: number): boolean {
  if (!endsAt(text, at)) return false;
  return at < offset || !isBlank(text, at);
}

const isBlank = (text: string, at: number): boolean =>
  at >= text.length || /\s/.test(text.charAt(at));

/** Whether a sentence that comes from before `at` ends there. */
function endsAt(text: string, at: number): boolean {
  if (at <= 0) return false;
  if (at >= text.length) return true;
  if (endsParagraph(text, at)) return true;
  if (isWordSign(text.charCodeAt(at - 1))) return false;
  if (closers.test(text.charAt(at))) return false;
  let stop = at - 1;
  while (stop > 0 && closers.test(text.charAt(stop))) stop--;
  const sign = text.charAt(stop);
  if ('。！？．'.includes(sign)) return true;
  if (!isBlank(text, at)) return false;
  if (sign === '!' || sign === '?') return true;
  return sign === '.' && !isAbbreviation(text, stop);
}

/** ASCII letters, digits and the blank: nearly every character, and none of them ends a sentence. */
const isWordSign = (code: number): boolean =>
  code === 32 || (code > 47 && code < 58) || (code > 64 && code < 91) || (code > 96 && code < 123);

/** Whether the line ends here and a blank one follows. */
function endsParagraph(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== 10 && code !== 13) return false;
  let next = code === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
  if (code === 10 && text.charCodeAt(at - 1) === 13) return false;
  while (text[next] === ' ' || text[next] === '\t') next++;
  return text[next] === '\n' || text[next] === '\r';
}

function isAbbreviation(text: string, stop: number): boolean {
  let from = stop;
  while (from > 0 && from > stop - 24 && /[\p{L}\p{N}.]/u.test(text.charAt(from - 1))) from--;
  const word = text.slice(from, stop);
  if (/^\p{Lu}$/u.test(word) || /\.\p{Lu}$/u.test(word)) return true;
  // `12. The Ministers …`: the number of a paragraph.
  if (/^\d+$/.test(word) && startsLine(text, from)) return true;
  // `no.` may as well be the answer.
  if (/^nos?$/i.test(word)) return /^\s+\d/.test(text.slice(stop + 1, stop + 8));
  return abbreviations.has(word);
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
