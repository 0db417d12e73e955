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

const roles: readonly Role[] = ['link', 'relation', 'actor', 'front'];

/** The summaries with the same contents in less memory, in the same order. */
export function packed(summaries: readonly Summary[]): Summary[] {
  let size = 0;
  for (const { mentions, definitions } of summaries) size += mentions.length + definitions.length;
  const numbers = new Int32Array(4 * size);
  let at = 0;
  const put = (a: number, b: number, c: number, d: number) => {
    numbers[at++] = a;
    numbers[at++] = b;
    numbers[at++] = c;
    numbers[at++] = d;
  };
  return summaries.map(({ mentions, definitions, ...front }) => {
    const start = at;
    const words: string[] = new Array(2 * (mentions.length + definitions.length));
    let word = 0;
    for (const { from, to, name, role, via, mark } of mentions) {
      words[word++] = name;
      words[word++] = via;
      put(from, to, mark, roles.indexOf(role));
    }
    for (const { from, to, id, kind, at: place } of definitions) {
      words[word++] = id;
      words[word++] = kind;
      put(from, to, place.from, place.to);
    }
    const mentionCount = mentions.length;
    return Object.assign(Object.create(reading), {
      ...front,
      ...{ words, numbers, start, mentionCount },
    }) as Summary;
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
