import { t } from '../../core/language.ts';
import { shortened } from '../../core/text.ts';
import { sourceHash } from '../../core/writing/source.ts';
import { dayInWords, dueInWords } from '../days.ts';
import type { RegisterRow } from '../register/row.ts';
import type { RegisterText, Wanted } from './pieces.ts';

/**
 * The days that something is due by, as all-day events of a calendar (RFC 5545). Events and not tasks:
 * the calendars of Outlook and Google pass over tasks. Nothing in it comes from the clock, so the same
 * register gives the same file, and an event that is there already is brought up to date.
 */
export function icsText({ fileOf }: Wanted): RegisterText {
  const uids = new Map<string, number>();
  return {
    begin: written(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Readout//Register//EN']),
    takes: ({ dueBy }) => dueBy !== undefined,
    rows: (rows) => rows.map((row) => event(row, fileOf, uids)).join(''),
    end: () => written(['END:VCALENDAR']),
  };
}

function event(
  row: RegisterRow,
  fileOf: (uri: string) => string,
  uids: Map<string, number>,
): string {
  const { document, actors, words, kind, dueBy = '' } = row;
  const who = actors.map(({ name }) => name).join(', ');
  return written([
    'BEGIN:VEVENT',
    `UID:${text(uidOf(row, fileOf, uids))}`,
    `DTSTAMP:${compact(document.date ?? '1970-01-01')}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(dueBy)}`,
    `SUMMARY:${text([who, shortened(words, 100)].filter(Boolean).join(': '))}`,
    `DESCRIPTION:${text(described(row, fileOf))}`,
    `CATEGORIES:${text(kind)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
}

/**
 * The same for the same mark each time: by its name; without one by its document and words. Of several that
 * would have the same, such as marks of one name in two collections, the later ones are numbered.
 */
function uidOf(
  { name, document, uri, words }: RegisterRow,
  fileOf: (uri: string) => string,
  uids: Map<string, number>,
): string {
  const own = document.key ?? sourceHash(fileOf(uri)).slice(0, 16);
  const stem = name ?? `${own}#${sourceHash(words).slice(0, 16)}`;
  const count = (uids.get(stem) ?? 0) + 1;
  uids.set(stem, count);
  return `${stem}${count > 1 ? `+${count}` : ''}@readout`;
}

function described(row: RegisterRow, fileOf: (uri: string) => string): string {
  const { document, words, due = '', status, conditions, name, uri } = row;
  const title = document.title ?? document.key ?? fileOf(uri);
  const day = document.date && dayInWords(document.date);
  return [
    words,
    t`Due: ${dueInWords(due) ?? due}`,
    ...(conditions.length ? [t`Condition: ${conditions.join(t`; `)}`] : []),
    ...(status ? [t`Status: ${status.words}`] : []),
    [day, title, name].filter(Boolean).join(' · '),
  ].join('\n');
}

const compact = (day: string): string => day.replaceAll('-', '');

/** A value of type TEXT. Control characters have no place in one. */
const text = (words: string): string =>
  words
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/(?!\t)\p{Cc}/gu, ' ');

const written = (lines: readonly string[]): string =>
  lines.map((line) => `${folded(line)}\r\n`).join('');

/** A line may have 75 octets; the rest goes on in the next one, behind a blank. No character is cut in two. */
function folded(line: string): string {
  let [all, octets] = ['', 0];
  for (const sign of line) {
    const size = octetsOf(sign.codePointAt(0) ?? 0);
    if (octets + size > 75) {
      all += '\r\n ';
      octets = 1;
    }
    all += sign;
    octets += size;
  }
  return all;
}

const octetsOf = (point: number): number =>
  point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
