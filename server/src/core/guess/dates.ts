import { readDay } from '../dates.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(?<m>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(?<d>\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(?<y>\\d{4})';
const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?';
const DASH = ' ?(?:[-\u2010-\u2015~\u301c]|to|and|&) ?';
const NUMERAL = '[\\d〇零一二三四五六七八九十元]{1,4}';

/** `name` numbered, so that one pattern can hold two days. */
const numbered = (pattern: string, n: number): string => pattern.replace(/\?<(\w)>/g, `?<$1${n}>`);

const WHOLE_DAY = [
  `${MONTH} ${DAY},? ${YEAR}`,
  `${DAY}(?: day)?(?: of)? ${MONTH},? ${YEAR}`,
  `(?<y>\\d{4})(?<s>[-/.])(?<m>\\d{1,2})\\k<s>(?<d>\\d{1,2})`,
  `(?<e>令和|平成|昭和|大正|西暦)? ?(?<y>${NUMERAL}) ?年 ?(?<m>${NUMERAL}) ?月 ?(?<d>${NUMERAL}) ?[日号]`,
  `(?<y>\\d{4})년 ?(?<m>\\d{1,2})월 ?(?<d>\\d{1,2})일`,
];

const RANGES = [
  `${numbered(MONTH, 1)} ${numbered(DAY, 1)}${DASH}${numbered(DAY, 2)},? ${numbered(YEAR, 2)}`,
  `${numbered(DAY, 1)}${DASH}${numbered(DAY, 2)} ${numbered(MONTH, 2)},? ${numbered(YEAR, 2)}`,
  `${numbered(MONTH, 1)} ${numbered(DAY, 1)}(?:,? ${numbered(YEAR, 1)})?${DASH}${numbered(MONTH, 2)} ${numbered(DAY, 2)},? ${numbered(YEAR, 2)}`,
  `${numbered(DAY, 1)} ${numbered(MONTH, 1)}(?:,? ${numbered(YEAR, 1)})?${DASH}${numbered(DAY, 2)} ${numbered(MONTH, 2)},? ${numbered(YEAR, 2)}`,
  `(?<y1>\\d{4})-(?<m1>\\d{2})-(?<d1>\\d{2}) ?/ ?(?<y2>\\d{4})-(?<m2>\\d{2})-(?<d2>\\d{2})`,
  `(?<e1>令和|平成|昭和)?(?<y1>${NUMERAL})年(?<m1>${NUMERAL})月(?<d1>${NUMERAL})日?(?: ?\\([^)]\\))? ?(?:から|[-〜~～]) ?(?:(?<m2>${NUMERAL})月)?(?<d2>${NUMERAL})日`,
];

const whole = (pattern: string): RegExp =>
  new RegExp(
    `^(?:${WEEKDAY},? )?${pattern}(?: ?\\(?(?:${WEEKDAY}|[月火水木金土日](?:曜日?)?)\\)?)?$`,
    'iu',
  );
const DAY_PATTERNS = WHOLE_DAY.map(whole);
const RANGE_PATTERNS = RANGES.map(whole);

/** A day without its year, as in the dateline `Washington, D.C., March 3`. */
const YEARLESS = [`${MONTH} ${DAY}`, `${DAY}(?: of)? ${MONTH}`].map(whole);

/** Any date somewhere in a line: for taking one off the end of a title or the front of a signature. */
export const DATE_ANYWHERE = `(?:(?:${WEEKDAY},? )?(?:${[...WHOLE_DAY, ...RANGES]
  .map((pattern) => pattern.replace(/\?<\w+>/g, '').replace('\\k<s>', '[-/.]'))
  .join('|')}))`;

/** Reads a text that is nothing but a date (weekday before or after allowed); undefined for anything else, also for the 31st of June. */
export const readDate = (text: string): string | undefined => {
  // Full-width digits and parentheses become plain ones.
  const plain = text.normalize('NFKC').trim();
  if (plain.length > 80) return undefined;
  for (const pattern of DAY_PATTERNS) {
    const groups = pattern.exec(plain)?.groups;
    if (groups) return dayOf(groups.e, groups.y, groups.m, groups.d);
  }
  for (const pattern of RANGE_PATTERNS) {
    const groups = pattern.exec(plain)?.groups;
    if (groups) return rangeOf(groups);
  }
  return undefined;
};

/** Whether the text is nothing but a day, with its year or without. */
export const isDay = (text: string): boolean =>
  readDate(text) !== undefined ||
  (text.length <= 40 && YEARLESS.some((pattern) => pattern.test(text.normalize('NFKC').trim())));

type Groups = Readonly<Record<string, string | undefined>>;

const rangeOf = (groups: Groups): string | undefined => {
  const first = dayOf(groups.e1, groups.y1 ?? groups.y2, groups.m1 ?? groups.m2, groups.d1);
  const last = dayOf(groups.e1, groups.y2 ?? groups.y1, groups.m2 ?? groups.m1, groups.d2);
  return first !== undefined && last !== undefined && first < last ? `${first}/${last}` : undefined;
};

const ERA_BEFORE: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  大正: 1911,
  西暦: 0,
};

const dayOf = (era: string | undefined, y = '', m = '', d = ''): string | undefined => {
  const before = ERA_BEFORE[era ?? '西暦'] ?? 0;
  const year = numberOf(y) + before;
  const month = monthOf(m);
  const day = numberOf(d);
  if (!(year >= 1800 && year <= 2199)) return undefined;
  return readDay(`${year}-${twoDigits(month)}-${twoDigits(day)}`);
};

const twoDigits = (value: number): string => String(value).padStart(2, '0');

const monthOf = (text: string): number => {
  const named = MONTHS.indexOf(text.slice(0, 3).toLowerCase());
  return named >= 0 ? named + 1 : numberOf(text);
};

const KANJI = '〇一二三四五六七八九';

/** `25`, `二十五`, `二五`, `元`; NaN for what is none of them. */
const numberOf = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text);
  if (text === '元') return 1;
  const digits = text.replace(/零/g, '〇');
  const tens = /^([二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(digits);
  if (tens)
    return (tens[1] ? KANJI.indexOf(tens[1]) : 1) * 10 + (tens[2] ? KANJI.indexOf(tens[2]) : 0);
  if (!/^[〇一二三四五六七八九]+$/.test(digits)) return Number.NaN;
  return Number([...digits].map((digit) => KANJI.indexOf(digit)).join(''));
};
