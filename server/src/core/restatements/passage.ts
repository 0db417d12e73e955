import { matchesOf } from '../matches.ts';
import { findNames, type NameIndex } from '../names/automaton.ts';
import type { Span } from '../text.ts';
import { mixed, telling } from './runs.ts';
import { isFigure, isSpeaking, type Term, termOf } from './words.ts';

/** A word of a passage, or two characters of a script without spaces, or a name; at UTF-16 offsets of its text. */
export interface Token extends Span, Term {
  /** Written as a name is: an entity or state, or a capital where no sentence begins. */
  readonly name: boolean;
  /** Said of who speaks, or a light word of speaking itself. */
  readonly speaking: boolean;
}

/** A passage read for comparing. */
export interface Passage {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The weights of all tokens together. */
  readonly weight: number;
}

const word = /[\p{L}\p{N}]+(?:[.'’](?=[\p{L}\p{N}])[\p{L}\p{N}]+)*/gu;
const unspaced = /[\u3040-\u30ff\u3400-\u9fff]/;
const runs = /[\u3040-\u30ff\u3400-\u9fff々]+|[^\u3040-\u30ff\u3400-\u9fff々]+/g;

/** Reads a text; names of entities and states count as one token, whatever they are called. */
export function readPassage(text: string, names: NameIndex<string>): Passage {
  const tokens: Token[] = [];
  let at = 0;
  for (const { from, to, id } of longestNames(text, names)) {
    readWords(text, at, from, tokens);
    // States and bodies are parties: they say who, and little of what.
    tokens.push({ from, to, key: `#${id}`, weight: 0.5, name: true, speaking: false });
    at = to;
  }
  readWords(text, at, text.length, tokens);
  nameSubject(tokens);
  lightenPersons(tokens);
  return { text, tokens, weight: tokens.reduce((sum, { weight }) => sum + weight, 0) };
}

function longestNames(text: string, names: NameIndex<string>) {
  const found: { from: number; to: number; id: string }[] = [];
  for (const { from, to, of } of findNames(names, text, { from: 0, to: text.length }, [])) {
    const last = found[found.length - 1];
    if (last && from < last.to) {
      if (from > last.from || to <= last.to) continue;
      found.pop();
    }
    found.push({ from, to, id: of[0] as string });
  }
  return found;
}

function readWords(text: string, from: number, to: number, tokens: Token[]): void {
  for (const run of matchesOf(runs, text.slice(from, to))) {
    const at = from + run.index;
    if (unspaced.test(run[0])) readCharacters(run[0], at, tokens);
    else
      for (const { 0: raw, index } of matchesOf(word, run[0]))
        tokens.push(tokenOf(raw, at + index, tokens));
  }
}

/** Behind the subject of a sentence that is one word. */
const afterSubject = /^(?:will|shall|has|have|is|are|would|should|may|can|must)$/;

/** A capital tells nothing where a sentence begins, but one word that does or says something is a name. */
function nameSubject(tokens: Token[]): void {
  const [first, second] = tokens;
  if (!first || !second || first.weight < 1 || first.name) return;
  if (second.speaking || afterSubject.test(second.key)) tokens[0] = { ...first, name: true };
}

/** Whoever holds an office speaks for the same state: names behind an office count like the office. */
function lightenPersons(tokens: Token[]): void {
  let person = false;
  let end = -1;
  for (const [i, token] of tokens.entries()) {
    const follows = token.from - end <= 2;
    end = token.to;
    const isOffice = token.speaking && (token.name || i === 0);
    if (isOffice) person = true;
    else if (person && token.name && follows && !token.key.startsWith('#')) {
      tokens[i] = { ...token, weight: office, speaking: true };
    } else person = false;
  }
}

const office = 0.2;

function tokenOf(raw: string, from: number, before: readonly Token[]): Token {
  const term = termOf(raw);
  const isCapital = /^\p{Lu}/u.test(raw) && before.length > 0 && !isFigure(raw);
  const { key, weight } = term;
  return {
    from,
    to: from + raw.length,
    key,
    weight,
    name: isCapital && weight > 0,
    speaking: isSpeaking(term),
  };
}

/** Two characters at a time. Kana alone are mostly grammar. */
function readCharacters(run: string, from: number, tokens: Token[]): void {
  for (let i = 0; i < Math.max(1, run.length - 1); i++) {
    const key = run.slice(i, i + 2);
    const kana = key.replace(/[^\u3040-\u309f]/g, '').length;
    const weight = kana === 0 ? telling : kana < key.length ? mixed : 0;
    tokens.push({
      from: from + i,
      to: from + i + key.length,
      key,
      weight,
      name: false,
      speaking: false,
    });
  }
}
