import { ownOf } from './summary.ts';
import { type UriIndex, type UriLists, uriIndexOf } from './uri-index.ts';

/** Gathers who mentions what while a collection is loaded, in numbers; lists are made at the end. */
export interface NameGathering {
  /** Adds a document with the names it mentions, which may be repeated. Each document comes once. */
  readonly add: (uri: string, names: readonly string[]) => void;
  /** Documents by the names they mention, and by the documents that they or their marks belong to. */
  readonly finish: () => { readonly mentions: UriIndex; readonly readers: UriIndex };
}

export function nameGathering(): NameGathering {
  const uris: string[] = [];
  const names = new Map<string, number>();
  const owns = new Map<string, number>();
  /** By number of a name, the number of the document it belongs to, or -1 for an entity's name. */
  const ownNumbers: number[] = [];
  const mentions = pairs();
  const readers = pairs();

  const numberIn = (numbers: Map<string, number>, name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, numbers.size);
    return numbers.size - 1;
  };

  function nameNumber(name: string): number {
    const number = numberIn(names, name);
    if (number === ownNumbers.length) {
      const own = ownOf(name);
      ownNumbers.push(own ? numberIn(owns, own) : -1);
    }
    return number;
  }

  return {
    add: (uri, said) => {
      const document = uris.push(uri) - 1;
      for (const name of said) {
        const number = nameNumber(name);
        mentions.put(number, document);
        const own = ownNumbers[number] as number;
        if (own >= 0) readers.put(own, document);
      }
    },
    finish: () => ({
      mentions: uriIndexOf(listed(names, mentions.sorted(names.size), uris)),
      readers: uriIndexOf(listed(owns, readers.sorted(owns.size), uris)),
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

  function put(list: number, document: number): void {
    if (list >= last.length) last = longer(last);
    if (last[list] === document + 1) return;
    last[list] = document + 1;
    if (count === lists.length) {
      lists = longer(lists);
      documents = longer(documents);
    }
    lists[count] = list;
    documents[count++] = document;
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
  numbers: ReadonlyMap<string, number>,
  { starts, documents }: Sorted,
  uris: readonly string[],
): UriLists {
  const at = (number: number): readonly string[] => {
    const list: string[] = [];
    const end = starts[number + 1] as number;
    for (let i = starts[number] as number; i < end; i++) {
      list.push(uris[documents[i] as number] as string);
    }
    return list;
  };
  return {
    size: numbers.size,
    get: (name) => {
      const number = numbers.get(name);
      return number === undefined ? undefined : at(number);
    },
    has: (name) => numbers.has(name),
    keys: () => numbers.keys(),
    *[Symbol.iterator]() {
      for (const [name, number] of numbers) yield [name, at(number)];
    },
  };
}
