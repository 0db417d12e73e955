import { advance, fold, foldCluster, type Reader, signOf, silent, word } from './fold.ts';
import type { Span } from './text.ts';

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
  if (reader.kind !== word) return true;
  const ahead = { ...reader };
  if (!advance(ahead)) return true;
  if (ahead.kind === word) return isParticle(reader, ahead);
  if (ahead.unit !== apostrophe || ahead.units !== undefined) return true;
  const letter = { ...ahead };
  if (!advance(letter) || letter.kind !== word) return true;
  if (letter.unit !== smallS || letter.units !== undefined) return false;
  return !(advance(letter) && letter.kind === word);
}

const apostrophe = 39;
const smallS = 115;

const particles: ReadonlySet<string> = new Set(
  '은 는 이 가 을 를 의 에 와 과 도 로 으로 에서 에게 만 및 측 간 은 등'.split(' '),
);
const hangul = /^\p{Script=Hangul}+$/u;

/** Whether the letters from `ahead` to the end of the word are a Korean particle behind a Korean word. */
function isParticle(reader: Reader, ahead: Reader): boolean {
  if (!hangul.test(foldCluster(reader.text.slice(reader.from, reader.end)))) return false;
  let rest = '';
  do {
    if (ahead.kind !== word) break;
    rest += foldCluster(ahead.text.slice(ahead.from, ahead.end));
  } while (rest.length < 4 && advance(ahead));
  return particles.has(rest);
}

/** What an apostrophe may stand behind, when the name begins after it: l'Iran, d'Ivoire, dell'Iran. */
const elided = /(?:^|[^\p{L}\p{N}])(?:[cdjlmnst]|qu|(?:de|da|a|ne|su)ll)$/u;

/**
 * Whether no word goes on into the name that begins at `from` with a letter: Neill in O'Neill does.
 * `cut` is the first cut behind `from`.
 */
export function beginsWord(source: Source, from: number, cut: number): boolean {
  if (from === source.from) return true;
  if (cut === 0 && signOf(source.text.charCodeAt(from - 1)) >>> 16 < silent) {
    if ((signOf(source.text.charCodeAt(from - 1)) & 0xffff) !== apostrophe) return true;
  }
  const before = textBefore(source, from, cut);
  const last = before[before.length - 1];
  if (last === undefined || foldCluster(last) !== "'") return true;
  const rest = before.slice(0, -1);
  return !/[\p{L}\p{N}]$/u.test(rest) || elided.test(fold(rest));
}

/** The last few characters of the source before an offset, invisible ones left out. */
function textBefore({ text, from: start, cuts }: Source, from: number, cut: number): string {
  let before = '';
  let at = from;
  let last = cut - 1;
  while (at > start && before.length < 8) {
    const behind = cuts[last];
    if (behind && at <= behind.to) {
      at = Math.min(at, behind.from);
      last--;
      continue;
    }
    at--;
    const sign = text[at] as string;
    if (!/\p{Default_Ignorable_Code_Point}/u.test(sign)) before = sign + before;
  }
  return before;
}

/** Whether the words of a span are in capitals. */
export function isCapital({ text, cuts }: Source, { from, to }: Span, cut: number): boolean {
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
  return !/\p{Ll}/u.test(words.normalize('NFKC'));
}
