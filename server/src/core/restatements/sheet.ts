import type { Codebook } from '../codebook/codebook.ts';
import { isStatement } from '../codebook/kinds.ts';
import { fragmentsIn, wordsOfMark } from '../snapshot/mark-words.ts';
import { eachDefinition } from '../snapshot/packed-summary.ts';
import type { Entry } from '../snapshot/snapshot.ts';
import { actorsIn } from './circles.ts';
import { type Joint, jointsIn } from './threads.ts';

/** What a document says that later ones may say again. */
export interface Sheet {
  readonly entry: Entry;
  /** Its `parties`. */
  readonly parties: string | undefined;
  readonly joints: readonly Joint[];
  /** Its registered marks in their order; none where it has no date. */
  readonly marks: readonly SheetMark[];
}

export interface SheetMark {
  /** Which of the document's definitions it is. */
  readonly index: number;
  readonly id: string;
  readonly kind: string;
  /** Its words as issued, on one line. */
  readonly text: string;
  /** The ids under its `by`, as a circle has them. */
  readonly by: string | undefined;
}

const none: readonly never[] = [];

/** Reads off a document what it says. */
export function sheetOf(entry: Entry, codebook: Pick<Codebook, 'kinds'>): Sheet {
  const { summary, text } = entry;
  const { parties, byOf } = actorsIn(summary);
  const marks: SheetMark[] = [];
  if (summary.date) {
    const fragments = fragmentsIn(entry);
    eachDefinition(summary, (index, kind, from, to, idFrom, idTo) => {
      if (!isStatement(codebook, kind)) return;
      const id = idFrom < 0 ? '' : text.slice(idFrom, idTo);
      const words = wordsOfMark(entry, { id, from, to }, fragments.get(id) ?? none);
      marks.push({ index, id, kind, text: words, by: byOf(index) });
    });
  }
  return { entry, parties, joints: jointsIn(summary), marks };
}

/** Whether two documents say the same, each mark as the same of its definitions. */
export function saysSame(a: Sheet, b: Sheet): boolean {
  return (
    saysSameInFront(a, b) &&
    a.joints.length === b.joints.length &&
    a.joints.every((joint, i) => joint.join() === b.joints[i]?.join()) &&
    a.marks.length === b.marks.length &&
    a.marks.every((mark, i) => {
      const other = b.marks[i] as SheetMark;
      return mark.index === other.index && isSame(mark, other);
    })
  );
}

export function saysSameInFront({ entry: a, parties }: Sheet, other: Sheet): boolean {
  const b = other.entry;
  return (
    a.summary.own === b.summary.own &&
    a.summary.date === b.summary.date &&
    a.summary.series === b.summary.series &&
    a.summary.title === b.summary.title &&
    parties === other.parties
  );
}

export const isSame = (a: SheetMark, b: SheetMark): boolean =>
  a.id === b.id && a.kind === b.kind && a.by === b.by && a.text === b.text;
