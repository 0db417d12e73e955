import { paragraphSpans } from '../reading/parse.ts';
import { firstThat } from '../search.ts';
import type { Span } from '../text.ts';
import { type Alignment, align } from './align.ts';

/** A source and the one that takes its place. */
export interface Ground extends Pick<Alignment, 'images'> {
  readonly old: Side;
  readonly now: NewSide;
}

interface Side {
  readonly source: string;
  readonly words: readonly Span[];
}

interface NewSide extends Side {
  /** Runs of lines that are not blank. */
  readonly paragraphs: readonly Span[];
}

/** Sets a source beside the one that takes its place. */
export function groundOf(old: string, now: string): Ground {
  const { before, after, images } = align(old, now);
  const paragraphs = [...paragraphSpans(now, now.startsWith('\uFEFF') ? 1 : 0)];
  const sides = { old: { source: old, words: before }, now: { source: now, words: after } };
  return { images, old: sides.old, now: { ...sides.now, paragraphs } };
}

/** Where words of the old source stand in the new one. */
export interface Place {
  /** One span; several where a blank line stands between the words now. Never empty, none of them blank. */
  readonly pieces: readonly [Span, ...Span[]];
  /** Whether they are the same words in the same paragraph, blanks aside. */
  readonly same: boolean;
}

/** Of words that changed, this share must be there still, by their letters … */
const enough = 1 / 2;
/** … or this one, where the first and the last word are. */
const enoughBetween = 1 / 4;
/** So many letters may have come in between, for each that was there and beside. */
const mostAdded = { each: 4, beside: 40 };

/**
 * Where the words of a span stand in the new source: the same words, or what has taken the place of some of
 * them where enough is left in one piece. Undefined where they are gone.
 */
export function placeOf(ground: Ground, span: Span): Place | undefined {
  const { old, now, images } = ground;
  const first = firstThat(old.words, ({ to }) => to > span.from);
  const last = firstThat(old.words, ({ from }) => from >= span.to) - 1;
  const left: number[] = [];
  let total = 0;
  let kept = 0;
  for (let at = first; at <= last; at++) {
    const letters = lengthOf(old.words[at]);
    const image = images[at] as number;
    total += letters;
    if (image < 0) continue;
    // Words that stand in another order now are no passage any more.
    if (left.length && image <= (left.at(-1) as number)) return undefined;
    left.push(image);
    kept += letters;
  }
  const [head, tail] = [left[0], left.at(-1)];
  if (head === undefined || tail === undefined) return undefined;
  const isWhole = left.length === last - first + 1;
  const isSame = isWhole && tail - head === last - first;
  const bothEnds = first < last && images[first] === head && images[last] === tail;
  if (!isSame && kept < total * (bothEnds ? enoughBetween : enough)) return undefined;
  const from = images[first] === head ? head : startBeside(ground, first, head);
  const to = images[last] === tail ? tail : endBeside(ground, last, tail);
  const room = kept + total * mostAdded.each + mostAdded.beside;
  if (!isSame && !isWithin(now.words, from, to, room)) return undefined;
  const whole = {
    from: within(ground, first, from, 'from') ?? (now.words[from] as Span).from,
    to: within(ground, last, to, 'to') ?? (now.words[to] as Span).to,
  };
  const pieces = cutAtBlankLines(now, whole, left);
  return pieces && { pieces, same: isSame && pieces.length === 1 };

  /** An edge that lies within a word, in the same word; undefined where that has no image there. */
  function within(
    { old, now, images }: Ground,
    word: number,
    image: number,
    edge: 'from' | 'to',
  ): number | undefined {
    const [was, is] = [old.words[word] as Span, now.words[image] as Span];
    if (images[word] !== image) return undefined;
    const offset = edge === 'from' ? Math.max(span.from, was.from) : Math.min(span.to, was.to);
    return is.from + offset - was.from;
  }
}

const lengthOf = (word: Span | undefined): number => (word ? word.to - word.from : 0);

/** Whether the words from one to another have at most so many letters. */
function isWithin(words: readonly Span[], from: number, to: number, room: number): boolean {
  let letters = 0;
  for (let at = from; at <= to && letters <= room; at++) letters += lengthOf(words[at]);
  return letters <= room;
}

/**
 * The first word of what took the place of the beginning of a passage whose word `head` is left: all behind
 * the word that stood before it, in the same paragraph; without such a word nothing but what is left.
 */
function startBeside({ now, images }: Ground, first: number, head: number): number {
  const before = first ? (images[first - 1] as number) : -1;
  if ((first && before < 0) || before >= head) return head;
  return Math.max(before + 1, edgesOf(now, head).from);
}

function endBeside({ old, now, images }: Ground, last: number, tail: number): number {
  const isLast = last + 1 === old.words.length;
  const behind = isLast ? now.words.length : (images[last + 1] as number);
  if (behind <= tail) return tail;
  return Math.min(behind - 1, edgesOf(now, tail).to);
}

/** The first and the last word of the paragraph in which a word stands. */
function edgesOf({ words, paragraphs }: NewSide, word: number): Span {
  const { from } = words[word] as Span;
  const paragraph = paragraphs[firstThat(paragraphs, ({ to }) => to > from)] as Span;
  return {
    from: firstThat(words, (one) => one.from >= paragraph.from),
    to: firstThat(words, (one) => one.from >= paragraph.to) - 1,
  };
}

/** The parts of a span in paragraphs in which one of these words stands. */
function cutAtBlankLines(
  { words, paragraphs }: NewSide,
  { from, to }: Span,
  left: readonly number[],
): [Span, ...Span[]] | undefined {
  const pieces: Span[] = [];
  let next = firstThat(paragraphs, (paragraph) => paragraph.to > from);
  let word = 0;
  for (let one = paragraphs[next]; one && one.from < to; one = paragraphs[++next]) {
    const { to: end } = one;
    const before = word;
    while (word < left.length && (words[left[word] as number] as Span).from < end) word++;
    if (word === before) continue;
    const first = firstThat(words, (each) => each.to > Math.max(from, one.from));
    const last = firstThat(words, (each) => each.from >= Math.min(to, end)) - 1;
    pieces.push({
      from: Math.max(from, (words[first] as Span).from),
      to: Math.min(to, (words[last] as Span).to),
    });
  }
  const [head, ...rest] = pieces;
  return head && [head, ...rest];
}

/** Where a note stands in the new source, and whether behind the same word as before. */
export interface NotePlace {
  readonly at: number;
  readonly same: boolean;
}

/** Where what stands at an offset of the old source belongs in the new one; undefined where the words beside it are gone. */
export function placeAt(ground: Ground, offset: number): NotePlace | undefined {
  const { old, now, images } = ground;
  const next = firstThat(old.words, ({ to }) => to > offset);
  const [before, behind] = [old.words[next - 1], old.words[next]];
  const imageBefore = before && now.words[images[next - 1] as number];
  const imageBehind = behind && now.words[images[next] as number];
  if (behind && behind.from < offset && imageBehind)
    return { at: imageBehind.from + offset - behind.from, same: true };
  const blanks = {
    before: old.source.slice(before?.to ?? 0, offset),
    behind: old.source.slice(offset, Math.max(offset, behind?.from ?? old.source.length)),
  };
  if (imageBefore) {
    const gapEnd = now.words[(images[next - 1] as number) + 1]?.from ?? now.source.length;
    const gap = now.source.slice(imageBefore.to, gapEnd);
    if (gap === blanks.before + blanks.behind)
      return { at: imageBefore.to + blanks.before.length, same: true };
    if (!blanks.before) return { at: imageBefore.to, same: true };
  }
  const isApart = { before: blankLine.test(blanks.before), behind: blankLine.test(blanks.behind) };
  if (isApart.before && !isApart.behind) return imageBehind && { at: imageBehind.from, same: true };
  if (imageBehind && !imageBefore && !isApart.behind) {
    const previous = now.words[(images[next] as number) - 1];
    const gap = now.source.slice(previous?.to ?? 0, imageBehind.from);
    const at = previous && !blankLine.test(gap) ? previous.to : imageBehind.from;
    return { at, same: false };
  }
  if (!imageBefore) return behindEarlier(ground, next - 1);
  return { at: imageBefore.to, same: !isApart.before && !blanks.before.trim() };
}

/** So many words may have gone before a note in its sentence. */
const mostGone = 5;
const stop = /^[.!?。！？]$/;

/** Behind the nearest word that is left of the sentence that ends with a word which is gone. */
function behindEarlier({ old, now, images }: Ground, gone: number): NotePlace | undefined {
  for (let at = gone - 1; at >= 0 && at >= gone - mostGone; at--) {
    const [word, next] = [old.words[at] as Span, old.words[at + 1] as Span];
    if (stop.test(old.source.slice(word.from, word.to))) return undefined;
    if (blankLine.test(old.source.slice(word.to, next.from))) return undefined;
    const image = now.words[images[at] as number];
    if (image) return { at: image.to, same: false };
  }
  return undefined;
}

/** A line end, blanks, and another. */
const blankLine = /(?:\r\n|\n|\r(?!\n))[ \t]*[\r\n]/;
