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
  /** Where the hidden signs begin: lines are broken as if these were shown, and a badge at their end would fall to the next line. */
  readonly at: Range['start'];
  readonly text: string;
  readonly mark: DrawnMark | undefined;
}

/**
 * Divides a document's signs into shown and hidden ones.
 * @param shows whether everything on the lines `from` to `to` is to be shown as it is written
 */
export function layout(drawn: Drawn, shows: (from: number, to: number) => boolean): Layout {
  const signs: Range[] = [];
  const hidden: Range[] = [];
  const badges: Badge[] = [];
  const isShown = (range: Range) => shows(range.start.line, range.end.line);
  const folded = drawn.notes.filter((note) => !isShown(note));
  const isFolded = (range: Range) => folded.some((note) => covers(note, range));
  const place = (sign: Range) => (isShown(sign) ? signs : hidden).push(sign);

  for (const mark of drawn.marks) {
    if (isFolded(mark.range)) continue;
    place({ start: mark.range.start, end: mark.words.start });
    const closing = { start: mark.words.end, end: mark.range.end };
    place(closing);
    if (!isShown(closing)) badges.push({ at: closing.start, text: mark.badge, mark });
  }
  for (const { range, words } of drawn.references) {
    if (isFolded(range)) continue;
    place({ start: range.start, end: words.start });
    place({ start: words.end, end: range.end });
  }
  for (const note of folded) {
    hidden.push(note);
    badges.push({ at: note.start, text: '✎', mark: undefined });
  }
  return { signs, hidden, badges };
}

const before = (a: Range['start'], b: Range['start']): boolean =>
  a.line < b.line || (a.line === b.line && a.character <= b.character);

const covers = (outer: Range, inner: Range): boolean =>
  before(outer.start, inner.start) && before(inner.end, outer.end);
