import { type Names, type NameTable, nameTable, noPrefix } from './name-table.ts';
import { eachNameNumber, type PackedSummary } from './packed-summary.ts';
import { type UriIndex, type UriLists, uriIndexOf } from './uri-index.ts';

/** Gathers who mentions what while a collection is loaded, in numbers; lists are made at the end. */
export interface NameGathering {
  /** Adds the next document with its packed summary. */
  readonly add: (summary: Pick<PackedSummary, 'numbers' | 'start' | 'mentionCount'>) => void;
  readonly finish: () => NameLists;
}

/** Documents, by their places in the order they came, under the numbers of names. */
export interface NameLists {
  /** Who mentions a name. */
  readonly mentions: DocumentLists;
  /** The keys of documents by the numbers that `readers` has them under. */
  readonly owns: Names;
  /** Who mentions a document or anything in it. */
  readonly readers: DocumentLists;
}

/** Documents by list: those of list `n` stand from `starts[n]` to `starts[n + 1]`. */
export interface DocumentLists {
  readonly starts: Int32Array;
  readonly documents: Int32Array;
}

/**
 * The two indexes of a collection.
 * @param uris by place; a document that has none is left out
 */
export function listedNames(
  names: NameTable,
  { mentions, owns, readers }: NameLists,
  uris: readonly (string | undefined)[],
): { readonly mentions: UriIndex; readonly readers: UriIndex } {
  return {
    mentions: uriIndexOf(listed(names, mentions, uris)),
    readers: uriIndexOf(listed(nameTable(owns), readers, uris)),
  };
}

export function nameGathering(names: NameTable): NameGathering {
  let count = 0;
  const mentions = pairs();
  const owns = nameTable();
  const ownerOf = names.owners(owns);
  const readers = pairs();
  return {
    add: (summary) => {
      const document = count++;
      eachNameNumber(summary, (name) => {
        if (!mentions.put(name, document)) return;
        const own = ownerOf(name);
        if (own >= 0) readers.put(own, document);
      });
    },
    finish: () => ({
      mentions: mentions.sorted(names.size()),
      owns: owns.names(),
      readers: readers.sorted(owns.size()),
    }),
  };
}

/** Pairs of a list and a document that is in it, of one document after the other; each pair is kept once. */
function pairs() {
  let lists = new Int32Array(1 << 12);
  let documents = new Int32Array(1 << 12);
  let count = 0;
  /** By list, the document that joined it last, plus one. */
  let last = new Int32Array(1 << 12);

  /** Adds a pair; false where it is there already. */
  function put(list: number, document: number): boolean {
    while (list >= last.length) last = longer(last);
    if (last[list] === document + 1) return false;
    last[list] = document + 1;
    if (count === lists.length) {
      lists = longer(lists);
      documents = longer(documents);
    }
    lists[count] = list;
    documents[count++] = document;
    return true;
  }

  function sorted(size: number): DocumentLists {
    const starts = new Int32Array(size + 1);
    for (let i = 0; i < count; i++) {
      const after = (lists[i] as number) + 1;
      starts[after] = (starts[after] as number) + 1;
    }
    for (let list = 0; list < size; list++) {
      starts[list + 1] = (starts[list + 1] as number) + (starts[list] as number);
    }
    const next = starts.slice();
    const inOrder = new Int32Array(count);
    for (let i = 0; i < count; i++) {
      const list = lists[i] as number;
      const at = next[list] as number;
      inOrder[at] = documents[i] as number;
      next[list] = at + 1;
    }
    return { starts, documents: inOrder };
  }

  return { put, sorted };
}

function longer(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * numbers.length);
  longer.set(numbers);
  return longer;
}

/** Lists of URIs that are made when they are asked for: an array for each of a hundred thousand names is much. */
function listed(
  names: NameTable,
  { starts, documents }: DocumentLists,
  uris: readonly (string | undefined)[],
): UriLists {
  // Names that come later are not in these lists.
  const size = starts.length - 1;
  const holds = (number: number): boolean => {
    if (number < 0 || number >= size) return false;
    const end = starts[number + 1] as number;
    for (let i = starts[number] as number; i < end; i++) {
      if (uris[documents[i] as number] !== undefined) return true;
    }
    return false;
  };
  const at = (number: number): readonly string[] => {
    const list: string[] = [];
    const end = starts[number + 1] as number;
    for (let i = starts[number] as number; i < end; i++) {
      const uri = uris[documents[i] as number];
      if (uri !== undefined) list.push(uri);
    }
    return list;
  };
  const numberOf = (name: string): number => names.find(noPrefix, name, 0, name.length);
  function* numbers(): Generator<number> {
    for (let number = 0; number < size; number++) if (holds(number)) yield number;
  }
  return {
    size,
    get: (name) => {
      const number = numberOf(name);
      return holds(number) ? at(number) : undefined;
    },
    has: (name) => holds(numberOf(name)),
    *keys() {
      for (const number of numbers()) yield names.nameOf(number);
    },
    *[Symbol.iterator]() {
      for (const number of numbers()) yield [names.nameOf(number), at(number)];
    },
  };
}
