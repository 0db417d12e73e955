import type { Document, Paragraph } from '../document.ts';
import { commonEnds, type Span } from '../text.ts';

/**
 * Whether the next reading of a document differs from the one before in prose alone: what was changed stands
 * between marks, references and notes, the front matter is as it was, and the reader of the text found
 * nothing else wrong. So all that the document says of others it still says.
 */
export function isAlike(before: Document, after: Document): boolean {
  const { head, tail } = commonEnds(before.text, after.text);
  if (before.body !== after.body || !before.front !== !after.front || head < before.body) {
    return false;
  }
  const end = before.text.length - tail;
  const delta = after.text.length - before.text.length;
  /** Where something begins after the change; nowhere where the change may have touched it. */
  const startOf = ({ from, to }: Span): number | undefined => {
    if (to <= head) return from;
    return from >= end ? from + delta : undefined;
  };
  const [old, now] = differing(before.paragraphs, after.paragraphs);
  const constructsOf = ({ passage }: Paragraph) => passage.constructs;
  return (
    standAlike(
      old.flatMap(constructsOf),
      now.flatMap(constructsOf),
      (was, is) => was.type === is.type && startOf(was.span) === is.span.from,
    ) &&
    standAlike(
      before.issues,
      after.issues,
      (was, is) => was.code === is.code && startOf(was) === is.from,
    )
  );
}

/** The paragraphs of two readings without those at the beginning and the end that they have in common. */
function differing(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
): [readonly Paragraph[], readonly Paragraph[]] {
  const most = Math.min(before.length, after.length);
  const isSame = (a: number, b: number) =>
    before[a]?.passage.identity === after[b]?.passage.identity;
  let first = 0;
  while (first < most && isSame(first, first)) first++;
  let last = 0;
  while (last < most - first && isSame(before.length - 1 - last, after.length - 1 - last)) last++;
  return [before.slice(first, before.length - last), after.slice(first, after.length - last)];
}

const standAlike = <T>(
  before: readonly T[],
  after: readonly T[],
  isSame: (was: T, is: T) => boolean,
): boolean =>
  before.length === after.length && before.every((one, i) => isSame(one, after[i] as T));
