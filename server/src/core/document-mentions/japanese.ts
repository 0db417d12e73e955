import { matchesOf } from '../matches.ts';
import type { Phrase } from './english.ts';
import type { When } from './when.ts';
import type { Form } from './words.ts';

const forms: readonly (readonly [Form, string])[] = [
  ['call', '(?:首脳|外相)?電話(?:会談|協議)'],
  ['summit', '首脳(?:会談|会議|会合)|サミット'],
  ['visit', '訪問|訪日|訪米'],
  ['statement', '(?:首脳|外相)?(?:共同)?声明|共同発表|共同文書'],
  ['text', '宣言|コミュニケ'],
  [
    'meeting',
    '(?:外相|防衛相|閣僚|大臣)?(?:会合|会談|協議|対話|会議)|2プラス2|２プラス２|「2\\+2」',
  ],
];

const head = forms.map(([form, words]) => `(?<${form}>${words})`).join('|');
const digits = '[0-9０-９〇一二三四五六七八九十]{1,4}';
const time = `(?<when>(?:令和|平成)?${digits}年(?:${digits}月(?:${digits}日)?)?|(?:同年|昨年|本年|今年)?${digits}月(?:${digits}日)?|昨年|前年|先月|先週|昨日|前回|前)`;
const pattern = new RegExp(
  `${time}(?:の|に[^、。]{0,24}?(?:した|された|の))?(?<name>[^、。\\s]{0,24}?)(?:${head})`,
  'gu',
);

/** Time first, then the noun: 先月の会合, 2024年7月の共同声明. UTF-16 offsets. */
export function japanesePhrases(text: string): readonly Phrase[] {
  if (!/[会声宣訪協共]|サミット|プラス/u.test(text)) return [];
  const phrases: Phrase[] = [];
  for (const match of matchesOf(pattern, text)) {
    const { index, groups = {} } = match;
    const told = groups.when ?? '';
    const after = text.slice(index + match[0].length, index + match[0].length + 12);
    // What is to be held is still to come.
    if (/^(?:に向け|を?予定|の開催に|で予定)/u.test(after) || /次回|予定|来る/u.test(match[0]))
      continue;
    const when = whenOf(told);
    const isLast = told === '前回' || told === '前';
    if (!when && !isLast) continue;
    const form = forms.find(([name]) => groups[name])?.[0] as Form;
    const to = index + match[0].length;
    phrases.push({
      from: index,
      to,
      when,
      form,
      head: groups[form] ?? '',
      own: true,
      which: isLast ? 'last' : undefined,
      names: [],
      parties: [],
      others: [],
      words: match[0],
    });
  }
  return phrases;
}

const ago: ReadonlyMap<string, When> = new Map([
  ['昨年', { unit: 'ago', of: 'year', count: 1 }],
  ['前年', { unit: 'ago', of: 'year', count: 1 }],
  ['先月', { unit: 'ago', of: 'month', count: 1 }],
  ['先週', { unit: 'ago', of: 'week', count: 1 }],
  ['昨日', { unit: 'ago', of: 'day', count: 1 }],
]);

function whenOf(told: string): When | undefined {
  const fixed = ago.get(told);
  if (fixed) return fixed;
  const found = new RegExp(
    `^(令和|平成|昨年|同年|本年|今年)?(?:(${digits})年)?(?:(${digits})月)?(?:(${digits})日)?$`,
    'u',
  ).exec(told);
  if (!found) return undefined;
  const [, era, y, m, d] = found;
  // A month of last year or of the same year needs a year that is not told here.
  if (era === '昨年' || era === '同年') return undefined;
  const year =
    y === undefined ? undefined : numberOf(y) + (era === '令和' ? 2018 : era === '平成' ? 1988 : 0);
  if (year !== undefined && (year < 1868 || year > 2199)) return undefined;
  if (m === undefined) return year === undefined ? undefined : { unit: 'year', year };
  const month = numberOf(m);
  if (month < 1 || month > 12) return undefined;
  const told2 = year === undefined ? {} : { year };
  return d === undefined
    ? { unit: 'month', month, ...told2 }
    : { unit: 'day', month, day: numberOf(d), ...told2 };
}

const kanji = '〇一二三四五六七八九';

function numberOf(text: string): number {
  const plain = text.normalize('NFKC');
  if (/^\d+$/.test(plain)) return Number(plain);
  const tens = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/u.exec(plain);
  if (tens)
    return (tens[1] ? kanji.indexOf(tens[1]) : 1) * 10 + (tens[2] ? kanji.indexOf(tens[2]) : 0);
  return Number([...plain].map((digit) => kanji.indexOf(digit)).join(''));
}
