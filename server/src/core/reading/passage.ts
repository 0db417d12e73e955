import type { Closing, Construct, Issue, Mark, Opening, Passage } from '../document.ts';
import type { Span } from '../text.ts';
import { bracketReader } from './brackets.ts';
import { cutsOf, withoutNested } from './contents.ts';
import { itemsReader } from './items.ts';

/** An issue with the construct it came from, so that it goes when the construct does. */
interface Found {
  readonly issue: Issue;
  readonly owner: Construct | undefined;
}

const nothing: readonly never[] = Object.freeze([]);

const plainPassage = (): Passage => ({
  identity: {},
  constructs: nothing,
  issues: nothing,
  cuts: nothing,
  open: nothing,
  closings: nothing,
});

/** Reads paragraphs of one text, `[from, to)` in offsets of the text. */
export type PassageReader = (from: number, to: number) => Passage;

/** A reader of the paragraphs of `text`, to be called in their order, that makes objects of what they hold. */
export function passageReader(text: string): PassageReader {
  const itemsOf = itemsReader(text);
  let constructs: Construct[] = [];
  let found: Found[] = [];
  let escapes: number[] = [];
  let opened: Opening[] = [];
  let closings: Closing[] = [];

  const read = bracketReader(text, {
    mark: (from, bracket, to) => {
      const { id, kind, attributes, count, issues } = itemsOf(bracket + 2, to - 1);
      const mark: Mark = {
        type: 'mark',
        span: { from, to },
        words: { from: from + 1, to: bracket },
        braces: { from: bracket + 1, to },
        id,
        kind,
        attributes,
        items: count,
      };
      for (const issue of issues) found.push({ issue, owner: mark });
      constructs.push(mark);
    },
    reference: (from, bracket, hash, paren) => {
      const key = text.slice(bracket + 2, hash);
      constructs.push({
        type: 'reference',
        span: { from, to: paren + 1 },
        words: { from: from + 1, to: bracket },
        target: { from: bracket + 2, to: paren, key, id: text.slice(hash + 1, paren) },
      });
    },
    note: (from, bracket) => {
      const words = { from: from + 2, to: bracket };
      constructs.push({ type: 'note', span: { from, to: bracket + 1 }, words });
    },
    escape: (at) => void escapes.push(at),
    issue: (code, { from, to }, about, ofLast) => {
      const issue = about ? { code, from, to, about } : { code, from, to };
      found.push({ issue, owner: ofLast ? constructs[constructs.length - 1] : undefined });
    },
    open: (at, note) => void opened.push({ at, note }),
    closing: (at, form) => void closings.push({ at, form }),
  });

  return (from, to) => {
    constructs = [];
    found = [];
    escapes = [];
    opened = [];
    closings = [];
    return read(from, to) ? finish() : plainPassage();
  };

  function report(code: Issue['code'], { from, to }: Span): void {
    found.push({ issue: { code, from, to }, owner: undefined });
  }

  function finish(): Passage {
    const open = opened.length ? opened : nothing;
    if (!constructs.length && !found.length && !escapes.length) {
      return { ...plainPassage(), open, closings };
    }
    sortByStart(constructs);
    const { kept, dropped } = withoutNested(constructs, report);
    return {
      identity: {},
      constructs: kept,
      issues: found.length ? issuesOf(found, dropped) : nothing,
      cuts: cutsOf(kept, escapes),
      open,
      closings: closings.length ? closings : nothing,
    };
  }
}

/** Constructs are complete in order of their end; where none is nested that is the order of their start. */
function sortByStart(constructs: Construct[]): void {
  for (let i = 1; i < constructs.length; i++) {
    if ((constructs[i - 1] as Construct).span.from < (constructs[i] as Construct).span.from)
      continue;
    constructs.sort((a, b) => a.span.from - b.span.from);
    return;
  }
}

function issuesOf(found: readonly Found[], dropped: ReadonlySet<Construct> | undefined): Issue[] {
  const issues: Issue[] = [];
  for (const { issue, owner } of found) if (!owner || !dropped?.has(owner)) issues.push(issue);
  return issues.sort((a, b) => a.from - b.from);
}
