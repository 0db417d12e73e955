import { commitmentNouns, type EnglishVerb, englishVerbs } from '../codebook/builtin/verbs-en.ts';
import { japaneseVerbs } from '../codebook/builtin/verbs-ja.ts';
import type { LadderName, Ladders } from '../codebook/codebook.ts';
import { formsOf } from './forms.ts';

/** A lemma on its rung; rung 0 is the weakest. */
export interface Lexeme {
  readonly lemma: string;
  readonly ladder: LadderName;
  readonly rung: number;
  /** Whether, in Japanese, what stands before it is what it says: 〜ことを確認した. */
  readonly governs: boolean;
}

export interface Phrase {
  readonly lexeme: Lexeme;
  readonly rest: readonly (readonly string[])[];
  readonly gap: number | 'adverbs';
}

export interface Beginning {
  /** The verb that a commitment noun stands for. */
  readonly noun: Lexeme | undefined;
  /** The longest first. */
  readonly phrases: readonly Phrase[];
}

export interface Lexicon {
  /** Lemmas on their rungs, those that stand for another one included. */
  readonly lexemes: ReadonlyMap<string, Lexeme>;
  /** What a word, in lower case, may be or begin. */
  readonly english: ReadonlyMap<string, Beginning>;
  /** Forms by their first character; the longest first. */
  readonly japanese: ReadonlyMap<string, readonly (readonly [form: string, lexeme: Lexeme])[]>;
}

const cache = new WeakMap<Ladders, Lexicon>();

/** All forms of all lemmas of the ladders, made once for each. */
export function lexiconOf(ladders: Ladders): Lexicon {
  const known = cache.get(ladders);
  if (known !== undefined) return known;
  const lexicon = lexiconFrom(ladders);
  cache.set(ladders, lexicon);
  return lexicon;
}

function lexiconFrom(ladders: Ladders): Lexicon {
  const listed = listedLexemes(ladders);
  const lexemes = new Map(listed);
  const phrases = new Map<string, Phrase[]>();
  const japanese = new Map<string, [string, Lexeme][]>();
  const place = (lemma: string, like: string | undefined, governs: boolean): Lexeme | undefined => {
    const found = listed.get(lemma) ?? (like === undefined ? undefined : listed.get(like));
    const lexeme = found && { ...found, lemma, governs };
    if (lexeme !== undefined) lexemes.set(lemma, lexeme);
    return lexeme;
  };
  const known = new Set<string>();
  for (const verb of englishVerbs) {
    known.add(verb.lemma);
    const lexeme = place(verb.lemma, verb.like, false);
    if (lexeme !== undefined) addEnglish(phrases, verb, lexeme);
  }
  for (const verb of japaneseVerbs) {
    known.add(verb.lemma);
    const lexeme = place(verb.lemma, verb.like, verb.governs);
    if (lexeme !== undefined) for (const form of verb.forms) addJapanese(japanese, form, lexeme);
  }
  for (const [lemma, lexeme] of listed) if (!known.has(lemma)) addOwn(phrases, japanese, lexeme);
  for (const some of phrases.values()) some.sort((a, b) => b.rest.length - a.rest.length);
  for (const forms of japanese.values()) forms.sort((a, b) => b[0].length - a[0].length);
  return { lexemes, english: beginnings(phrases, lexemes), japanese };
}

function beginnings(
  phrases: ReadonlyMap<string, readonly Phrase[]>,
  lexemes: ReadonlyMap<string, Lexeme>,
): Map<string, Beginning> {
  const english = new Map<string, Beginning>();
  for (const [form, some] of phrases) english.set(form, { noun: undefined, phrases: some });
  for (const [form, lemma] of commitmentNouns) {
    const noun = lexemes.get(lemma);
    if (noun) english.set(form, { noun, phrases: phrases.get(form) ?? [] });
  }
  return english;
}

function listedLexemes(ladders: Ladders): Map<string, Lexeme> {
  const lexemes = new Map<string, Lexeme>();
  for (const ladder of ['stance', 'directive', 'commissive'] as const) {
    for (const [rung, lemmas] of ladders[ladder].entries()) {
      for (const lemma of lemmas) {
        if (!lexemes.has(lemma)) lexemes.set(lemma, { lemma, ladder, rung, governs: false });
      }
    }
  }
  return lexemes;
}

function addEnglish(
  english: Map<string, Phrase[]>,
  { forms, rest = [], gap = 'adverbs' }: Pick<EnglishVerb, 'forms' | 'rest' | 'gap'>,
  lexeme: Lexeme,
): void {
  for (const form of forms) {
    const phrases = english.get(form) ?? [];
    phrases.push({ lexeme, rest, gap });
    english.set(form, phrases);
  }
}

function addJapanese(
  japanese: Map<string, [string, Lexeme][]>,
  form: string,
  lexeme: Lexeme,
): void {
  const first = form.charAt(0);
  const forms = japanese.get(first) ?? [];
  forms.push([form, lexeme]);
  japanese.set(first, forms);
}

/** A lemma that only the codebook knows. */
function addOwn(
  english: Map<string, Phrase[]>,
  japanese: Map<string, [string, Lexeme][]>,
  lexeme: Lexeme,
): void {
  const { lemma } = lexeme;
  if (/[\u3040-\u30ff\u3400-\u9fff]/.test(lemma)) {
    for (const form of formsOf(lemma)) addJapanese(japanese, form, { ...lexeme, governs: true });
    return;
  }
  const [first = '', ...rest] = lemma.toLowerCase().split(' ');
  addEnglish(english, { forms: formsOf(first), rest: rest.map((word) => [word]) }, lexeme);
}
