import type { Definition, Mention, Role, Summary } from './summary.ts';

/**
 * Summaries of closed documents as columns: ten thousand documents have hundreds of thousands of
 * mentions, and an object for each would take more memory than the texts. Numbers of a batch lie in one
 * array; objects are made when somebody asks, and not kept.
 */
interface PackedSummary extends Summary {
  /** `name, via` of each mention, then `id, kind` of each definition. */
  readonly words: readonly string[];
  /** `from, to, mark, role` of each mention, then `from, to, at.from, at.to` of each definition. */
  readonly numbers: Int32Array;
  readonly start: number;
  readonly mentionCount: number;
}

export const roles: readonly Role[] = ['link', 'relation', 'actor', 'front'];

/** Rows of two words and four numbers, written one by one and used again and again. */
export interface Rows {
  readonly add: (word: string, second: string, a: number, b: number, c: number, d: number) => void;
  readonly count: () => number;
  /** Gives the first word of a row another value. */
  readonly name: (row: number, word: string) => void;
}

/** Writes summaries as columns, one after the other. */
export interface Packing {
  /** Mentions in their order; those of `links` come after all others. Numbers: `from, to, mark, role`. */
  readonly mentions: Rows;
  readonly links: Rows;
  /** Numbers: `from, to, at.from, at.to`. */
  readonly definitions: Rows;
  /** The summary of what was written since the last one. */
  readonly finish: (front: Omit<Summary, 'mentions' | 'definitions'>) => Summary;
}

/** How many numbers lie in one array, at least. */
const stretch = 1 << 14;

export function packing(): Packing {
  const mentions = rows();
  const links = rows();
  const definitions = rows();
  let numbers = new Int32Array(0);
  let end = 0;
  return {
    mentions,
    links,
    definitions,
    finish: (front) => {
      const mentionCount = mentions.count() + links.count();
      const count = mentionCount + definitions.count();
      if (end + 4 * count > numbers.length) {
        numbers = new Int32Array(Math.max(stretch, 4 * count));
        end = 0;
      }
      const start = end;
      const words: string[] = new Array(2 * count);
      let row = 0;
      for (const part of [mentions, links, definitions]) {
        part.moveTo(words, numbers, start, row);
        row += part.count();
        part.clear();
      }
      end = start + 4 * count;
      return Object.assign(Object.create(reading), {
        ...front,
        ...{ words, numbers, start, mentionCount },
      }) as Summary;
    },
  };
}

interface WrittenRows extends Rows {
  readonly clear: () => void;
  readonly moveTo: (words: string[], numbers: Int32Array, start: number, row: number) => void;
}

function rows(): WrittenRows {
  const words: string[] = [];
  let numbers = new Int32Array(256);
  let count = 0;
  return {
    add: (word, second, a, b, c, d) => {
      words[2 * count] = word;
      words[2 * count + 1] = second;
      const at = 4 * count++;
      if (at === numbers.length) {
        const longer = new Int32Array(2 * at);
        longer.set(numbers);
        numbers = longer;
      }
      numbers[at] = a;
      numbers[at + 1] = b;
      numbers[at + 2] = c;
      numbers[at + 3] = d;
    },
    count: () => count,
    name: (row, word) => {
      words[2 * row] = word;
    },
    clear: () => {
      count = 0;
    },
    moveTo: (to, toNumbers, start, row) => {
      for (let i = 0; i < 2 * count; i++) to[2 * row + i] = words[i] as string;
      const at = start + 4 * row;
      for (let i = 0; i < 4 * count; i++) toNumbers[at + i] = numbers[i] as number;
    },
  };
}

/** The summaries with the same contents in less memory, in the same order. */
export function packed(summaries: readonly Summary[]): Summary[] {
  const columns = packing();
  return summaries.map(({ mentions, definitions, ...front }) => {
    for (const { from, to, name, role, via, mark } of mentions) {
      columns.mentions.add(name, via, from, to, mark, roles.indexOf(role));
    }
    for (const { from, to, id, kind, at } of definitions) {
      columns.definitions.add(id, kind, from, to, at.from, at.to);
    }
    return columns.finish(front);
  });
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
    const { words, numbers, start, mentionCount } = this as unknown as PackedSummary;
    const definitions: Definition[] = [];
    for (let i = mentionCount; 2 * i < words.length; i++) {
      definitions.push(definitionAt(words, numbers, start, i));
    }
    return definitions;
  },
};

function definitionAt(
  words: readonly string[],
  numbers: Int32Array,
  start: number,
  index: number,
): Definition {
  const at = start + 4 * index;
  return {
    id: words[2 * index] as string,
    kind: words[2 * index + 1] as string,
    from: numbers[at] as number,
    to: numbers[at + 1] as number,
    at: { from: numbers[at + 2] as number, to: numbers[at + 3] as number },
  };
}

function mentionAt({ words, numbers, start }: PackedSummary, index: number): Mention {
  const at = start + 4 * index;
  return {
    from: numbers[at] as number,
    to: numbers[at + 1] as number,
    name: words[2 * index] as string,
    role: roles[numbers[at + 3] as number] as Role,
    via: words[2 * index + 1] as string,
    mark: numbers[at + 2] as number,
  };
}

const isPacked = (summary: Summary): summary is PackedSummary => 'words' in summary;

/** The names of all mentions in their order, without making the mentions. */
export function namesIn(summary: Summary): string[] {
  if (!isPacked(summary)) return summary.mentions.map(({ name }) => name);
  const names: string[] = [];
  for (let i = 0; i < summary.mentionCount; i++) names.push(summary.words[2 * i] as string);
  return names;
}

/** The mentions of one name, without making the others. */
export function mentionsNamed(summary: Summary, name: string): Mention[] {
  if (!isPacked(summary)) return summary.mentions.filter((mention) => mention.name === name);
  const found: Mention[] = [];
  for (let i = 0; i < summary.mentionCount; i++) {
    if (summary.words[2 * i] === name) found.push(mentionAt(summary, i));
  }
  return found;
}

/** The definition at an index of `definitions`, without making the others. */
export function definitionNumber(summary: Summary, index: number): Definition | undefined {
  if (!isPacked(summary)) return summary.definitions[index];
  const { words, numbers, start, mentionCount } = summary;
  const place = mentionCount + index;
  if (index < 0 || 2 * place >= words.length) return undefined;
  return definitionAt(words, numbers, start, place);
}

const byId = new WeakMap<Summary, ReadonlyMap<string, Definition>>();

/** The definition of an id, without making the others; of equal ids the first. */
export function definitionNamed(summary: Summary, id: string): Definition | undefined {
  if (!id) return undefined;
  if (!isPacked(summary)) return idsOf(summary).get(id);
  const { words, numbers, start, mentionCount } = summary;
  for (let i = mentionCount; 2 * i < words.length; i++) {
    if (words[2 * i] === id) return definitionAt(words, numbers, start, i);
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
