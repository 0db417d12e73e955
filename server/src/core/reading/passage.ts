import type {
  Closing,
  Construct,
  Issue,
  IssueCode,
  Mark,
  Note,
  Opening,
  Passage,
  Reference,
  Target,
} from '../document.ts';
import { lastAtMost } from '../search.ts';
import type { Span } from '../text.ts';
import { type Brace, braceSearch, isClosed, openQuoteOf } from './braces.ts';
import { cutsOf, withoutNested } from './contents.ts';
import { isId, readItems, readsAsAttributes } from './items.ts';
import { isEscape, signSearch } from './signs.ts';
import {
  idEnd,
  isForeignKey,
  isGap,
  isLineEnd,
  keyEnd,
  type Stop,
  targetStops,
} from './target-signs.ts';

/** An opening bracket that waits for its `]`. */
interface Frame {
  readonly at: number;
  readonly note: boolean;
  /** Whether a reference stands in it, notes aside. */
  linked: boolean;
  /** Whether source text other than white space stands in it. */
  ink: boolean;
  /** Up to where its own text has been looked at for ink. */
  seen: number;
}

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

/**
 * A reader of the paragraphs of `text`, to be called in their order. It goes left to right in one pass
 * (language.md, section 2, *How a paragraph is read*), is linear on any input and never throws.
 */
export function passageReader(text: string): PassageReader {
  const nextSign = signSearch(text);
  let from = 0;
  let to = 0;
  let frames: Frame[] = [];
  let constructs: Construct[] = [];
  let found: Found[] = [];
  let escapes: number[] = [];
  let closings: Closing[] = [];
  let wideOpening = -1;
  let braces: ((brace: number) => Brace) | undefined;
  let stops: ReturnType<typeof targetStops> | undefined;

  return (start, end) => {
    const first = nextSign(start);
    if (first >= end) return plainPassage();
    from = start;
    to = end;
    frames = [];
    constructs = [];
    found = [];
    escapes = [];
    closings = [];
    wideOpening = -1;
    braces = undefined;
    stops = undefined;
    for (let at = first; at < to; at = nextSign(at)) at = readSign(at);
    return finish();
  };

  /** Reads the sign at `at`; returns where to go on. */
  function readSign(at: number): number {
    const code = text.charCodeAt(at);
    if (code === 92) {
      if (!isEscape(text, at) || !isWord(at + 1)) return at + 1;
      escapes.push(at);
      return at + 2;
    }
    if (code === 91) {
      open(at, false);
      return at + 1;
    }
    if (code === 94) {
      if (!isWord(at + 1) || text.charCodeAt(at + 1) !== 91) return at + 1;
      open(at, true);
      return at + 2;
    }
    if (code === 93) return close(at);
    if (code === 0xff3b) wideOpening = at;
    else checkFullWidth(at, wideOpening < 0 ? at : wideOpening, true);
    return at + 1;
  }

  function closeOf(brace: number): Brace {
    braces ??= braceSearch(text, from, to);
    return braces(brace);
  }

  function stopOf(at: number): Stop {
    stops ??= targetStops(text, to);
    return stops(at);
  }

  function report(code: IssueCode, span: Span, about?: Span, owner?: Construct): void {
    const place = { code, from: span.from, to: span.to };
    found.push({ issue: about ? { ...place, about } : place, owner });
  }

  function isWord(at: number): boolean {
    return at < to;
  }

  function open(place: number, note: boolean): void {
    const top = frames[frames.length - 1];
    if (top) look(text, top, place);
    const inside = place + (note ? 2 : 1);
    frames.push({ at: place, note, linked: false, ink: false, seen: inside });
  }

  /** Handles the `]` at `place`; returns where to go on. */
  function close(place: number): number {
    const frame = frames.pop();
    const next = isWord(place + 1) ? text.charCodeAt(place + 1) : 0;
    if (!frame) return closeNothing(place, next);
    look(text, frame, place);
    if (frame.note) return closeNote(frame, place, next);
    const parent = frames[frames.length - 1];
    if (frame.linked && parent) parent.linked = true;
    if (next === 123) {
      const brace = closeOf(place + 1);
      if (isClosed(brace)) return closeMark(frame, place, brace);
      reportOpenBrace(place + 1, brace);
    } else if (next === 40) {
      const target = readTarget(place + 1, report);
      if (target && !frame.linked) return closeReference(frame, place, target);
      if (target) {
        const parenthesis = { from: place + 1, to: target.to + 1 };
        report('nested-in-reference', parenthesis, { from: frame.at, to: target.to + 1 });
      }
    } else {
      checkFullWidth(place, frame.at, false);
      checkGap(place, frame.at);
    }
    if (parent) parent.ink = true;
    return place + 1;
  }

  function closeNothing(place: number, next: number): number {
    let form: Closing['form'] = 'bracket';
    if (next === 123) {
      const brace = closeOf(place + 1);
      if (isClosed(brace)) form = 'mark';
      else reportOpenBrace(place + 1, brace);
    } else if (next === 40 && text.charCodeAt(place + 2) === 35) {
      if (readTarget(place + 1, report)) form = 'reference';
    }
    closings.push({ at: place, form });
    return place + 1;
  }

  function closeNote(frame: Frame, place: number, next: number): number {
    const note: Note = {
      type: 'note',
      span: { from: frame.at, to: place + 1 },
      words: { from: frame.at + 2, to: place },
    };
    constructs.push(note);
    settle(note, false);
    if (meansConstruct(place + 1, next)) {
      report('glued-sign', { from: frame.at, to: frame.at + 1 }, note.span, note);
    }
    let blanks = frame.at;
    while (blanks > from && isGap(text.charCodeAt(blanks - 1))) blanks--;
    const startsLine = blanks === from || isLineEnd(text.charCodeAt(blanks - 1));
    if (blanks < frame.at && !startsLine) {
      report('space-before-note', { from: blanks, to: frame.at }, note.span, note);
    }
    return place + 1;
  }

  /** Whether `x^[t]` was meant as a mark or reference after a `^`: braces or a target follow. */
  function meansConstruct(place: number, next: number): boolean {
    if (next === 123) {
      const brace = closeOf(place);
      return isClosed(brace) && readsAsAttributes(text.slice(place + 1, brace));
    }
    return next === 40 && readTarget(place) !== undefined;
  }

  function closeMark(frame: Frame, place: number, brace: number): number {
    const items = readItems(text, place + 2, brace);
    const mark: Mark = {
      type: 'mark',
      span: { from: frame.at, to: brace + 1 },
      words: { from: frame.at + 1, to: place },
      braces: { from: place + 1, to: brace + 1 },
      id: items.id,
      kind: items.kind,
      attributes: items.attributes,
      items: items.count,
    };
    for (const issue of items.issues) found.push({ issue, owner: mark });
    complete(mark, frame);
    return brace + 1;
  }

  function closeReference(frame: Frame, place: number, target: Target): number {
    const reference: Reference = {
      type: 'reference',
      span: { from: frame.at, to: target.to + 1 },
      words: { from: frame.at + 1, to: place },
      target,
    };
    if (!target.key && !isId(target.id)) report('bad-id', target, undefined, reference);
    const parent = frames[frames.length - 1];
    if (parent) parent.linked = true;
    complete(reference, frame);
    return target.to + 1;
  }

  /** What a mark and a reference have in common once they are complete. */
  function complete(construct: Mark | Reference, frame: Frame): void {
    constructs.push(construct);
    const { span, words } = construct;
    if (!frame.ink) report('empty-mark', span, words, construct);
    const before = span.from - 1;
    const isSign = before >= from && text.charCodeAt(before) === 33;
    if (isSign && escapes[lastAtMost(escapes, before - 1)] !== before - 1) {
      report('glued-sign', { from: before, to: span.from }, span, construct);
    }
    settle(construct, frame.ink);
    checkSecondAttributes(construct);
  }

  function settle(construct: Construct, ink: boolean): void {
    const parent = frames[frames.length - 1];
    if (!parent) return;
    parent.ink ||= ink;
    parent.seen = construct.span.to;
  }

  function checkSecondAttributes(construct: Construct): void {
    const brace = construct.span.to;
    if (!isWord(brace) || text.charCodeAt(brace) !== 123) return;
    const closing = closeOf(brace);
    if (!isClosed(closing) || !readsAsAttributes(text.slice(brace + 1, closing))) return;
    report('second-attributes', { from: brace, to: closing + 1 }, construct.span, construct);
  }

  function reportOpenBrace(brace: number, result: Brace): void {
    const quote = openQuoteOf(result);
    if (quote !== undefined) {
      report('unclosed-quote', { from: quote, to: quote + 1 }, { from: brace, to });
    } else report('unclosed-attributes', { from: brace, to: brace + 1 }, { from: brace, to });
  }

  /** Reads `(#…)` or `(key#…)` at the `(`; undefined where it is no target. */
  function readTarget(paren: number, say?: typeof report): Target | undefined {
    const start = paren + 1;
    if (isWord(start) && text.charCodeAt(start) === 35) {
      const stop = stopOf(start + 1);
      if (stop.closed)
        return { from: start, to: stop.at, key: '', id: text.slice(start + 1, stop.at) };
      say?.('unclosed-reference', {
        from: paren,
        to: stop.laterParen < 0 ? start : stop.laterParen + 1,
      });
      return undefined;
    }
    const hash = keyEnd(text, start);
    if (hash === start || text.charCodeAt(hash) !== 35) return undefined;
    const end = idEnd(text, hash + 1);
    if (end >= to || text.charCodeAt(end) !== 41) return undefined;
    const key = text.slice(start, hash);
    if (isForeignKey(key)) return undefined;
    return { from: start, to: end, key, id: text.slice(hash + 1, end) };
  }

  /** `［t］｛#a .b｝` and its mixed forms: signs of another keyboard that read as attributes. */
  function checkFullWidth(bracket: number, opening: number, wide: boolean): void {
    const brace = bracket + 1;
    const code = isWord(brace) ? text.charCodeAt(brace) : 0;
    if (code !== 0xff5b && !(wide && code === 123)) return;
    for (let i = brace + 1; i < to; i++) {
      const sign = text.charCodeAt(i);
      if (sign === 123 || sign === 0xff5b) return;
      if (sign !== 125 && sign !== 0xff5d) continue;
      if (!readsAsAttributes(text.slice(brace + 1, i))) return;
      report('full-width', { from: brace, to: i + 1 }, { from: opening, to: bracket + 1 });
      return;
    }
  }

  function checkGap(bracket: number, opening: number): void {
    let brace = bracket + 1;
    while (isWord(brace) && isGap(text.charCodeAt(brace))) brace++;
    if (brace === bracket + 1 || !isWord(brace) || text.charCodeAt(brace) !== 123) return;
    const closing = closeOf(brace);
    if (!isClosed(closing) || !readsAsAttributes(text.slice(brace + 1, closing))) return;
    const span = { from: brace, to: closing + 1 };
    report('gap-before-attributes', span, { from: opening, to: bracket + 1 });
  }

  function finish(): Passage {
    const open: readonly Opening[] = frames.length ? frames.map(openingOf) : nothing;
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

const openingOf = ({ at, note }: Frame): Opening => ({ at, note });

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

/** Notes whether the frame's own text up to `upTo` holds more than white space. */
function look(text: string, frame: Frame, upTo: number): void {
  if (!frame.ink && frame.seen < upTo) {
    const code = text.charCodeAt(frame.seen);
    // The first character nearly always answers; the expression knows every white space of Unicode.
    frame.ink = (code > 32 && code < 127) || /\S/.test(text.slice(frame.seen, upTo));
  }
  frame.seen = upTo;
}
