import type { Span } from '../text.ts';
import { type NameTable, nameTable, noPrefix, prefixOf } from './name-table.ts';
import type { Definition, Mention, Role, Summary } from './summary.ts';
import { idOf } from './summary.ts';

/**
 * Summaries of closed documents as numbers: ten thousand documents have hundreds of thousands of
 * mentions, and an object for each would take more memory than the texts. Objects are made when
 * somebody asks, and not kept.
 */
export interface PackedSummary extends Summary {
  readonly tables: Tables;
  /** Rows of six numbers, those of the mentions first; see `Packing`. */
  readonly numbers: Int32Array;
  readonly start: number;
  readonly mentionCount: number;
  readonly definitionCount: number;
}

/** What the numbers of a collection's summaries stand for. */
export interface Tables {
  /** The names that are mentioned, and `own#id` of each definition that has an id. */
  readonly names: NameTable;
  /** Kinds, relations, attributes and keys of front matter. */
  readonly words: NameTable;
}

export const tables = (): Tables => ({ names: nameTable(), words: nameTable() });

export const roles: readonly Role[] = ['link', 'relation', 'actor', 'front'];

/** How many numbers a row has. */
export const width = 6;

/** Rows that are written one by one, and used again and again. */
export interface Rows {
  readonly add: (a: number, b: number, from: number, to: number, c: number, d: number) => void;
  readonly count: () => number;
  /** Gives the first number of a row another value. */
  readonly amend: (row: number, a: number) => void;
}

/** Writes summaries as numbers, one after the other. */
export interface Packing {
  /** Mentions in their order: `name, via, from, to, mark, role`. */
  readonly mentions: Rows;
  /** Those mentions that come after all others. */
  readonly links: Rows;
  /** Marks in their order: `name` or -1, `kind, from, to, at.from, at.to`. */
  readonly definitions: Rows;
  /** The summary of what was written since the last one. */
  readonly finish: (said: Said) => PackedSummary;
  /** Forgets what was written since the last one. */
  readonly drop: () => void;
}

/** How many numbers lie in one array, at least. */
const stretch = 1 << 14;

export function packing(own: Tables): Packing {
  const mentions = rows();
  const links = rows();
  const definitions = rows();
  const parts = [mentions, links, definitions];
  let numbers = new Int32Array(0);
  let end = 0;

  const drop = (): void => {
    for (const part of parts) part.clear();
  };

  return {
    mentions,
    links,
    definitions,
    drop,
    finish: (said) => {
      const mentionCount = mentions.count() + links.count();
      const definitionCount = definitions.count();
      const length = width * (mentionCount + definitionCount);
      if (end + length > numbers.length) {
        numbers = new Int32Array(Math.max(stretch, length));
        end = 0;
      }
      const start = end;
      for (const part of parts) end = part.moveTo(numbers, end);
      drop();
      return packedOf(said, { tables: own, numbers, start, mentionCount, definitionCount });
    },
  };
}

/** What is said of a document beside its mentions and definitions. */
export interface Said extends Omit<Summary, 'mentions' | 'definitions' | 'doubts' | 'verbs'> {
  readonly doubts?: Summary['doubts'] | undefined;
  readonly verbs?: Summary['verbs'] | undefined;
}

type Packed = Pick<
  PackedSummary,
  'tables' | 'numbers' | 'start' | 'mentionCount' | 'definitionCount'
>;

/** Written out, because there are many: copying what is said one property after the other takes far longer. */
export const packedOf = (
  { own, title, date, series, lang, coding, doubts, verbs }: Said,
  { tables: numbered, numbers, start, mentionCount, definitionCount }: Packed,
): PackedSummary =>
  ({
    __proto__: reading,
    own,
    title,
    date,
    series,
    lang,
    coding,
    doubts,
    verbs,
    tables: numbered,
    numbers,
    start,
    mentionCount,
    definitionCount,
  }) as unknown as PackedSummary;

interface WrittenRows extends Rows {
  readonly clear: () => void;
  /** Writes all rows at a place of `numbers`; returns where they end. */
  readonly moveTo: (numbers: Int32Array, at: number) => number;
}

function rows(): WrittenRows {
  let numbers = new Int32Array(64 * width);
  let end = 0;
  return {
    add: (a, b, from, to, c, d) => {
      if (end === numbers.length) {
        const longer = new Int32Array(2 * end);
        longer.set(numbers);
        numbers = longer;
      }
      numbers[end] = a;
      numbers[end + 1] = b;
      numbers[end + 2] = from;
      numbers[end + 3] = to;
      numbers[end + 4] = c;
      numbers[end + 5] = d;
      end += width;
    },
    count: () => end / width,
    amend: (row, a) => {
      numbers[width * row] = a;
    },
    clear: () => {
      end = 0;
    },
    moveTo: (to, at) => {
      for (let i = 0; i < end; i++) to[at + i] = numbers[i] as number;
      return at + end;
    },
  };
}

/** Writes a summary as numbers. */
export function pack(summary: Summary, { names, words }: Tables, columns: Packing): PackedSummary {
  const { mentions, definitions, ...said } = summary;
  const whole = (table: NameTable, name: string): number =>
    table.enter(noPrefix, name, 0, name.length);
  for (const { from, to, name, role, via, mark } of mentions) {
    const number = whole(names, name);
    columns.mentions.add(number, whole(words, via), from, to, mark, roles.indexOf(role));
  }
  for (const { from, to, id, kind, at } of definitions) {
    const number = id ? whole(names, `${said.own}#${id}`) : -1;
    columns.definitions.add(number, whole(words, kind), from, to, at.from, at.to);
  }
  return columns.finish(said);
}

/** What a packed summary answers; shared by all of them. */
const reading = {
  get mentions(): readonly Mention[] {
    const summary = this as unknown as PackedSummary;
    const mentions: Mention[] = [];
    for (let i = 0; i < summary.mentionCount; i++) mentions.push(mentionAt(summary, i));
    return mentions;
  },
  get definitions(): readonly Definition[] {
    const summary = this as unknown as PackedSummary;
    const definitions: Definition[] = [];
    for (let i = 0; i < summary.definitionCount; i++) definitions.push(definitionAt(summary, i));
    return definitions;
  },
};

function definitionAt(summary: PackedSummary, index: number): Definition {
  const { tables: own, numbers, start, mentionCount } = summary;
  const at = start + width * (mentionCount + index);
  const name = numbers[at] as number;
  return {
    id: name < 0 ? '' : idOf(own.names.nameOf(name)),
    kind: own.words.nameOf(numbers[at + 1] as number),
    from: numbers[at + 2] as number,
    to: numbers[at + 3] as number,
    at: { from: numbers[at + 4] as number, to: numbers[at + 5] as number },
  };
}

function mentionAt({ tables: own, numbers, start }: PackedSummary, index: number): Mention {
  const at = start + width * index;
  return {
    from: numbers[at + 2] as number,
    to: numbers[at + 3] as number,
    name: own.names.nameOf(numbers[at] as number),
    role: roles[numbers[at + 5] as number] as Role,
    via: own.words.nameOf(numbers[at + 1] as number),
    mark: numbers[at + 4] as number,
  };
}

const isPacked = (summary: Summary): summary is PackedSummary => 'tables' in summary;

/** The names of all mentions in their order, without making the mentions. */
export function namesIn(summary: Summary): string[] {
  if (!isPacked(summary)) return summary.mentions.map(({ name }) => name);
  const names: string[] = [];
  eachNameNumber(summary, (number) => void names.push(summary.tables.names.nameOf(number)));
  return names;
}

/** Shows the numbers of the names that a packed summary mentions. */
export function eachNameNumber(
  { numbers, start, mentionCount }: Pick<PackedSummary, 'numbers' | 'start' | 'mentionCount'>,
  show: (name: number) => void,
): void {
  const end = start + width * mentionCount;
  for (let at = start; at < end; at += width) show(numbers[at] as number);
}

/** Gives the mentions of one name in a summary, without making the others. */
export function mentionsNamed(name: string): (summary: Summary) => Mention[] {
  // Documents of one collection share their tables, so the name is looked up once.
  let tables: PackedSummary['tables'] | undefined;
  let number = -1;
  return (summary) => {
    if (!isPacked(summary)) return summary.mentions.filter((mention) => mention.name === name);
    if (tables !== summary.tables) {
      tables = summary.tables;
      number = tables.names.find(noPrefix, name, 0, name.length);
    }
    const found: Mention[] = [];
    if (number < 0) return found;
    const { numbers, start, mentionCount } = summary;
    for (let i = 0, at = start; i < mentionCount; i++, at += width) {
      if (numbers[at] === number) found.push(mentionAt(summary, i));
    }
    return found;
  };
}

/** Shows what each mention is and where it stands, as in `Mention`, without making it. */
export type ShowMention = (
  role: Role,
  via: string,
  from: number,
  to: number,
  mark: number,
  name: () => string,
) => void;

export function eachMention(summary: Summary, show: ShowMention): void {
  if (!isPacked(summary)) {
    for (const { role, via, from, to, mark, name } of summary.mentions) {
      show(role, via, from, to, mark, () => name);
    }
    return;
  }
  const { tables: own, numbers, start, mentionCount } = summary;
  for (let i = 0; i < mentionCount; i++) {
    const at = start + width * i;
    const role = roles[numbers[at + 5] as number] as Role;
    const via = own.words.nameOf(numbers[at + 1] as number);
    const name = (): string => own.names.nameOf(numbers[at] as number);
    show(
      role,
      via,
      numbers[at + 2] as number,
      numbers[at + 3] as number,
      numbers[at + 4] as number,
      name,
    );
  }
}

/** The definition at an index of `definitions`, without making the others. */
export function definitionNumber(summary: Summary, index: number): Definition | undefined {
  if (!isPacked(summary)) return summary.definitions[index];
  if (index < 0 || index >= summary.definitionCount) return undefined;
  return definitionAt(summary, index);
}

/**
 * What is shown of a definition: its number, kind, and words; where its id stands without the `#`, or twice -1
 * where it has none.
 */
export type ShowDefinition = (
  index: number,
  kind: string,
  from: number,
  to: number,
  idFrom: number,
  idTo: number,
) => void;

/** Shows each definition in its order without making it. */
export function eachDefinition(summary: Summary, show: ShowDefinition): void {
  if (!isPacked(summary)) {
    for (const [index, { id, kind, from, to, at }] of summary.definitions.entries()) {
      show(index, kind, from, to, id ? at.from + 1 : -1, id ? at.to : -1);
    }
    return;
  }
  const { tables: own, numbers, start, mentionCount, definitionCount } = summary;
  for (let i = 0; i < definitionCount; i++) {
    const at = start + width * (mentionCount + i);
    const kind = own.words.nameOf(numbers[at + 1] as number);
    const hasId = (numbers[at] as number) >= 0;
    const idFrom = hasId ? (numbers[at + 4] as number) + 1 : -1;
    const idTo = hasId ? (numbers[at + 5] as number) : -1;
    show(i, kind, numbers[at + 2] as number, numbers[at + 3] as number, idFrom, idTo);
  }
}

/** Where the words of the definition at an index stand, without making it. */
export function wordsAt(summary: Summary, index: number): Span | undefined {
  if (!isPacked(summary)) return summary.definitions[index];
  if (index < 0 || index >= summary.definitionCount) return undefined;
  const at = summary.start + width * (summary.mentionCount + index);
  return { from: summary.numbers[at + 2] as number, to: summary.numbers[at + 3] as number };
}

/** `own#id` of the definition at an index; undefined for one without an id. */
export function nameAt(summary: Summary, index: number): string | undefined {
  if (!isPacked(summary)) {
    const id = summary.definitions[index]?.id;
    return id ? `${summary.own}#${id}` : undefined;
  }
  const { tables: own, numbers, start, mentionCount } = summary;
  const name = numbers[start + width * (mentionCount + index)] as number;
  return name < 0 ? undefined : own.names.nameOf(name);
}

/** The kind of the definition at an index. */
export function kindAt(summary: Summary, index: number): string {
  if (!isPacked(summary)) return summary.definitions[index]?.kind ?? '';
  const { tables: own, numbers, start, mentionCount } = summary;
  return own.words.nameOf(numbers[start + width * (mentionCount + index) + 1] as number);
}

const byId = new WeakMap<Summary, ReadonlyMap<string, Definition>>();

/** The definition of an id, without making the others; of equal ids the first. */
export function definitionNamed(summary: Summary, id: string): Definition | undefined {
  if (!id) return undefined;
  if (!isPacked(summary)) return idsOf(summary).get(id);
  const { tables: own, numbers, start, mentionCount, definitionCount } = summary;
  const number = own.names.find(prefixOf(`${summary.own}#`), id, 0, id.length);
  if (number < 0) return undefined;
  const first = start + width * mentionCount;
  for (let i = 0; i < definitionCount; i++) {
    if (numbers[first + width * i] === number) return definitionAt(summary, i);
  }
  return undefined;
}

/** Open documents may be long, and their ids are asked for at every keystroke. */
function idsOf(summary: Summary): ReadonlyMap<string, Definition> {
  const known = byId.get(summary);
  if (known) return known;
  const ids = new Map<string, Definition>();
  for (const definition of summary.definitions) {
    if (definition.id && !ids.has(definition.id)) ids.set(definition.id, definition);
  }
  byId.set(summary, ids);
  return ids;
}
