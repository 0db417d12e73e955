import type { Closing, IssueCode } from '../document.ts';
import { lastAtMost } from '../search.ts';
import type { Span } from '../text.ts';
import { type Brace, braceSearch, isClosed, openQuoteOf } from './braces.ts';
import { narrow, readsAsAttributes } from './items.ts';
import { isEscape, signSearch } from './signs.ts';
import {
  idEnd,
  isForeignKey,
  isGap,
  isIdAt,
  isLineEnd,
  keyEnd,
  type Stop,
  targetStops,
} from './target-signs.ts';

/**
 * What is told of a paragraph while it is read; numbers are offsets in the text. Constructs come in order of
 * their end, those inside a note too. Offsets instead of objects, because a collection has hundreds of
 * thousands of constructs of which only a few words are kept.
 */
export interface PassageSink {
  /** `[` at `from`, its `]` at `bracket`; the braces behind it end before `to`. */
  readonly mark: (from: number, bracket: number, to: number) => void;
  /** `[` at `from`, its `]` at `bracket`, the `#` of the target at `hash`, its `)` at `paren`. */
  readonly reference: (from: number, bracket: number, hash: number, paren: number) => void;
  /** `^` at `from`, the `]` at `bracket`. */
  readonly note: (from: number, bracket: number) => void;
  /** The backslash of an escape. */
  readonly escape: (at: number) => void;
  /** With `ofLast` it goes when the construct told last does. */
  readonly issue: (code: IssueCode, span: Span, about: Span | undefined, ofLast: boolean) => void;
  /** A bracket or note that is open where the paragraph ends, outermost first. */
  readonly open: (at: number, note: boolean) => void;
  /** A `]` that closes nothing here. */
  readonly closing: (at: number, form: Closing['form']) => void;
}

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

/** Reads one paragraph, `[from, to)`; false where no sign stands in it and nothing was told. */
export type BracketReader = (from: number, to: number) => boolean;

/**
 * A reader of the paragraphs of `text`, to be called in their order. It goes left to right in one pass
 * (language.md, section 2, *How a paragraph is read*), is linear on any input and never throws.
 */
export function bracketReader(text: string, sink: PassageSink): BracketReader {
  const nextSign = signSearch(text);
  let from = 0;
  let to = 0;
  let frames: Frame[] = [];
  let escapes: number[] = [];
  let wideOpening = -1;
  // Where the `#` and the `)` of the target are that was read last.
  let hash = -1;
  let paren = -1;
  let braces: ((brace: number) => Brace) | undefined;
  let stops: ReturnType<typeof targetStops> | undefined;

  return (start, end) => {
    const first = nextSign(start);
    if (first >= end) return false;
    from = start;
    to = end;
    if (frames.length) frames = [];
    if (escapes.length) escapes = [];
    wideOpening = -1;
    braces = undefined;
    stops = undefined;
    for (let at = first; at < to; at = nextSign(at)) at = readSign(at);
    for (const { at, note } of frames) sink.open(at, note);
    return true;
  };

  /** Reads the sign at `at`; returns where to go on. */
  function readSign(at: number): number {
    const code = text.charCodeAt(at);
    if (code === 92) {
      if (!isEscape(text, at) || !isWord(at + 1)) return at + 1;
      escapes.push(at);
      sink.escape(at);
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

  function report(code: IssueCode, span: Span, about?: Span): void {
    sink.issue(code, span, about, false);
  }

  /** Reports what goes when the construct told last does. */
  function reportOfLast(code: IssueCode, span: Span, about?: Span): void {
    sink.issue(code, span, about, true);
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
      const isTarget = readTarget(place + 1, true);
      if (isTarget && !frame.linked) return closeReference(frame, place);
      if (isTarget) {
        const parenthesis = { from: place + 1, to: paren + 1 };
        report('nested-in-reference', parenthesis, { from: frame.at, to: paren + 1 });
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
      if (readTarget(place + 1, true)) form = 'reference';
    }
    sink.closing(place, form);
    return place + 1;
  }

  function closeNote(frame: Frame, place: number, next: number): number {
    sink.note(frame.at, place);
    settle(place + 1, false);
    const span = { from: frame.at, to: place + 1 };
    if (meansConstruct(place + 1, next)) {
      reportOfLast('glued-sign', { from: frame.at, to: frame.at + 1 }, span);
    }
    let blanks = frame.at;
    while (blanks > from && isGap(text.charCodeAt(blanks - 1))) blanks--;
    const startsLine = blanks === from || isLineEnd(text.charCodeAt(blanks - 1));
    if (blanks < frame.at && !startsLine) {
      reportOfLast('space-before-note', { from: blanks, to: frame.at }, span);
    }
    return place + 1;
  }

  /** Whether `x^[t]` was meant as a mark or reference after a `^`: braces or a target follow. */
  function meansConstruct(place: number, next: number): boolean {
    if (next === 123) {
      const brace = closeOf(place);
      return isClosed(brace) && readsAsAttributes(text.slice(place + 1, brace));
    }
    return next === 40 && readTarget(place, false);
  }

  function closeMark(frame: Frame, place: number, brace: number): number {
    sink.mark(frame.at, place, brace + 1);
    complete(frame, place, brace + 1);
    return brace + 1;
  }

  /** Closes a reference whose target was read last. */
  function closeReference(frame: Frame, place: number): number {
    const start = place + 2;
    const end = paren;
    sink.reference(frame.at, place, hash, end);
    if (hash === start && !isIdAt(text, hash + 1, end)) {
      reportOfLast('bad-id', { from: start, to: end });
    }
    const parent = frames[frames.length - 1];
    if (parent) parent.linked = true;
    complete(frame, place, end + 1);
    return end + 1;
  }

  /** What a mark and a reference have in common once they are complete. */
  function complete(frame: Frame, place: number, end: number): void {
    if (!frame.ink) {
      const words = { from: frame.at + 1, to: place };
      reportOfLast('empty-mark', { from: frame.at, to: end }, words);
    }
    const before = frame.at - 1;
    const isSign = before >= from && text.charCodeAt(before) === 33;
    if (isSign && escapes[lastAtMost(escapes, before - 1)] !== before - 1) {
      reportOfLast('glued-sign', { from: before, to: frame.at }, { from: frame.at, to: end });
    }
    settle(end, frame.ink);
    checkSecondAttributes(frame.at, end);
  }

  function settle(end: number, ink: boolean): void {
    const parent = frames[frames.length - 1];
    if (!parent) return;
    parent.ink ||= ink;
    parent.seen = end;
  }

  function checkSecondAttributes(start: number, brace: number): void {
    if (!isWord(brace) || text.charCodeAt(brace) !== 123) return;
    const closing = closeOf(brace);
    if (!isClosed(closing) || !readsAsAttributes(text.slice(brace + 1, closing))) return;
    reportOfLast('second-attributes', { from: brace, to: closing + 1 }, { from: start, to: brace });
  }

  function reportOpenBrace(brace: number, result: Brace): void {
    const quote = openQuoteOf(result);
    if (quote !== undefined) {
      report('unclosed-quote', { from: quote, to: quote + 1 }, { from: brace, to });
    } else report('unclosed-attributes', { from: brace, to: brace + 1 }, { from: brace, to });
  }

  /**
   * Whether `(#…)` or `(key#…)` stands at the `(`; `hash` and `paren` say where then. With `aloud` it
   * reports one that is not closed.
   */
  function readTarget(opening: number, aloud: boolean): boolean {
    const start = opening + 1;
    if (isWord(start) && text.charCodeAt(start) === 35) {
      const stop = stopOf(start + 1);
      hash = start;
      paren = stop.at;
      if (stop.closed) return true;
      const end = stop.laterParen < 0 ? start : stop.laterParen + 1;
      if (aloud) report('unclosed-reference', { from: opening, to: end });
      return false;
    }
    hash = keyEnd(text, start);
    if (hash === start || text.charCodeAt(hash) !== 35) return false;
    paren = idEnd(text, hash + 1);
    if (paren >= to || text.charCodeAt(paren) !== 41) return false;
    return !isForeignKey(text.slice(start, hash));
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
      if (!readsAsAttributes(narrow(text.slice(brace + 1, i)))) return;
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
