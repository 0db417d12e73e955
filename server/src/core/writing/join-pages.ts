/** A text whose paragraphs were put together again, and how many breaks that mended. */
export interface JoinedPages {
  readonly text: string;
  readonly joins: number;
}

interface Line {
  readonly text: string;
  readonly end: string;
}

type Sort = 'blank' | 'page' | 'words';

const LINES = /([^\r\n]*)(\r\n|\r|\n|$)/g;
const PAGE =
  /^(?:[-–—] ?)?(?:page |p\. ?)?\d{1,4}(?: ?(?:of|\/) ?\d{1,4})?(?: ?[-–—])?$|^\d{1,4} ?(?:ページ|頁)$|^\S{0,20}(?: \(\p{Lu}\))? ?\/\.{3}$/iu;
// An item of a list, (a) or ii., begins a paragraph of its own.
const LOWER = /^(?!\(?\p{Ll}{1,4}[.)] )["“‘'(]?\p{Ll}/u;
const WIDE_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、]$/u;
const KANA = /^[\p{Script=Hiragana}、]/u;
/** Where a sentence, or a part of one that may be a paragraph, has come to its end. */
const ENDED = /[.!?:;。．！？：；…][\p{Pf}\p{Pe}"']*$/u;
const OPEN_END = /[\p{L}\p{N}\p{Pe}\p{Pf}%]$/u;
/** What stands beside the number of a page though it is said only there: the sign of a paper, its language. */
const PAGE_HEAD =
  /^(?:\p{Lu}{1,4}\/){1,4}\S*\d\S*(?: ?\(\d{4}\))?\*?$|^(?:English|French|Spanish|Russian|Arabic|Chinese|Japanese|Korean|German|Original: \p{L}+)$/u;
// Lines that a page has broken are full lines; those of a list or a table are not.
const FULL_LINE = 40;
const FULL_WIDE_LINE = 15;
const PROSE_LINE = 60;

/**
 * Puts paragraphs together that the end of a page has broken: what stands before the break does not end like a
 * sentence, what follows goes on in lower case (or, in Japanese, in hiragana). Page numbers and what is said on every
 * page is left out there, and only there. Where nothing but a blank line marks the break, both parts must be long
 * enough for prose and the second must end like a sentence. A word that is cut by a hyphen stays as it is.
 */
export function joinPages(text: string): JoinedPages {
  const lines = [...text.matchAll(LINES)].map(([, words = '', end = '']) => ({ text: words, end }));
  const sorts = sortsOf(lines);
  const out: string[] = [];
  let joins = 0;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line;
    const next = sorts[at] === 'words' ? nextWords(sorts, at) : undefined;
    if (next === undefined || !isBroken(lines, sorts, at, next)) {
      out.push(line.text, line.end);
      continue;
    }
    joins++;
    const isWide = KANA.test(bare(lines[next] as Line));
    const isWrapped = sorts[at - 1] === 'words' || sorts[next + 1] === 'words';
    out.push(line.text.trimEnd(), isWrapped ? line.end : isWide ? '' : ' ');
    lines[next] = { text: bare(lines[next] as Line), end: lines[next]?.end ?? '' };
    at = next - 1;
  }
  return { text: out.join(''), joins };
}

/** What each line is; a line that stands on several pages, its numbers aside, belongs to the page, unless it ends like a sentence. */
function sortsOf(lines: readonly Line[]): Sort[] {
  const sorts = lines.map((line): Sort => {
    const words = bare(line);
    if (!words) return line.text.includes('\f') ? 'page' : 'blank';
    return words.length <= 40 && PAGE.test(words) ? 'page' : 'words';
  });
  const times = new Map<string, number>();
  const spoken = (line: Line): string => bare(line).replace(/\d+/g, '0');
  const isShort = ({ text }: Line): boolean => text.length <= 100;
  for (const line of lines.filter(isShort)) {
    times.set(spoken(line), (times.get(spoken(line)) ?? 0) + 1);
  }
  const isOfPage = (line: Line): boolean =>
    isShort(line) &&
    !ENDED.test(bare(line)) &&
    !LOWER.test(bare(line)) &&
    !KANA.test(bare(line)) &&
    (PAGE_HEAD.test(bare(line)) || (times.get(spoken(line)) ?? 0) > 1);
  for (const step of [1, -1]) {
    // From each page number over what stands beside it.
    for (let at = step > 0 ? 1 : sorts.length - 2; at >= 0 && at < sorts.length; at += step) {
      const isBeside = sorts[at] === 'words' && sorts[at - step] === 'page';
      if (isBeside && isOfPage(lines[at] as Line)) sorts[at] = 'page';
    }
  }
  return sorts;
}

const bare = ({ text }: Line): string => text.replace(/^[\s\f]+|[\s\f]+$/g, '');

/** The next line of words; undefined where that follows directly, or there is none. */
function nextWords(sorts: readonly Sort[], at: number): number | undefined {
  let next = at + 1;
  // Further away than this is no next page.
  while (next < sorts.length && sorts[next] !== 'words' && next - at < 12) next++;
  return next > at + 1 && sorts[next] === 'words' ? next : undefined;
}

function isBroken(
  lines: readonly Line[],
  sorts: readonly Sort[],
  at: number,
  next: number,
): boolean {
  const [before, after] = [bare(lines[at] as Line), bare(lines[next] as Line)];
  if (ENDED.test(before) || /[-‐­]$/.test(before)) return false;
  const isPage =
    sorts.slice(at + 1, next).includes('page') || /^\s*\f/.test(lines[next]?.text ?? '');
  if (KANA.test(after)) return isPage && before.length >= FULL_WIDE_LINE && WIDE_END.test(before);
  if (!LOWER.test(after)) return false;
  if (isPage) return before.length >= FULL_LINE;
  if (before.length < PROSE_LINE || !OPEN_END.test(before)) return false;
  return ENDED.test(lastOf(lines, sorts, next));
}

/** The last line of the paragraph that begins with a line. */
function lastOf(lines: readonly Line[], sorts: readonly Sort[], from: number): string {
  let last = from;
  while (sorts[last + 1] === 'words') last++;
  return bare(lines[last] as Line);
}
