/**
 * Which word stands where: lists of numbers (a `posting`) by word, kept in as little memory as they
 * need. New ones wait in a tail that searches pass through, until putting it in order pays.
 */
export interface Postings {
  readonly length: () => number;
  readonly add: (word: number, posting: number) => void;
  /** Changes the posting that was added last. */
  readonly amend: (change: (posting: number) => number) => void;
  /** Forgets what was added since there were `length` of them. */
  readonly undo: (length: number) => void;
  /**
   * Shows all postings of these words as runs in long lists: those from `from` to `to`. A search passes
   * through thousands, so it does better with a loop of its own than with a call for each.
   */
  readonly each: (words: Int32Array, show: Show) => void;
  /** Puts new ones among the others now, so that the next search does not have to. */
  readonly settle: () => void;
  /** Replaces each posting; those that become negative go. */
  readonly replace: (next: (posting: number) => number) => void;
  /** All of them, in order; `replace` changes them. */
  readonly all: () => ListedPostings;
}

/** The postings of word `w` are those from `starts[w]` to `starts[w + 1]`. */
export interface ListedPostings {
  readonly starts: Int32Array;
  readonly postings: Int32Array;
}

export type Show = (list: Int32Array, from: number, to: number, word: number) => void;

const firstTail = 1 << 12;

/** These postings, which are its own from now on, or none. */
export function postings(begun?: ListedPostings): Postings {
  let starts = begun?.starts ?? new Int32Array(1);
  let settled = begun?.postings ?? new Int32Array(0);
  // Pairs of word and posting.
  let tail = new Int32Array(firstTail);
  let end = 0;
  // How many pairs searches have passed since the tail was put in order.
  let passed = 0;
  // How long the tail was at the last search.
  let tailSeen = 0;

  function add(word: number, posting: number): void {
    if (end === tail.length) {
      const wider = new Int32Array(tail.length * 2);
      wider.set(tail);
      tail = wider;
    }
    tail[end++] = word;
    tail[end++] = posting;
  }

  /** Puts the tail among the other postings, word by word. */
  function settle(): void {
    const ends = endsOfLists();
    const next = new Int32Array(settled.length + end / 2);
    const nextStarts = new Int32Array(ends.length + 1);
    for (let word = ends.length - 1; word >= 0; word--) {
      const from = word > 0 ? (ends[word - 1] as number) : 0;
      nextStarts[word + 1] = ends[word] as number;
      let end = from;
      const until = starts[word + 1] ?? 0;
      for (let i = starts[word] ?? 0; i < until; i++) next[end++] = settled[i] as number;
      ends[word] = end;
    }
    for (let i = 0; i < end; i += 2) {
      const word = tail[i] as number;
      const at = ends[word] as number;
      next[at] = tail[i + 1] as number;
      ends[word] = at + 1;
    }
    starts = nextStarts;
    settled = next;
    tail = new Int32Array(firstTail);
    end = 0;
    passed = 0;
  }

  /** Where the list of each word will end once the tail is among them. */
  function endsOfLists(): Int32Array {
    let words = starts.length - 1;
    for (let i = 0; i < end; i += 2) words = Math.max(words, (tail[i] as number) + 1);
    const ends = new Int32Array(words);
    for (let word = 0; word < starts.length - 1; word++) {
      ends[word] = (starts[word + 1] as number) - (starts[word] as number);
    }
    for (let i = 0; i < end; i += 2) {
      const word = tail[i] as number;
      ends[word] = (ends[word] as number) + 1;
    }
    for (let word = 1; word < words; word++) {
      ends[word] = (ends[word] as number) + (ends[word - 1] as number);
    }
    return ends;
  }

  function each(words: Int32Array, show: Show): void {
    passed += end;
    // A long tail that no longer grows will be passed by every search to come; one that grows will be
    // put in order again anyway.
    const still = end === tailSeen && 8 * end > settled.length;
    tailSeen = end;
    if (still || end > 2 * settled.length || passed > 8 * (2 * settled.length + end)) settle();
    for (const word of words) {
      const from = starts[word] ?? 0;
      const to = starts[word + 1] ?? 0;
      if (from < to) show(settled, from, to, word);
    }
    if (!end) return;
    const wanted = new Set(words);
    for (let i = 0; i < end; i += 2) {
      const word = tail[i] as number;
      if (wanted.has(word)) show(tail, i + 1, i + 2, word);
    }
  }

  function replace(next: (posting: number) => number): void {
    settle();
    let kept = 0;
    let from = 0;
    for (let word = 0; word < starts.length - 1; word++) {
      const to = starts[word + 1] as number;
      for (let i = from; i < to; i++) {
        const posting = next(settled[i] as number);
        if (posting >= 0) settled[kept++] = posting;
      }
      from = to;
      starts[word + 1] = kept;
    }
    settled = settled.slice(0, kept);
  }

  return {
    length: () => settled.length + end / 2,
    add,
    amend: (change) => {
      tail[end - 1] = change(tail[end - 1] as number);
    },
    undo: (length) => {
      end = Math.max(0, 2 * (length - settled.length));
    },
    each,
    settle: () => {
      if (end) settle();
    },
    replace,
    all: () => {
      if (end) settle();
      return { starts, postings: settled };
    },
  };
}
