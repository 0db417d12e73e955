import { matchesOf } from '../matches.ts';
import type { Span } from '../text.ts';
import { type Dated, dateAt } from './dates.ts';
import { mayBeNamed, mayTell } from './telling.ts';
import { type Token, tokensOf } from './tokens.ts';
import type { When } from './when.ts';
import * as listed from './words.ts';

/** Words that may mean another document. */
export interface Phrase extends Span {
  readonly when: When | undefined;
  readonly form: listed.Form;
  /** The noun itself: `declaration`, `summit`. */
  readonly head: string;
  /** Whose it is is left to the reader: *our*, *their*, *the two leaders'*. */
  readonly own: boolean;
  readonly which: 'last' | 'first' | undefined;
  /** Words with a capital that belong to the name, in small letters. */
  readonly names: readonly string[];
  /** Those among them that are abbreviations, or stand in a compound, as the parties do in *U.S.-Corvia*. */
  readonly parties: readonly string[];
  /** Those after *with*, *between*, *by*, *in*, *at*: persons and places, which titles do not always have. */
  readonly others: readonly string[];
  /** The whole phrase in small letters, to tell whose office it is about. */
  readonly words: string;
}

/** The phrases of a text, in order; none overlap. UTF-16 offsets. */
export function englishPhrases(text: string): readonly Phrase[] {
  const phrases: Phrase[] = [];
  if (!mayTell.test(text)) return phrases;
  for (const stretch of stretchesOf(text)) addPhrases(text, tokensOf(text, stretch), phrases);
  return phrases;
}

function addPhrases(text: string, tokens: readonly Token[], phrases: Phrase[]): void {
  let reached = 0;
  for (let at = 0; at < tokens.length; at++) {
    const found = nounPhrase(tokens, at, reached, text) ?? verbPhrase(tokens, at, text);
    if (!found || found.start < reached) continue;
    phrases.push(found.phrase);
    reached = found.end;
    at = Math.max(at, found.end - 1);
  }
}

const nouns = [...listed.heads.keys(), ...listed.verbs.keys()];
const mayHead = new RegExp(
  `\\b(?:${nouns.map((noun) => noun.replace('+', '\\+')).join('|')})(?![a-z])`,
  'gi',
);

const before = 150;
const behind = 220;

/** The parts of a text around the nouns and verbs that a phrase needs; most texts have few. */
function stretchesOf(text: string): Span[] {
  const stretches: { from: number; to: number }[] = [];
  for (const { index } of matchesOf(mayHead, text)) {
    const from = wordStart(text, Math.max(0, index - before));
    const to = wordStart(text, Math.min(text.length, index + behind));
    const last = stretches.at(-1);
    if (last && from <= last.to) last.to = to;
    else stretches.push({ from, to });
  }
  return stretches;
}

/** The white space at or before an offset, so that no word is cut. */
function wordStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && at < text.length && !/\s/.test(text.charAt(at))) at--;
  return at;
}

interface Found {
  readonly phrase: Phrase;
  /** Indices of tokens, the second behind the last. */
  readonly start: number;
  readonly end: number;
}

function nounPhrase(
  tokens: readonly Token[],
  at: number,
  reached: number,
  text: string,
): Found | undefined {
  const head = tokens[at] as Token;
  const form = listed.heads.get(head.word);
  if (!form || continuesName(tokens, at, form)) return undefined;
  const left = leftOf(tokens, at, reached);
  if (!left) return undefined;
  const right = rightOf(tokens, at, left.names.length > 0);
  const dated = left.dated ?? right.dated;
  if (listed.bodies.has(head.word) && !left.dated && !(right.dated && left.names.length))
    return undefined;
  if (!dated && !left.which) {
    const isNamed =
      left.names.length > 0 && listed.determiners.has((tokens[left.start] as Token).word);
    if (!isNamed || !mayBeNamed(head.word)) return undefined;
  }
  const start = left.start;
  const end = dated && dated === right.dated ? dated.to : left.dated ? at + 1 : right.end;
  const from = (tokens[start] as Token).from;
  const to = (tokens[end - 1] as Token).to;
  if (listed.stillToCome.test(clauseBefore(text, from))) return undefined;
  if (!dated && /\b(?:today|tonight)\b/i.test(clauseBefore(text, from))) return undefined;
  if (/^\W*\b(?:will|to be|is to|next|later|scheduled)\b/i.test(text.slice(to, to + 24)))
    return undefined;
  const phrase: Phrase = {
    from,
    to,
    when: dated?.when,
    form,
    head: head.word,
    own: left.own,
    which: left.which,
    names: left.names,
    parties: left.parties,
    others: right.names,
    words: text.slice(from, to).toLowerCase(),
  };
  return { phrase, start, end };
}

/** `Summit Declaration`, `meeting statement`: the last of several nouns is the head. */
function continuesName(tokens: readonly Token[], at: number, form: listed.Form): boolean {
  const next = tokens[at + 1];
  if (next?.apart !== 'no') return false;
  const following = listed.heads.get(next.word);
  if (following) return true;
  return (
    form !== 'statement' &&
    next.capital &&
    (tokens[at] as Token).capital &&
    !/^\d/.test(next.word) &&
    listed.heads.has(tokens[at + 2]?.word ?? '')
  );
}

/** The words in the sentence before a place, as far as they may speak of it. */
function clauseBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 90), at);
  return /[^.;\n]*$/u.exec(before.replace(/\n(?!\s*\n)/g, ' '))?.[0] ?? '';
}

interface Left {
  readonly start: number;
  readonly own: boolean;
  readonly which: 'last' | 'first' | undefined;
  readonly names: readonly string[];
  readonly parties: readonly string[];
  readonly dated: Dated | undefined;
}

const most = 12;

/** What stands before the noun, back to its article; undefined where it means none in particular. */
function leftOf(tokens: readonly Token[], at: number, reached: number): Left | undefined {
  let start = at;
  let determined = false;
  let own = false;
  for (let i = at - 1; i >= Math.max(reached, at - most); i--) {
    const token = tokens[i] as Token;
    if ((tokens[i + 1] as Token).apart !== 'no' && !isYearAfterDay(tokens, i)) break;
    if (listed.undetermined.has(token.word)) return undefined;
    if (listed.determiners.has(token.word)) {
      start = i;
      determined = true;
      own ||= listed.own.has(token.word);
      break;
    }
    if (token.possessive) {
      own ||= !token.capital || listed.generic.has(token.word);
      determined = true;
    } else if (!token.capital && !listed.modifiers.has(token.word) && !isLowerName(token)) break;
    start = i;
  }
  // *and*, *of* and the like begin no phrase.
  while (start < at && /^(?:and|of|in|on|at|for|to)$/.test((tokens[start] as Token).word)) start++;
  const before = tokens.slice(start, at);
  const dated = datesIn(tokens, start, at);
  if (!determined && !dated && !before.some(isName)) return undefined;
  const inDate = (i: number) => !!dated && i >= dated.from && i < dated.to;
  const names = before.flatMap((token, i) =>
    isName(token) && !inDate(start + i) ? namesIn(token) : [],
  );
  const parties = before.filter(isBody).flatMap(namesIn);
  const words = before.map(({ word }) => word);
  const which =
    words.includes('last') ||
    words.includes('previous') ||
    (words.includes('recent') && words.includes('most'))
      ? 'last'
      : words.includes('first') || words.includes('inaugural')
        ? 'first'
        : undefined;
  if (words.some((word) => /^(?:second|third|fourth|fifth|sixth)$/.test(word)) && !dated)
    return undefined;
  if (!determined && !dated) return undefined;
  return { start, own, which, names, parties, dated };
}

const isLowerName = ({ word }: Token): boolean => /^\d|-/.test(word);
const isYearAfterDay = (tokens: readonly Token[], i: number): boolean =>
  (tokens[i + 1] as Token).apart === 'comma' &&
  /^(?:19|20)\d\d$/.test((tokens[i + 1] as Token).word);

const isName = ({ capital, word }: Token): boolean => capital && !listed.generic.has(word);

const isBody = ({ word, allCapitals }: Token): boolean => isCompound(word) || allCapitals;

const isCompound = (word: string): boolean => /[\p{L}.]-\p{L}/u.test(word);

/** `U.S.-Japan-ROK` is three names. */
const namesIn = ({ word }: Token): string[] =>
  (isCompound(word) ? word.split('-') : [word]).filter(
    (one) => one.length > 1 && !listed.generic.has(one.replace(/\.$/, '')),
  );

function datesIn(tokens: readonly Token[], from: number, to: number): Dated | undefined {
  for (let i = from; i < to; i++) {
    const dated = dateAt(tokens, i);
    if (dated && dated.to <= to) return dated;
  }
  return undefined;
}

interface Right {
  readonly dated: Dated | undefined;
  readonly names: readonly string[];
  readonly end: number;
}

/** What stands behind the noun, as far as a time that belongs to it. */
function rightOf(tokens: readonly Token[], at: number, named: boolean): Right {
  const names: string[] = [];
  let free = named ? 4 : 0;
  let end = at + 1;
  for (let i = at + 1; i < Math.min(tokens.length, at + 18); i++) {
    const token = tokens[i] as Token;
    if (token.apart === 'yes') break;
    if (token.apart === 'comma' && !token.capital && !listed.joining.has(token.word)) break;
    // Another thing begins.
    if (token.word === 'and' && listed.determiners.has(tokens[i + 1]?.word ?? '')) break;
    const dated = dateAt(tokens, i);
    if (dated && (dated.when.unit !== 'year' || isAfter(tokens, i)))
      return { dated, names, end: dated.to };
    // `signed during the visit to Orla in July`, but not the date of another meeting.
    if (i > at + 1 && listed.heads.has(token.word)) {
      if (token.capital ? isAnotherThing(tokens, at, i) : !isDuring(tokens, at, i)) break;
    }
    if (token.capital) {
      if (isName(token)) names.push(...namesIn(token));
      continue;
    }
    if (listed.joining.has(token.word) || token.possessive) continue;
    if (
      free-- <= 0 ||
      /^(?:that|which|who|will|would|is|are|was|were|has|have|had)$/.test(token.word)
    )
      break;
  }
  if (tokens[at + 1]?.word === 'of' && tokens[at + 2]?.capital && tokens[at + 1]?.apart === 'no') {
    end = at + 3;
  }
  return { dated: undefined, names: [], end: named ? at + 1 : end };
}

const isDuring = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ word }) => word === 'during');

/** `and looks forward to the Reef Summit in June`, but `and Reef Summit in June` has its time with the one before. */
function isAnotherThing(tokens: readonly Token[], from: number, to: number): boolean {
  const between = tokens.slice(from, to);
  const and = between.findIndex(({ word }) => word === 'and');
  return and >= 0 && between.slice(and + 1).some(({ capital }) => !capital);
}

const isAfter = (tokens: readonly Token[], i: number): boolean =>
  /^(?:in|of|since|for)$/.test(tokens[i - 1]?.word ?? '');

/** `met in Orla in March`, `announced by the Presidents on March 25`: what was done, with its day or month. */
function verbPhrase(tokens: readonly Token[], at: number, text: string): Found | undefined {
  const verb = tokens[at] as Token;
  const form = listed.verbs.get(verb.word);
  if (!form || verb.capital || /^(?:was|were|been)$/.test(tokens[at - 1]?.word ?? ''))
    return undefined;
  const { dated, names } = rightOf(tokens, at, verb.word === 'discussed');
  if (!dated || dated.when.unit === 'year') return undefined;
  // The time of a thing that is named between the two is the thing's.
  const between = tokens.slice(at + 1, dated.from);
  if (!between.length && dated.when.unit === 'ago') return undefined;
  if (between.some(({ word }) => listed.heads.has(word))) return undefined;
  if (listed.determiners.has(between.at(-1)?.word ?? '')) return undefined;
  const from = verb.from;
  const to = (tokens[dated.to - 1] as Token).to;
  if (listed.stillToCome.test(clauseBefore(text, from))) return undefined;
  const phrase: Phrase = {
    from,
    to,
    when: dated.when,
    form,
    head: verb.word,
    own: true,
    which: undefined,
    names: [],
    parties: [],
    others: names,
    words: '',
  };
  return { phrase, start: at, end: dated.to };
}
