import { certaintyOf } from './context.ts';
import type { Lexeme, Lexicon, Phrase } from './lexicon.ts';
import { isAdverb, type Word } from './words.ts';

/** A verb of a ladder, or a commitment noun, found in a sentence. */
export interface Hit {
  readonly lexeme: Lexeme;
  /** Offsets in the sentence. */
  readonly from: number;
  readonly to: number;
  /** Indices of its first and last word. */
  readonly first: number;
  readonly last: number;
  /** It may not be what the sentence says: an infinitive of purpose, an -ing form, "may consider". */
  readonly weak: boolean;
  readonly noun: boolean;
}

/** Stance verbs whose object may be a commitment of the speaker’s own. */
export const ownVoice: ReadonlySet<string> = new Set([
  ...['affirm', 'confirm', 'reaffirm', 'reiterate', 'reconfirm', 'stress', 'emphasize'],
  ...['underscore', 'underline', 'share', 'recall', 'note', 'acknowledge', 'recognize'],
]);

/** The verbs of the ladders in a sentence, in order. */
export function englishHits(words: readonly Word[], { english }: Lexicon): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < words.length; at++) {
    const beginning = english.get((words[at] as Word).text);
    if (beginning === undefined) continue;
    const { noun, phrases } = beginning;
    const last = hits[hits.length - 1];
    if (last !== undefined && noun !== undefined && isOwnCommitment(words, at, last)) {
      hits.push(hitOf(words, at, at, noun, { noun: true }));
      continue;
    }
    const hit = longestAt(words, at, phrases);
    if (hit === undefined) continue;
    if (last !== undefined && hit.first <= last.last) joinInto(hits, last, hit);
    else hits.push(hit);
  }
  return hits;
}

function hitOf(
  words: readonly Word[],
  first: number,
  last: number,
  lexeme: Lexeme,
  { weak = false, noun = false }: { weak?: boolean; noun?: boolean } = {},
): Hit {
  const from = (words[first] as Word).from;
  return { lexeme, from, to: (words[last] as Word).to, first, last, weak, noun };
}

/** "should not tolerate" is two lemmas that share a word: one place, and the weaker counts. */
function joinInto(hits: Hit[], last: Hit, hit: Hit): void {
  if (hit.last <= last.last || hit.lexeme.ladder !== last.lexeme.ladder) return;
  const { lexeme } = hit.lexeme.rung < last.lexeme.rung ? hit : last;
  hits[hits.length - 1] = { ...last, lexeme, to: hit.to, last: hit.last };
}

function longestAt(
  words: readonly Word[],
  at: number,
  phrases: readonly Phrase[],
): Hit | undefined {
  for (const phrase of phrases) {
    const last = endOf(words, at, phrase);
    if (last === undefined) continue;
    const certainty = certaintyOf(words, at, phrase.rest.length + 1);
    if (certainty !== undefined)
      return hitOf(words, at, last, phrase.lexeme, { weak: certainty === 'weak' });
  }
  return undefined;
}

/** The index of the phrase’s last word, where all of it stands at `at`. */
function endOf(words: readonly Word[], at: number, { rest, gap }: Phrase): number | undefined {
  let last = at;
  for (const alternatives of rest) {
    const found = within(words, last + 1, alternatives, gap);
    if (found === undefined) return undefined;
    last = found;
  }
  return last;
}

function within(
  words: readonly Word[],
  from: number,
  wanted: readonly string[],
  gap: number | 'adverbs',
): number | undefined {
  const most = gap === 'adverbs' ? 3 : gap;
  for (let at = from; at <= from + most; at++) {
    const word = words[at];
    if (word === undefined || word.apart) return undefined;
    if (wanted.includes(word.text)) return at;
    if (gap === 'adverbs' && !isAdverb(word.text)) return undefined;
  }
  return undefined;
}

const owners = new Set(['their', 'its', 'his', 'her', 'our']);
const articles = new Set(['the', 'a', 'an']);

/** "(reaffirmed) their firm commitment to": a noun that binds the speaker. */
function isOwnCommitment(words: readonly Word[], at: number, governor: Hit): boolean {
  if (!ownVoice.has(governor.lexeme.lemma) || at - governor.last > 9) return false;
  const next = words[at + 1];
  if (next === undefined || next.apart || (next.text !== 'to' && next.text !== 'that'))
    return false;
  const between = words.slice(governor.last + 1, at + 1);
  if (between.some(({ apart }) => apart)) return false;
  if (between.slice(-4).some(({ text }) => owners.has(text))) return true;
  const first = between.find(({ text }) => !isAdverb(text));
  return first !== undefined && articles.has(first.text);
}
