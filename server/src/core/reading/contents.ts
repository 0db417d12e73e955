import type { Construct, IssueCode } from '../document.ts';
import type { Span } from '../text.ts';

/** Marks and notes inside a complete note are part of that note; only references in it hold. */
export function withoutNested(
  sorted: readonly Construct[],
  report: (code: IssueCode, span: Span) => void,
): { kept: readonly Construct[]; dropped: Set<Construct> | undefined } {
  if (!hasNote(sorted)) return { kept: sorted, dropped: undefined };
  const dropped = new Set<Construct>();
  let noteEnd = -1;
  let droppedEnd = -1;
  for (const construct of sorted) {
    const { from, to } = construct.span;
    if (from >= noteEnd) {
      if (construct.type === 'note') noteEnd = to;
      continue;
    }
    if (construct.type === 'reference') continue;
    dropped.add(construct);
    if (from >= droppedEnd) {
      report('mark-in-note', construct.span);
      droppedEnd = to;
    }
  }
  return { kept: sorted.filter((construct) => !dropped.has(construct)), dropped };
}

function hasNote(constructs: readonly Construct[]): boolean {
  for (const { type } of constructs) if (type === 'note') return true;
  return false;
}

/** What strip leaves out: the signs of marks and references, whole notes, the backslash of each escape. */
export function cutsOf(
  constructs: readonly Construct[],
  escapes: readonly number[],
): readonly Span[] {
  const cuts: Span[] = [];
  let sorted = escapes.length === 0;
  let end = 0;
  for (const { type, span, words } of constructs) {
    sorted &&= span.from >= end;
    end = span.to;
    if (type === 'note') cuts.push(span);
    else cuts.push({ from: span.from, to: words.from }, { from: words.to, to: span.to });
  }
  if (sorted) return cuts;
  for (const at of escapes) cuts.push({ from: at, to: at + 1 });
  cuts.sort((a, b) => a.from - b.from || b.to - a.to);
  let last = -1;
  // What lies in a note goes with it.
  return cuts.filter((cut) => {
    if (cut.to <= last) return false;
    last = cut.to;
    return true;
  });
}
