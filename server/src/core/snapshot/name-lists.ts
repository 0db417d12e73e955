import { type NameTable, nameTable, noPrefix } from './name-table.ts';
import { eachNameNumber } from './packed-summary.ts';
import type { Summary } from './summary.ts';
import { type UriIndex, type UriLists, uriIndexOf } from './uri-index.ts';

/** Gathers who mentions what while a collection is loaded, in numbers; lists are made at the end. */
export interface NameGathering {
  /** Adds a document with its packed summary. Each document comes once. */
  readonly add: (uri: string, summary: Summary) => void;
  /** Documents by the names they mention, and by the documents that they or their marks belong to. */
  readonly finish: () => { readonly mentions: UriIndex; readonly readers: UriIndex };
}

export function nameGathering(names: NameTable): NameGathering {
  const uris: string[] = [];
  const mentions = pairs();
  const owns = nameTable();
  const ownerOf = names.owners(owns);
  const readers = pairs();
  return {
    add: (uri, summary) => {
      const document = uris.push(uri) - 1;
      eachNameNumber(summary, (name) => {
        if (!mentions.put(name, document)) return;
        const own = ownerOf(name);
        if (own >= 0) readers.put(own, document);
      });
    },
    finish: () => ({
      mentions: uriIndexOf(listed(names, mentions.sorted(names.size()), uris)),
      readers: uriIndexOf(listed(owns, readers.sorted(owns.size()), uris)),
    }),
  };
}

/** Documents by list: those of list `n` stand from `starts[n]` to `starts[n + 1]`. */
interface Sorted {
  readonly starts: Int32Array;
  readonly documents: Int32Array;
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

  function sorted(size: number): Sorted {
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
  { starts, documents }: Sorted,
  uris: readonly string[],
): UriLists {
  // Names that come later are not in these lists.
  const size = starts.length - 1;
  const holds = (number: number): boolean =>
    number >= 0 && number < size && (starts[number] as number) < (starts[number + 1] as number);
  const at = (number: number): readonly string[] => {
    const list: string[] = [];
    const end = starts[number + 1] as number;
    for (let i = starts[number] as number; i < end; i++) {
      list.push(uris[documents[i] as number] as string);
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
