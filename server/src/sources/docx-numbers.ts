import { lettersOf, romanOf, wholeOf } from './numerals.ts';
import { type Attributes, readXml } from './xml.ts';

interface Level {
  start: number;
  format: string;
  /** `%1.%2` */
  text: string;
  /** Whether all its numbers are written in figures. */
  isLegal: boolean;
}

interface Numbering {
  readonly list: string;
  /** Numbers at which levels begin anew. */
  readonly starts: Map<number, number>;
}

/** Which list a paragraph belongs to, and how deep in it. */
export interface ListPlace {
  readonly number?: string;
  readonly level?: number;
}

/** The sign that Word writes before the next paragraph of a list, with a blank; empty where it writes none. */
export type NextSign = (place: ListPlace) => string;

/** Counts the paragraphs of lists as `numbering.xml` tells. */
export function countedBy(numbering: Uint8Array | undefined): NextSign {
  const { lists, numbers } = numbering ? readNumbering(numbering) : none;
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();

  return ({ number, level: depth = 0 }) => {
    const numbered = numbers.get(number ?? '');
    const levels = numbered && lists.get(numbered.list);
    const level = levels?.get(depth);
    if (!number || !numbered || !levels || !level) return '';
    if (level.format === 'bullet') return '- ';
    const count = counts.get(numbered.list) ?? [];
    counts.set(numbered.list, count);
    if (!begun.has(number)) {
      begun.add(number);
      for (const [at, start] of numbered.starts) count[at] = start - 1;
    }
    const startOf = (at: number): number => levels.get(at)?.start ?? 1;
    count[depth] = (count[depth] ?? startOf(depth) - 1) + 1;
    count.length = depth + 1;
    const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = level.isLegal ? 'decimal' : (levels.get(at)?.format ?? 'decimal');
      return written(count[at] ?? startOf(at), format);
    });
    return text.trim() && `${text.trim()} `;
  };
}

interface Read {
  readonly lists: Map<string, Map<number, Level>>;
  readonly numbers: Map<string, Numbering>;
}

const none: Read = { lists: new Map(), numbers: new Map() };

function readNumbering(bytes: Uint8Array): Read {
  const lists: Read['lists'] = new Map();
  const numbers: Read['numbers'] = new Map();
  let levels: Map<number, Level> | undefined;
  let level: Level | undefined;
  let number: Numbering | undefined;
  let numberId = '';
  let restart = 0;

  const inLevel = (name: string, value: string): void => {
    if (!level) return;
    if (name === 'start') level.start = wholeOf(value) ?? 1;
    if (name === 'numFmt') level.format = value;
    if (name === 'lvlText') level.text = value;
    if (name === 'isLgl') level.isLegal = value !== '0' && value !== 'false';
  };

  readXml(bytes, {
    open(name, attributes: Attributes) {
      const value = attributes.val ?? '';
      if (name === 'abstractNum') {
        levels = new Map();
        lists.set(attributes.abstractNumId ?? '', levels);
      } else if (name === 'num') numberId = attributes.numId ?? '';
      else if (name === 'abstractNumId') {
        number = { list: value, starts: new Map() };
        numbers.set(numberId, number);
      } else if (name === 'lvlOverride') restart = wholeOf(attributes.ilvl ?? '') ?? 0;
      else if (name === 'startOverride') number?.starts.set(restart, wholeOf(value) ?? 1);
      else if (name === 'lvl' && levels) {
        level = { start: 1, format: 'decimal', text: '', isLegal: false };
        levels.set(wholeOf(attributes.ilvl ?? '') ?? 0, level);
      } else inLevel(name, value);
    },
    close(name) {
      if (name === 'abstractNum') levels = undefined;
      if (name === 'lvl') level = undefined;
    },
  });
  return { lists, numbers };
}

const FULL_WIDTH = 0xff10 - 0x30;
const ICHI = '〇一二三四五六七八九';

const formats: Readonly<Record<string, (number: number) => string>> = {
  none: () => '',
  decimalZero: (number) => String(number).padStart(2, '0'),
  lowerLetter: lettersOfWord,
  upperLetter: (number) => lettersOfWord(number).toUpperCase(),
  lowerRoman: romanOf,
  upperRoman: (number) => romanOf(number).toUpperCase(),
  decimalFullWidth: (number) =>
    String(number).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + FULL_WIDTH)),
  decimalEnclosedCircle: (number) =>
    number >= 1 && number <= 20 ? String.fromCharCode(0x2460 + number - 1) : String(number),
  japaneseCounting: kanjiOf,
  chineseCounting: kanjiOf,
  ideographDigital: (number) => [...String(number)].map((digit) => ICHI[Number(digit)]).join(''),
};

const written = (number: number, format: string): string =>
  Object.hasOwn(formats, format) ? (formats[format]?.(number) ?? '') : String(number);

/** Behind z Word doubles: aa, bb, cc. */
function lettersOfWord(number: number): string {
  if (number < 1) return String(number);
  return lettersOf(((number - 1) % 26) + 1).repeat(Math.min(30, Math.ceil(number / 26)));
}

function kanjiOf(number: number): string {
  if (number < 1 || number > 99) return String(number);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return (tens ? `${tens > 1 ? ICHI[tens] : ''}十` : '') + (ones ? ICHI[ones] : '');
}
