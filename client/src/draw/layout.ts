import type { Drawn, DrawnMark } from '../../../server/src/protocol/requests.ts';

type Range = DrawnMark['range'];

/** Where the signs of a document stand, and what stands for them while they are hidden. */
export interface Layout {
  /** Brackets, braces and targets that are shown, dimmed. */
  readonly signs: readonly Range[];
  /** What is taken out of sight. */
  readonly hidden: readonly Range[];
  readonly badges: readonly Badge[];
}

export interface Badge {
  /**
   * Behind the hidden signs of a mark: lines are broken as if these were shown, so that here,
   * where they have left room, a badge is never cut off, and the comma behind it never stands alone.
   */
  readonly at: Range['start'];
  readonly text: string;
  readonly mark: DrawnMark | undefined;
}

/**
 * Divides a document's signs into shown and hidden ones.
 * @param shows whether everything on the lines `from` to `to` is to be shown as it is written
 * @param faults what is reported as wrong: signs in which something is are shown too
 */
export function layout(
  drawn: Drawn,
  shows: (from: number, to: number) => boolean,
  faults: readonly Range[] = [],
): Layout {
  const signs: Range[] = [];
  const hidden: Range[] = [];
  const badges: Badge[] = [];
  const isFaulty = (range: Range) => faults.some((fault) => overlap(fault, range));
  const isShown = (range: Range) => shows(range.start.line, range.end.line);
  const folded = drawn.notes.filter((note) => !isShown(note) && !isFaulty(note));
  const isFolded = (range: Range) => folded.some((note) => covers(note, range));

  /** Places the signs around some words; whether those behind them are shown. */
  const place = ({ range, words }: Pick<DrawnMark, 'range' | 'words'>): boolean => {
    const opening = { start: range.start, end: words.start };
    const closing = { start: words.end, end: range.end };
    const both = isFaulty(opening) || isFaulty(closing);
    const puts = (sign: Range) => (both || isShown(sign) ? signs : hidden).push(sign);
    puts(opening);
    puts(closing);
    return both || isShown(closing);
  };

  for (const mark of drawn.marks) {
    if (isFolded(mark.range) || place(mark)) continue;
    badges.push({ at: mark.range.end, text: mark.badge, mark });
  }
  for (const reference of drawn.references) if (!isFolded(reference.range)) place(reference);
  for (const note of folded) {
    hidden.push(note);
    badges.push({ at: note.start, text: '✎', mark: undefined });
  }
  return { signs, hidden, badges };
}

type Place = Range['start'];

const isBefore = (a: Place, b: Place): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);

const covers = (outer: Range, inner: Range): boolean =>
  !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end);

/** Whether a sign shares a character with a fault, or holds the place of one that has none. */
const overlap = (fault: Range, sign: Range): boolean =>
  (isBefore(fault.start, sign.end) && isBefore(sign.start, fault.end)) || covers(sign, fault);
