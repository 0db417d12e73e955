import { DATE_ANYWHERE, readDate } from './dates.ts';
import { type Item, joined, type Top } from './top.ts';

/** A title with what its end told beside it. */
export interface Titled {
  readonly title: string;
  /** A date that closed the title line, as in `Joint Statement, Orla, 3 May 2031`. */
  readonly date: string | undefined;
}

const DOCUMENT_WORD =
  /\b(?:statement|readout|read-out|communiqu[eé]|summary|declaration|resolution|remarks|conclusions|minutes|record|outcome|memorandum|meeting|call|talks|dialogue|consultations?|conference|summit|council|visit)\b/i;
const TYPE_ALONE =
  /^(?:(?:joint |press |media |official )*(?:statement|release|note|readout|communiqu[eé]|declaration|summary|fact sheet|outcome document))$/i;
const HANGING = /(?:\b(?:of|and|the|between|on|with|to|for|in|by|at|a|from|&)|[,–—-])$/i;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const CJK_DOCUMENT =
  /(?:挨拶|あいさつ|声明|宣言|概要|結果|コミュニケ|発表|会談|について|公报|宣言|公報)(?:[（(].{1,12}[）)])?$/;

/** The title among the lines above the prose; undefined unless one of them is fairly sure to be it. */
export const titleOf = (top: Top): Titled | undefined => {
  const candidates = candidatesOf(top);
  const weak = candidates.find(Boolean);
  const title = candidates.find((candidate) => !TYPE_ALONE.test(candidate)) ?? weak;
  return title === undefined ? undefined : withoutDate(title);
};

/** The titles that the blocks would give, up to the first block that can be none. */
const candidatesOf = (top: Top): readonly string[] => {
  const titles: string[] = [];
  for (const [at, item] of top.items.entries()) {
    if (item.type === 'title') titles.push(item.title);
    if (item.type !== 'block') continue;
    const next = top.items[at + 1];
    const title = titleIn(item.lines, linesOf(next, top.opening));
    if (title === undefined) break;
    titles.push(title);
  }
  // A lone line with nothing under it may be anything.
  return top.opening === '' && top.items.length < 2 ? [] : titles;
};

/** The lines that follow directly: of the next block, or the prose where the item is the last. */
const linesOf = (next: Item | undefined, opening: string): readonly string[] => {
  if (next === undefined) return [opening];
  return next.type === 'block' ? next.lines : [];
};

const titleIn = (lines: readonly string[], next: readonly string[]): string | undefined => {
  const first = lines[0] ?? '';
  if (!canBeTitle(first)) return undefined;
  if (CJK.test(first)) return cjkTitle(lines, next);
  if (lines.length === 1) return breaksOff(first, next[0]) ? undefined : first;
  if (lines.length <= 3 && lines.slice(1).every((line, at) => goesOn(lines[at] ?? '', line))) {
    return joined(lines);
  }
  return lines.length === 2 && TYPE_ALONE.test(first) ? lines[1] : undefined;
};

const canBeTitle = (line: string): boolean =>
  line.length >= 4 &&
  /^["“‘«「『【〈《(（［[]?[\p{Lu}\p{Lo}\p{Lt}\d]/u.test(line) &&
  !/^(?:\d+[.)]|[•\-–—*]) ?/.test(line) &&
  /\p{L}{2}/u.test(line);

/** Whether a lone line is the beginning of a sentence that the next block goes on with. */
const breaksOff = (line: string, next: string | undefined): boolean =>
  next !== undefined && (HANGING.test(line) || /^\p{Ll}/u.test(next));

/** Whether the second line is the rest of the first: a wrapped title, not the beginning of a text. */
const goesOn = (line: string, next: string): boolean =>
  HANGING.test(line) ||
  /^(?:of|and|the|between|on|with|to|for|in|by|at|from)\b|^[(（]/.test(next) ||
  (line.length >= 40 && isTitleCase(line) && isTitleCase(next));

const isTitleCase = (line: string): boolean => {
  const words = line.split(/[\s/]+/).filter((word) => /^\p{L}{4,}/u.test(word));
  const capital = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length === 0 ? /^\p{Lu}/u.test(line) : capital / words.length > 0.75;
};

/** Japanese and Chinese papers set occasion and sort of paper as two lines. */
const cjkTitle = (lines: readonly string[], next: readonly string[]): string | undefined => {
  if (lines.length > 2) return undefined;
  const [first = '', second = lines.length === 1 && next.length === 1 ? (next[0] ?? '') : ''] =
    lines;
  if (CJK_DOCUMENT.test(first) || !CJK.test(second) || !CJK_DOCUMENT.test(second)) {
    return lines.length === 1 ? first : undefined;
  }
  return /^(?:关于|に関する|における|についての)/.test(second)
    ? first + second
    : `${first} ${second}`;
};

const DATE_AT_END = new RegExp(
  `^(?<title>.{8,}?)(?:,| [-–—:]| ?[(（]) ?(?<date>${DATE_ANYWHERE})[)）]?$`,
  'iu',
);

const withoutDate = (title: string): Titled => {
  const groups = DATE_AT_END.exec(title)?.groups;
  const date = readDate(groups?.date ?? '');
  return { title, date: DOCUMENT_WORD.test(groups?.title ?? '') ? date : undefined };
};
