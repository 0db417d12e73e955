import { hashedOn } from '../snapshot/name-table.ts';
import { wordsOnce } from '../words-once.ts';

/** A word of a sentence. */
export interface Word {
  readonly from: number;
  readonly to: number;
  /** In small letters, curly apostrophes made straight. */
  readonly text: string;
  readonly capital: boolean;
  /** `Corvia’s`, `the Ministers’` */
  readonly possessive: boolean;
  /** Whether anything but white space stands between the word before and this one. */
  readonly apart: boolean;
}

/** The words of a sentence in scripts that put blanks between them; hyphens and apostrophes inside belong to a word. */
export function wordsOf(sentence: string): readonly Word[] {
  const words: Word[] = [];
  let apart = true;
  for (let pos = 0; pos < sentence.length; pos++) {
    const code = sentence.charCodeAt(pos);
    if (!isLetter(code)) {
      apart ||= !isSpace(code) && !isInitialStop(code, words[words.length - 1], pos);
      continue;
    }
    const from = pos;
    let hash = 0;
    for (let next = code; isLetter(next) || joins(sentence, pos, next); ) {
      hash = hashedOn(hash, next);
      next = codeAt(sentence, ++pos);
    }
    const { text, capital, genitive, endsInS } = spelled(sentence, from, pos, hash);
    const plural = endsInS && isApostrophe(codeAt(sentence, pos));
    if (plural) pos++;
    words.push({ from, to: pos, text, capital, possessive: plural || genitive, apart });
    apart = false;
    pos--;
  }
  return words;
}

function isLetter(code: number): boolean {
  if (code < 128)
    return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);
  return code >= 0xc0 && code < 0x2000;
}

/** The stop of `U.S.` and `J. Doe`. */
const isInitialStop = (code: number, last: Word | undefined, pos: number): boolean =>
  code === 46 && last?.to === pos && last.to - last.from === 1 && last.capital;

const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019;

const isSpace = (code: number): boolean =>
  code === 32 || (code > 8 && code < 14) || code === 0xa0 || code === 0x3000;

function joins(sentence: string, pos: number, code: number): boolean {
  if (!isApostrophe(code) && code !== 45 && code !== 0x2010 && code !== 0x2011) return false;
  return isLetter(codeAt(sentence, pos + 1));
}

/** A UTF-16 unit; 0 behind the end, where the engine would give no number and translate the loop once more. */
const codeAt = (text: string, at: number): number => (at < text.length ? text.charCodeAt(at) : 0);

/** What the spelling of a word tells. */
const spelled = wordsOnce((raw) => {
  const text = raw.toLowerCase().replaceAll('’', "'");
  // Written with a capital as a name is, not wholly in capitals as a heading may be.
  const capital = /^[A-Z]/.test(raw) && (raw.length === 1 || raw !== raw.toUpperCase());
  return { text, capital, genitive: text.endsWith("'s"), endsInS: /s$/i.test(raw) };
});

const adverbs = new Set([
  ...['also', 'again', 'once', 'both', 'very', 'much', 'further', 'still', 'always', 'thus', 'now'],
  ...['therefore', 'hereby', 'hard', 'never', 'not', 'then', 'even', 'all', 'henceforth'],
]);
const noAdverbs = new Set([
  'family',
  'supply',
  'reply',
  'ally',
  'assembly',
  'italy',
  'july',
  'apply',
  'rely',
]);

/** Words that may stand between the parts of a verb without changing what it is. */
export const isAdverb = (text: string): boolean =>
  adverbs.has(text) || (text.endsWith('ly') && text.length > 4 && !noAdverbs.has(text));
