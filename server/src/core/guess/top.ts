import { readDate } from './dates.ts';
import { issuerIn } from './issuer.ts';
import type { Excerpt } from './lines.ts';
import { type Dateline, labelledPlace, readDateline } from './place.ts';

/** What stands above the prose, in order, and how the prose begins. */
export interface Top {
  readonly items: readonly Item[];
  /** The first block of prose, joined into one line; empty where none was found. */
  readonly opening: string;
}

export type Item =
  | { readonly type: 'date'; readonly date: string; readonly labelled: boolean }
  | { readonly type: 'dateline'; readonly dateline: Dateline }
  | { readonly type: 'issuer'; readonly issuer: string }
  | { readonly type: 'place'; readonly place: string }
  | { readonly type: 'title'; readonly title: string }
  | { readonly type: 'noise' }
  /** Lines that may be a title. */
  | { readonly type: 'block'; readonly lines: readonly string[] };

const NOISE = [
  /^[^\p{L}]*$/u,
  /^(?:page|p\.?) ?\d+(?: ?(?:of|\/) ?\d+)?$/i,
  /^(?:for )?(?:immediate )?release:?$|^(?:transcript|news|speech|statements)$/i,
  /^(?:press|news|media) (?:release|note|statement|notice|advisory|information|communiqu[eé])s?(?:(?: no\.?:?| #|:) ?[\w/-]+)?$/i,
  /^(?:\[|\()?(?:unofficial|provisional|courtesy|tentative|english|japanese) (?:translation|version|text)(?:\]|\))?$/i,
  /^[（(［[]?(?:仮訳|暫定版|和文|英文|報道発表|プレスリリース|報道資料|お知らせ|印刷)[）)］\]]?$/,
  /^(?:un)?classified(?: .{0,30})?$/i,
  /^(?:embargoed|check against delivery|as delivered|as prepared|print|share|home|back|skip to .*|menu|search|tweet)\b.{0,40}$/i,
  /^(?:https?:\/\/|www\.)\S+$/i,
  /^(?:home|ホーム|トップページ) ?[>›»/＞].*$/i,
  /^(?:original: ?)?(?:english|french|spanish|russian|arabic|chinese|japanese|korean|german|hindi|thai|portuguese)(?: only|, [a-z]+(?: \([a-z]+\))?)?$/i,
  /\bDistr\.: ?\p{L}*$/iu,
  /^(?:last )?(?:updated|modified|reviewed)(?: on)?:? .{0,40}$/i,
  /^(?:United Nations )?(?:[A-Z]+\/)+\S*\d\S*(?: ?\(\d{4}\)\*?)?$/,
];
// In parentheses on a line of its own: the language of the copy, a number, a remark.
const ASIDE = /^[（(［[][^（）()［］[\]]{0,60}(?:\([^()]*\))?[）)\]］]$/;
const DATE_LABEL =
  /^(?:date(?: of (?:issue|release|publication))?|(?:for )?(?:immediate )?released?|(?:press|news|media) (?:release|note|statement|notice)|issued|published|posted|日付|発表日)(?: on)?(?:[:,]| ?[–—|-])? ?/i;
const TITLE_LABEL = /^(?:title|subject|件名|標題|表題) ?[:：] ?(.+)$/i;

/** Sorts the lines above the prose and stops where the prose begins. */
export const topOf = (excerpt: Excerpt): Top => {
  const all = excerpt.runs.flatMap(itemsOf);
  const end = all.findIndex(
    (item, at) => item.type === 'block' && isProse(item.lines, all[at + 1]),
  );
  const opening = all[end];
  if (opening?.type !== 'block') return { items: all, opening: '' };
  return { items: all.slice(0, end), opening: joined(opening.lines) };
};

/** The items of one run of lines; neighbouring lines that tell nothing by themselves are one block. */
const itemsOf = (run: readonly string[]): readonly Item[] => {
  const items: Item[] = [];
  let block: string[] = [];
  for (const line of run) {
    const item =
      itemOf(line) ?? (block.length === 0 && ASIDE.test(line) ? { type: 'noise' } : undefined);
    if (!item) {
      if (block.length === 0) items.push({ type: 'block', lines: block });
      block.push(line);
      continue;
    }
    block = [];
    items.push(item);
  }
  return items;
};

/** Lines as one, without a blank where the script has none. */
export const joined = (lines: readonly string[]): string =>
  lines
    .join(' ')
    .replace(
      /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。]) (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu,
      '',
    );

const itemOf = (line: string): Item | undefined => {
  if (line.length > 200) return undefined;
  if (NOISE.some((pattern) => pattern.test(line)) && readDate(bare(line)) === undefined)
    return { type: 'noise' };
  const unlabelled = bare(line.replace(DATE_LABEL, ''));
  const date = readDate(unlabelled);
  if (date !== undefined) return { type: 'date', date, labelled: DATE_LABEL.test(line) };
  const title = TITLE_LABEL.exec(line)?.[1];
  if (title !== undefined) return { type: 'title', title };
  const place = labelledPlace(line);
  if (place !== undefined) return { type: 'place', place };
  const dateline = readDateline(line);
  if (dateline && !dateline.opens) return { type: 'dateline', dateline };
  const issuer = issuerIn(line);
  return issuer === undefined ? undefined : { type: 'issuer', issuer };
};

/** A line of a date without parentheses round it and without the hour after it. */
export const bare = (line: string): string =>
  line
    .replace(/^[（([](.*)[）)\]]$/, '$1')
    .replace(/[,.;]$/, '')
    .replace(
      /,? (?:at )?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: ?\(?(?:[A-Z]{2,4}|local time)\)?)?$/i,
      '',
    );

const STOP = /[.。．]["”’』」）)\]]*$/u;
const ABBREVIATED = /(?:\b\p{Lu}|\b(?:Jr|Sr|Inc|Ltd|Co|Corp|St|No))\.$/u;

const SENTENCES =
  /[\p{Ll})](?<!\b(?:Jr|Sr|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Adm|Prof|Amb|Hon|Sen|Rep|St|Ft|No|v|vs))\. \p{Lu}/u;

const isProse = (block: readonly string[], next: Item | undefined): boolean => {
  const text = joined(block);
  if (block.length > 4 || text.length > 320) return true;
  if (text.length > 120 && (SENTENCES.test(text) || /。/.test(text))) return true;
  // A title may end like a sentence; the date or the issuer under it tells it from prose.
  if (block.length === 1 && next && next.type !== 'block' && next.type !== 'noise') return false;
  return /[,;:：、]$/.test(text) || (STOP.test(text) && !ABBREVIATED.test(text));
};
