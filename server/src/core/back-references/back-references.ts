import { instrumentCues } from '../codebook/builtin/cues.ts';
import type { Codebook } from '../codebook/codebook.ts';
import { builtinCodebook } from '../codebook/read-codebook.ts';
import type { Document, Paragraph } from '../document.ts';
import { findNames, indexNames, type NameIndex } from '../names/automaton.ts';
import { movingEach, remembering } from '../reading/remembered.ts';
import { stripped } from '../reading/strip.ts';
import { moved, type Span } from '../text.ts';
import { englishForms } from './english.ts';
import { statementsOf } from './sentences.ts';

/** Words by which a text goes back to an earlier one (language.md, section 8.4). */
export interface BackReference extends Span {
  /** The cue with which it begins, or ends in Japanese. */
  readonly cue: Span;
  /** The sentence it stands in. */
  readonly sentence: Span;
  /** Whether a reference to the instrument alone says what is meant: *in accordance with*. */
  readonly byInstrument: boolean;
}

interface Cues {
  readonly index: NameIndex<string>;
  /** Whether the built-in English list holds, and the forms that belong to it. */
  readonly forms: boolean;
}

const made = new WeakMap<Codebook['cues'], Cues>();

function cuesOf({ cues }: Codebook): Cues {
  const known = made.get(cues);
  if (known) return known;
  const phrases = [...cues.values()].flat().map((text) => ({ text, of: text }));
  const forms = cues.get('en') === builtinCodebook.cues.get('en');
  const fresh = { index: indexNames(phrases), forms };
  made.set(cues, fresh);
  return fresh;
}

const remembered = remembering(
  movingEach((one: BackReference, delta) => ({
    ...moved(one, delta),
    cue: moved(one.cue, delta),
    sentence: moved(one.sentence, delta),
    byInstrument: one.byInstrument,
  })),
);

/**
 * What a paragraph says of earlier texts, whether it is linked or not, in order. With `remember`, what was
 * found is kept for as long as the paragraph's characters stay the same: for documents that are open.
 */
export function backReferencesIn(
  document: Document,
  paragraph: Paragraph,
  codebook: Codebook,
  remember = false,
): readonly BackReference[] {
  const cues = cuesOf(codebook);
  const find = () => read(document, paragraph, cues);
  return remember ? remembered(paragraph, [cues], find) : find();
}

interface Cue extends Span {
  readonly text: string;
}

function read(document: Document, paragraph: Paragraph, cues: Cues): readonly BackReference[] {
  const { text, offsetOf } = stripped(document, paragraph);
  const all = cuesIn(text, cues);
  if (!all.length) return none;
  const place = ({ from, to }: Span): Span => ({ from: offsetOf(from), to: offsetOf(to - 1) + 1 });
  const found: BackReference[] = [];
  let next = 0;
  for (const sentence of statementsOf(text)) {
    let reached = sentence.from;
    for (; next < all.length && (all[next] as Cue).from < sentence.to; next++) {
      const cue = all[next] as Cue;
      if (cue.from < reached || isNoInstrument(cue, text, sentence.to) || isHere(cue, text))
        continue;
      const span = clauseOf(text, all, next, { from: reached, to: sentence.to });
      reached = span.to;
      const byInstrument = instrumentCues.has(cue.text) || underPaper.test(cue.text);
      found.push({ ...place(span), cue: place(cue), sentence: place(sentence), byInstrument });
    }
  }
  return found;
}

const none: readonly never[] = Object.freeze([]);

function cuesIn(text: string, { index, forms }: Cues): Cue[] {
  const cues: Cue[] = findNames(index, text, { from: 0, to: text.length }, none).map(
    ({ from, to, of }) => ({ from, to, text: of[0] as string }),
  );
  if (forms) for (const { from, to, cue } of englishForms(text)) cues.push({ from, to, text: cue });
  return cues.sort((a, b) => a.from - b.from || b.to - a.to);
}

/**
 * *Consistent with* is said of prices too, *in accordance with paragraph 3 of this resolution* goes nowhere
 * else, and the law is nowhere to go to.
 */
function isNoInstrument({ text: cue, to }: Cue, text: string, end: number): boolean {
  if (!instrumentCues.has(cue) || isJapanese(cue)) return false;
  const clause = /^[^;]*/u.exec(text.slice(to, Math.min(end, to + longest)))?.[0] ?? '';
  if (
    /^\s+(?:paragraphs?\s[\d\s,and()a-z]{0,30}\b(?:above|below)|[^,]{0,40}\b(?:this|the present) (?:resolution|paragraph|section|article)\b)/iu.test(
      clause,
    )
  ) {
    return true;
  }
  if (lawOnly.test(clause)) return true;
  return /^(?:consistent with|in line with|according to)$/iu.test(cue) && !instrument.test(clause);
}

/**
 * *Building on this* takes up the sentence before, *today’s talks* are those that the text is of, and what is
 * set out *in this resolution* stands here.
 */
function isHere({ text: cue, to }: Cue, text: string): boolean {
  const next = text.slice(to, to + 32);
  return (
    /^(?:\s+(?:up|on|at|in|during)){0,2}\s+today['’]s\b/iu.test(next) ||
    (takesUp.test(cue) && /^\s+(?:this|these)\b/iu.test(next)) ||
    /\b(?:this|the present)\s+(?:agreement|communiqué|declaration|resolution|statement)$/iu.test(
      cue,
    )
  );
}

/** *Under the Lake Charter* and *Article 5 of the Treaty* are answered by a link of the paper itself, too. */
const underPaper = /^(?:under|article)\s/iu;

const takesUp = /^buil(?:d|ds|ding|t)\s+(?:up)?on$/iu;

/** *International law* and *applicable laws and regulations* are no text that could be linked. */
const lawOnly =
  /^\s+(?:(?:the|their|its|our|all|relevant|applicable|respective|existing|international|national|domestic|humanitarian|human rights|maritime|and)\s+)*laws?(?:\s+and\s+(?:regulations|rules|norms|standards|practices?|procedures))?\s*(?:\.?\s*$|[):—–]|,(?!\s*(?:including|in\s+particular|particularly|notably|especially)\b))/u;

const instrument =
  /\b(?:agreements?|charter|treat(?:y|ies)|conventions?|declarations?|framework|accords?|principles|pact|guidelines|goals|outlook|strategy|code|resolutions?|commitments?|statements?|obligations?|decisions?|laws?|agenda|initiatives?|plans?|polic(?:y|ies)|vision|constitution|protocol|compact|guidance|reports?|recommendations?)\b/iu;

/** No clause that says what is meant is longer than this; beyond it, words are about something else. */
const longest = 120;

const clauseEnd =
  /[,;:—–]|\((?!\d{4}\))|(?<!\(\d{4})\)|(?<!\p{Lu}|\b(?:Mr|Mrs|Ms|Dr|St|No))\.(?=\s|$)|\s(?:which|who|while|whereas|where|including|such as|in order to|as well as)\s/u;
const joined = /(?:,|;|\band|\bas well as)\s+(?:(?:also|further|jointly|both|to)\s+)?$/u;

/**
 * A cue with as much as says what is meant: to the clause's end or where another cue takes over, or in
 * Japanese from its beginning. `cues` are in order, and the one meant is at `index`.
 */
function clauseOf(text: string, cues: readonly Cue[], index: number, limits: Span): Span {
  const cue = cues[index] as Cue;
  if (isJapanese(cue.text)) return japaneseClause(text, cue, limits);
  const most = Math.min(limits.to, cue.to + longest);
  const end = clauseEnd.exec(text.slice(cue.to, most));
  let to = end ? cue.to + end.index : most;
  if (!end && most < limits.to) to = Math.max(cue.to, text.lastIndexOf(' ', most));
  for (let next = index + 1; next < cues.length && (cues[next] as Cue).from < to; next++) {
    const other = cues[next] as Cue;
    if (other.from <= cue.to) continue;
    const join = joined.exec(text.slice(cue.to, other.from));
    if (!join && other.to <= to) continue;
    to = join ? cue.to + join.index : other.from;
    break;
  }
  while (to > cue.to && /\s/.test(text.charAt(to - 1))) to--;
  return { from: cue.from, to: Math.max(to, cue.to) };
}

const isJapanese = (words: string): boolean => /[\u3040-\u30ff\u4e00-\u9fff]/.test(words);

function japaneseClause(text: string, cue: Cue, limits: Span): Span {
  const before = text.slice(Math.max(limits.from, cue.from - longest / 2), cue.from);
  const start = /[^、。，．\s]*$/u.exec(before)?.[0].length ?? 0;
  // Of *今後とも、港を守る* the words behind the comma are what goes on.
  const behind = start ? /^[^、。，．]{0,20}/u : /^、?[^、。，．]{0,60}/u;
  const after = behind.exec(text.slice(cue.to, limits.to))?.[0].length ?? 0;
  return { from: cue.from - start, to: cue.to + after };
}
