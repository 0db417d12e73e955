import { type ListedPostings, postings } from './postings.ts';
import { type OrderedWords, vocabulary } from './vocabulary.ts';
import { type Word, wordsOf } from './words.ts';

/**
 * Where which word stands, for items that go by number. Words are looked for by their beginning; in
 * scripts without spaces, by whatever stands in them. It grows by adding, and forgets by `keep`.
 */
export interface WordIndex {
  /**
   * Adds the words of a stretch of text to an item, which is the last one or a new one. Returns false,
   * and adds nothing, where a sign of an annotation stands in it.
   */
  readonly add: (item: number, field: Field, text: string, from: number, to: number) => boolean;
  /** Every item that has all these words, once; none for no words. They hold until the next search. */
  readonly find: (words: readonly Word[]) => Hits;
  /** Puts in order what searches go through, in pieces of some milliseconds; the next search does it otherwise. */
  readonly settle: () => Generator<void>;
  /** Renumbers the items, whose order stays; those of a negative number go. */
  readonly keep: (numbers: Int32Array) => void;
  /**
   * Copies it as it would be after `keep`, without the words that no item has any more, in pieces. It may grow
   * meanwhile; what comes then is not in the copy.
   */
  readonly copy: (numbers: Int32Array) => Generator<void, WordLists>;
}

/** What a word index holds, as numbers. */
export interface WordLists extends OrderedWords, ListedPostings {}

/** Items with how well each fits. They are numbers in long arrays because there may be many thousands. */
export interface Hits {
  readonly count: number;
  readonly items: Int32Array;
  readonly fits: Uint8Array;
}

/** What the words of an item are: its id, or the words that are shown of it. */
export type Field = 'id' | 'words';

/** How well an item fits: the words are its id, begin its id, begin its words, stand somewhere in them. */
export type Fit = 3 | 2 | 1 | 0;

// A posting is an item and where in it a word stands: how many words come before (`far`: that many or
// more), whether in its words, and whether it is the last word of its id.
const itemBits = 5;
const far = 7;
const inWords = 8;
const isLast = 16;

// What is still possible for an item after some of the words looked for.
const named = 4;
const beginsId = 2;
const beginsWords = 1;

/** The longest piece of a run that is kept; longer ones are found by their pieces. */
const piece = 3;

/** One step of a search. */
interface Step {
  readonly tokens: Int32Array;
  /** The token that is the whole word looked for, or -1. */
  readonly whole: number;
  /** At which place of an item it would begin with these words; undefined for later pieces of a run. */
  readonly place: number | undefined;
  readonly last: boolean;
}

/** A stretch of text without blanks, read: its words, or pieces of a run of which the first alone leads. */
type Chunk = readonly { readonly token: number; readonly leads: boolean }[];

/** Longer chunks are read each time, for they hardly come twice. */
const longestChunk = 32;

/** How many postings are copied at once, about a millisecond. */
const slice = 1 << 16;

/**
 * A word index that holds nothing, or what `copy` gave, which is its own from now on.
 * @param count how many items that has
 */
export function wordIndex(begun?: WordLists, count = 0): WordIndex {
  const tokens = vocabulary(begun);
  const places = postings(begun);
  // Nearly every chunk is one word that has been read before.
  const chunks = new Map<string, number | Chunk>();
  let items = count;
  let item = -1;
  let field: Field = 'id';
  let place = 0;
  // What a search has seen of each item: in which step, and what was possible before and in it.
  let step = 0;
  let seen = new Uint32Array(0);
  let before = new Uint8Array(0);
  let within = new Uint8Array(0);
  let hits = new Int32Array(0);
  let fits = new Uint8Array(0);

  function add(to: number, as: Field, text: string, from: number, end: number): boolean {
    if (to !== item || as !== field) place = 0;
    item = to;
    field = as;
    if (item >= items) items = item + 1;
    const start = places.length();
    const next = addChunks(text, from, end);
    if (next < 0) {
      places.undo(start);
      return false;
    }
    if (as === 'id' && next > place) places.amend((posting) => posting | isLast);
    place = next;
    return true;
  }

  /** Returns at which place of the item the next word will stand; -1 where a sign is met. */
  function addChunks(text: string, from: number, to: number): number {
    const base = (item << itemBits) | (field === 'words' ? inWords : 0);
    let next = place;
    for (let at = from; at < to; at++) {
      const start = at;
      while (at < to && !isGap(text.charCodeAt(at))) at++;
      if (at === start) continue;
      const word = text.slice(start, at);
      const chunk = chunks.get(word) ?? read(word);
      if (typeof chunk === 'number') places.add(chunk, base | Math.min(next, far));
      else if (chunk === undefined) return -1;
      else
        for (const { token, leads } of chunk) {
          places.add(token, base | (leads && next < far ? next : far));
          if (leads) next++;
        }
      if (typeof chunk === 'number') next++;
    }
    return next;
  }

  function read(word: string): number | Chunk | undefined {
    if (/[[\]{}^\\]/.test(word)) return undefined;
    const key = copied(word);
    // Nearly every word is plain, and a name of letters and digits may be the only one of its kind.
    const chunk = /^[A-Za-z0-9]+$/.test(key) ? tokens.numberOf(key.toLowerCase()) : readChunk(key);
    if (key.length <= longestChunk) chunks.set(key, chunk);
    return chunk;
  }

  function readChunk(word: string): number | Chunk {
    const chunk = wordsOf(word).flatMap(({ text, wide }) =>
      wide
        ? Array.from(text, (_, at) => ({ token: tokenOf(text.slice(at, at + piece)), leads: !at }))
        : { token: tokenOf(text), leads: true },
    );
    const first = chunk[0];
    return first?.leads && chunk.length === 1 ? first.token : chunk;
  }

  const tokenOf = (word: string): number => tokens.known(word) ?? tokens.numberOf(copied(word));

  function stepsOf(words: readonly Word[]): Step[] {
    return words.flatMap(({ text, wide }, index) => {
      const last = index === words.length - 1;
      const whole = wide ? -1 : (tokens.known(text) ?? -1);
      if (!wide || text.length <= piece) {
        return [{ tokens: beginning(text), whole, place: index, last }];
      }
      return [...text.slice(piece - 1)].map((_, at) => ({
        tokens: beginning(text.slice(at, at + piece)),
        whole,
        place: at === 0 ? index : undefined,
        last,
      }));
    });
  }

  function beginning(prefix: string): Int32Array {
    const { from, to } = tokens.beginning(prefix);
    return tokens.sorted().slice(from, to);
  }

  function find(words: readonly Word[]): Hits {
    const steps = stepsOf(words);
    if (steps.some((one) => !one.tokens.length)) return { count: 0, items: hits, fits };
    prepare(steps.length);
    let count = 0;
    for (const [index, one] of steps.entries()) {
      step++;
      count = 0;
      places.each(one.tokens, (list, from, to, token) => {
        for (let i = from; i < to; i++) {
          const posting = list[i] as number;
          const found = posting >> itemBits;
          const when = seen[found] as number;
          const bits = possible(posting, token, one);
          if (when === step) within[found] = (within[found] as number) | bits;
          else if (index === 0 || when === step - 1) {
            before[found] = index ? (before[found] as number) & (within[found] as number) : 7;
            within[found] = bits;
            seen[found] = step;
            hits[count++] = found;
          }
        }
      });
    }
    for (let i = 0; i < count; i++) {
      const hit = hits[i] as number;
      fits[i] = fitOf((before[hit] as number) & (within[hit] as number));
    }
    return { count, items: hits, fits };
  }

  function prepare(steps: number): void {
    if (seen.length >= items && step + steps < 0xffffffff) return;
    const size = Math.max(items, 2 * seen.length);
    seen = new Uint32Array(size);
    before = new Uint8Array(size);
    within = new Uint8Array(size);
    hits = new Int32Array(size);
    fits = new Uint8Array(size);
    step = 0;
  }

  function keep(numbers: Int32Array): void {
    places.replace((posting) => renumbered(posting, numbers));
    items = numbers.reduce((most, number) => Math.max(most, number + 1), 0);
    item = -1;
  }

  function* settle(): Generator<void> {
    tokens.settle();
    yield;
    places.settle();
    yield;
  }

  function* copy(numbers: Int32Array): Generator<void, WordLists> {
    tokens.settle();
    const sorted = tokens.sorted();
    const { starts, postings: all } = places.all();
    // What is kept meanwhile changes them in their place.
    const listed = all.slice();
    const ends = starts.slice(1);
    yield;
    const words: number[] = [];
    const numberOf = new Int32Array(sorted.length).fill(-1);
    const nextStarts = [0];
    let count = 0;
    let from = 0;
    for (let word = 0, paused = 0; word < ends.length; word++) {
      const before = count;
      for (const to = ends[word] as number; from < to; from++) {
        const posting = renumbered(listed[from] as number, numbers);
        if (posting >= 0) listed[count++] = posting;
      }
      if (count > before) {
        numberOf[word] = words.push(word) - 1;
        nextStarts.push(count);
      }
      if (from - paused < slice) continue;
      paused = from;
      yield;
    }
    const order = sorted.map((word) => numberOf[word] as number).filter((number) => number >= 0);
    yield;
    const postings = listed.slice(0, count);
    return { words: tokens.some(words), order, starts: Int32Array.from(nextStarts), postings };
  }

  return { add, find, settle, keep, copy };
}

/** A posting with the new number of its item; negative where that goes. */
function renumbered(posting: number, numbers: Int32Array): number {
  const number = numbers[posting >> itemBits] ?? -1;
  return number < 0 ? -1 : (number << itemBits) | (posting & ((1 << itemBits) - 1));
}

/** Blanks and what divides the words of an id. */
const isGap = (code: number): boolean => code <= 32 || code === 45 || code === 95;

/** A piece of a long text would keep all of it in memory. */
const copied = (word: string): string => [...word].join('');

/** What a posting leaves possible for its item. */
function possible(posting: number, token: number, { place, whole, last }: Step): number {
  if (place === undefined) return beginsId | beginsWords;
  if ((posting & far) !== place || place >= far) return 0;
  if (posting & inWords) return beginsWords;
  return token === whole && (!last || posting & isLast) ? named | beginsId : beginsId;
}

function fitOf(left: number): Fit {
  if (left & named) return 3;
  if (left & beginsId) return 2;
  return left & beginsWords ? 1 : 0;
}
