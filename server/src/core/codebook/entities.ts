import { readDue } from '../dates.ts';
import { t } from '../language.ts';
import type { Piece } from '../text.ts';
import type { Entry, Value } from '../yaml/yaml.ts';
import { entryOf, pieceOf } from '../yaml/yaml.ts';
import type { Alias, CodebookIssue, Entity, Kind } from './codebook.ts';
import {
  checkKeys,
  type Part,
  type Report,
  reportTo,
  suggestion,
  tableEntries,
  wordIn,
  wordsIn,
} from './file.ts';
import { checkFields } from './overlay.ts';

const keys = ['kind', 'name', 'aliases', 'ignore-in', 'see'] as const;
const fields = { keys, lists: ['aliases', 'ignore-in'] };
const aliasFields = { keys: ['text', 'from', 'to'], lists: [] };
const advice = (): string => t`Write "futenma:" and below it, indented, kind: and name:.`;

type Kinds = ReadonlyMap<string, Kind>;

/** The entities by id, in the order of the files. Of two with one id the first holds. */
export function readEntities(
  kinds: Kinds,
  parts: readonly Part[],
  issues: CodebookIssue[],
): ReadonlyMap<string, Entity> {
  const report = reportTo(issues);
  const entities = new Map<string, Entity>();
  for (const part of parts) {
    const own = new Set<string>();
    for (const entry of tableEntries(part, advice(), report)) {
      const id = pieceOf(entry.key);
      // Twice in one file has been reported with the other keys that stand twice.
      if (own.has(id.text)) continue;
      own.add(id.text);
      const first = entities.get(id.text);
      if (first !== undefined) {
        const what = t`The entity “${id.text}” is in the codebook already; what stands here does not count.`;
        report(part.place(id), what, t`Join the two, or give this one another id.`, {
          related: first.place,
        });
        continue;
      }
      checkId(id, part, report);
      entities.set(id.text, entityOf(id, entry, kinds, part, report));
    }
  }
  return entities;
}

function checkId(id: Piece, part: Part, report: Report): void {
  if (/^[A-Za-z][A-Za-z0-9_-]*$/.test(id.text)) return;
  const what = t`No reference can be written to “${id.text}”: it is no id.`;
  report(part.place(id), what, t`Begin with a letter and use only A-Z, a-z, 0-9, - and _.`);
}

function entityOf(id: Piece, entry: Entry, kinds: Kinds, part: Part, report: Report): Entity {
  checkFields(entry, fields, t`An entity`, part, report);
  const field = (key: (typeof keys)[number]) => entryOf(entry.value, key)?.value;
  const kind = wordIn(field('kind'), part, report);
  const name = wordIn(field('name'), part, report);
  if (entry.value === undefined) {
    const what = t`Nothing is said of ${id.text}, so references to it lead nowhere.`;
    report(part.place(id), what, t`Add a line "kind:" and a line "name:" below it, indented.`);
  } else if (entry.value.type === 'table') {
    checkKind(id, field('kind'), kinds, part, report);
    if (field('name') === undefined)
      report(
        part.place(id),
        t`${id.text} has no name, so it is found by its id alone.`,
        nameAdvice(),
      );
  }
  return {
    id: id.text,
    kind: kind?.text ?? '',
    name: name?.text ?? id.text,
    aliases: aliasesIn(field('aliases'), part, report),
    ignoreIn: wordsIn(field('ignore-in'), part, report).map(({ text }) => text),
    see: wordIn(field('see'), part, report)?.text,
    place: part.place(id),
    whole: part.place(entry),
    namePlace: name && part.place(name),
  };
}

const nameAdvice = (): string => t`Add a line "name:" below it with the full name.`;

function checkKind(
  id: Piece,
  value: Value | undefined,
  kinds: Kinds,
  part: Part,
  report: Report,
): void {
  if (value === undefined) {
    const what = t`${id.text} has no kind, so nobody can tell whether it acts, or is a place or a text.`;
    report(part.place(id), what, t`Add a line "kind: actor", place, instrument, event or concept.`);
  } else if (value.type === 'scalar' && !kinds.has(value.text)) {
    const what = t`There is no kind “${value.text}”, or it is switched off.`;
    report(
      part.place(value),
      what,
      suggestion(value.text, kinds.keys(), t`Name it under kinds first.`),
    );
  }
}

function aliasesIn(value: Value | undefined, part: Part, report: Report): readonly Alias[] {
  const items = value?.type === 'list' ? value.items : value === undefined ? [] : [value];
  return items.flatMap((item) => {
    if (item.type === 'table') return datedAlias(item.entries, item, part, report);
    const piece = wordIn(item, part, report);
    if (piece === undefined) return [];
    return [{ text: piece.text, from: undefined, to: undefined, place: part.place(piece) }];
  });
}

/** A name that holds for a time: `{ text: …, from: …, to: … }`. */
function datedAlias(
  entries: readonly Entry[],
  item: Value,
  part: Part,
  report: Report,
): readonly Alias[] {
  checkKeys(entries, aliasFields, t`A dated name`, part.place, report);
  const find = (of: string) => entries.find(({ key }) => key.text === of)?.value;
  const text = wordIn(find('text'), part, report);
  if (text === undefined) {
    if (find('text') === undefined)
      report(part.place(item), t`The name itself is missing here.`, t`Add text: with the name.`);
    return [];
  }
  const from = dayIn(find('from'), 'first', part, report);
  const to = dayIn(find('to'), 'last', part, report);
  if (from !== undefined && to !== undefined && to < from) {
    const what = t`${text.text} ends (${to}) before it begins (${from}), so it never holds.`;
    report(part.place(find('to') ?? item), what, t`Exchange the two days, or put one right.`);
  }
  return [{ text: text.text, from, to, place: part.place(text) }];
}

/** A day; of a month or a year its first or last. */
function dayIn(
  value: Value | undefined,
  end: 'first' | 'last',
  part: Part,
  report: Report,
): string | undefined {
  const piece = wordIn(value, part, report);
  if (piece === undefined) return undefined;
  const day = /[/~]/.test(piece.text) ? undefined : readDue(piece.text)?.[end];
  if (day === undefined) {
    const what = t`${piece.text} is no day of the calendar, so the name counts as if it held at all times.`;
    report(part.place(piece), what, t`Write 2031-04-02.`);
  }
  return day;
}
