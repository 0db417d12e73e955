import type { Span } from '../text.ts';
import { fold } from './fold.ts';
import { advance, type Reader } from './fold-reader.ts';
import {
  foldCluster,
  kindOfCodePoint,
  mark,
  signOf,
  silent,
  syllable,
  word,
} from './fold-signs.ts';

/** Where something was found: the text, what of it was searched, and its cuts. */
export interface Source extends Span {
  readonly text: string;
  readonly cuts: readonly Span[];
}

/**
 * Whether no word goes on where a name ends; the reader has just read the name's last character.
 * A possessive `'s` does not belong to the word, nor does a Korean particle.
 */
export function endsWord(reader: Reader): boolean {
  const { kind } = reader;
  if (kind !== word && kind !== syllable) return true;
  if (kind === word && reader.at < reader.stop) {
    const sign = signOf(reader.text.charCodeAt(reader.at));
    if (sign >>> 16 === word) return false;
    if (sign >>> 16 < silent && (sign & 0xffff) !== apostrophe) return true;
  }
  const ahead = { ...reader };
  if (!advance(ahead)) return true;
  if (kind === syllable) return ahead.kind !== syllable || isParticle(ahead);
  if (ahead.kind === word) return false;
  if (ahead.unit !== apostrophe || ahead.units !== undefined) return true;
  const letter = { ...ahead };
  if (!advance(letter) || letter.kind !== word) return true;
  if (letter.unit !== smallS || letter.units !== undefined) return false;
  return !(advance(letter) && letter.kind === word);
}

const apostrophe = 39;
const smallS = 115;

const particles: ReadonlySet<string> = new Set(
  (
    '은 는 이 가 을 를 의 에 와 과 도 로 으로 에서 에게 만 측 간 등 까지 부터 에는 에서는 에게는 와의 과의 ' +
    '로서 으로서 로는 으로는 와는 과는'
  ).split(' '),
);

/** Whether the syllables up to the end of the word are a particle; the reader has read the first. */
function isParticle(reader: Reader): boolean {
  let rest = '';
  do {
    if (reader.kind !== syllable) break;
    rest += foldCluster(reader.text.slice(reader.from, reader.end));
  } while (rest.length < 4 && advance(reader));
  return particles.has(rest);
}

/** What an apostrophe may stand behind, when the name begins after it: l'Iran, d'Ivoire, dell'Iran. */
const elisions: ReadonlySet<string> = new Set(
  'c d j l m n s t qu all dall dell nell sull'.split(' '),
);

/** So many units before a name tell whether it stands behind an elided word. */
const longestElision = 24;

/**
 * Whether no word goes on into the name that begins at `from` with a character of this kind: one goes on
 * into the Neill of O'Neill. `cut` is the first cut behind `from`.
 */
export function beginsWord(source: Source, from: number, cut: number, kind: number): boolean {
  if (from === source.from || (kind !== word && kind !== syllable)) return true;
  const sign = signOf(source.text.charCodeAt(from - 1));
  if (cut === 0 && sign >>> 16 < silent && (sign & 0xffff) !== apostrophe) return true;
  const before = textBefore(source, from, cut);
  if (kind === syllable) return !/\p{Script=Hangul}$/u.test(before);
  const rest = /^(.*?)(.\p{M}*)$/su.exec(before);
  if (!rest || foldCluster(rest[2] as string) !== "'") return true;
  const letters = [...(rest[1] as string)];
  let begin = letters.length;
  const kindAt = (at: number) => kindOfCodePoint(letters[at]?.codePointAt(0) ?? 0);
  while (begin > 0 && [word, mark].includes(kindAt(begin - 1))) begin--;
  while (begin < letters.length && kindAt(begin) === mark) begin++;
  const ahead = fold(letters.slice(begin).join(''));
  return ahead === '' || elisions.has(ahead);
}

/** The source shortly before an offset, invisible characters left out. */
function textBefore({ text, from: start, cuts }: Source, from: number, cut: number): string {
  let before = '';
  let at = from;
  let last = cut - 1;
  while (at > start && before.length < longestElision) {
    const behind = cuts[last];
    if (behind && at <= behind.to) {
      at = Math.min(at, behind.from);
      last--;
    } else before = text[--at] + before;
  }
  return before.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
}

/**
 * Whether the words between two offsets have capitals where these letters of their name have them; `cut`
 * is the first cut behind the first offset.
 */
export function hasCapitals(
  { text, cuts }: Source,
  from: number,
  to: number,
  cut: number,
  capitals: string,
): boolean {
  const behind = cuts[cut];
  const known = behind && behind.from < to ? undefined : plainCapitals(text, from, to, capitals);
  if (known !== undefined) return known;
  let words = '';
  let at = from;
  for (let next = cut; at < to; next++) {
    const behind = cuts[next];
    if (!behind || behind.from >= to) {
      words += text.slice(at, to);
      break;
    }
    words += text.slice(at, Math.max(at, behind.from));
    at = Math.max(at, behind.to);
  }
  if (/^[ -`{-~]*$/.test(words)) return true;
  const letters = words.normalize('NFKC').match(/\p{L}/gu) ?? [];
  const wanted = [...capitals];
  return letters.every((letter, i) => !isSmall(letter) || isSmall(wanted[i] ?? ''));
}

/**
 * The same for words of ASCII, undefined for others: texts have the words `and` and `the` in every line,
 * and codebooks the names AND and THE.
 */
function plainCapitals(
  text: string,
  from: number,
  to: number,
  capitals: string,
): boolean | undefined {
  let letter = 0;
  let fits = true;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    const wanted = letter < capitals.length ? capitals.charCodeAt(letter) : 0;
    if (code > 127 || wanted > 127) return undefined;
    if (isPlainSmall(code)) {
      if (!isPlainSmall(wanted)) fits = false;
      letter++;
    } else if (code >= 65 && code <= 90) letter++;
  }
  return fits;
}

const isPlainSmall = (code: number): boolean => code >= 97 && code <= 122;

const isSmall = (letter: string): boolean => /\p{Ll}/u.test(letter);
