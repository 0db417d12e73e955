import { braceSearch, isClosed } from '../reading/braces.ts';
import { readsAsAttributes } from '../reading/items.ts';
import type { Span } from '../text.ts';
import { needsEscape } from './import.ts';

/** Signs to be put round words of a source, or a note between two of its characters. */
export interface Inscription {
  /** In the source; empty for a note. */
  readonly span: Span;
  /** `[`, or a whole note. */
  readonly opening: string;
  /** `]` with braces or a target; empty for a note. */
  readonly closing: string;
  /** Whether this note stands within the signs of another inscription, where both are at one place. */
  readonly isIn?: (outer: Inscription) => boolean;
}

/** A paragraph with its annotations. */
export interface Inscribed<T extends Inscription> {
  readonly text: string;
  /** The inscriptions in the order in which they begin. */
  readonly order: readonly T[];
}

/**
 * One paragraph of a source, `[from, to)`, with all of these signs in it and each escape that they and it need
 * (language.md, section 2, *Inserting*): what wrapping the words one by one would make of it, in one pass.
 * The inscriptions lie in the paragraph, none of them crosses another, outer ones come before those in them.
 */
export function inscribe<T extends Inscription>(
  source: string,
  { from, to }: Span,
  all: readonly T[],
): Inscribed<T> {
  const steps = stepsOf(all);
  const lone = loneBrackets(source, { from, to }, steps);
  const closeOf = braceSearch(source, from, to);
  let result = '';
  let step = 0;
  for (let at = from; at <= to; at++) {
    let isClosing = false;
    for (; steps[step]?.at === at; step++) {
      const { text, is } = steps[step] as Step<T>;
      result += text;
      isClosing = is !== 'opening';
    }
    if (at === to) break;
    const next = steps[step]?.at === at + 1 ? steps[step]?.text[0] : undefined;
    const code = source[at] as string;
    if (lone.has(at) || isJoining(source, at, code, next) || (isClosing && isAttributes(at)))
      result += '\\';
    result += code;
  }
  return { text: result, order: steps.flatMap(({ is, of }) => (is === 'closing' ? [] : [of])) };

  function isAttributes(at: number): boolean {
    if (source[at] !== '{') return false;
    const closing = closeOf(at);
    return isClosed(closing) && readsAsAttributes(source.slice(at + 1, closing));
  }
}

/** Whether a character would be read together with what follows it: a sign that is put there, else the source. */
function isJoining(source: string, at: number, code: string, next: string | undefined): boolean {
  if (next === undefined) return needsEscape(source, at);
  if (code === '\\') return true;
  return next === '[' && (code === '^' || code === '!');
}

/** A sign to be written before the character at an offset. */
interface Step<T> {
  readonly of: T;
  readonly at: number;
  readonly text: string;
  readonly is: 'opening' | 'closing' | 'note';
}

/** All signs in the order in which they are written. */
function stepsOf<T extends Inscription>(all: readonly T[]): Step<T>[] {
  const notes = all.filter(isNote);
  const others = all.filter((one) => !isNote(one));
  const steps: Step<T>[] = [];
  const open: T[] = [];
  let nextNote = 0;
  let next = 0;
  for (const at of placesOf(all)) {
    let waiting: T[] = [];
    while (notes[nextNote]?.span.from === at) waiting.push(notes[nextNote++] as T);
    const writeNotes = (isNow: (note: T) => boolean) => {
      for (const of of waiting) if (isNow(of)) steps.push({ of, at, is: 'note', text: of.opening });
      waiting = waiting.filter((note) => !isNow(note));
    };
    for (let of = open.at(-1); of?.span.to === at; of = open.at(-1)) {
      const closed = of;
      writeNotes(({ isIn }) => isIn?.(closed) ?? false);
      steps.push({ of, at, is: 'closing', text: of.closing });
      open.pop();
    }
    const opening: T[] = [];
    while (others[next]?.span.from === at) opening.push(others[next++] as T);
    for (const [index, of] of opening.entries()) {
      const rest = opening.slice(index);
      writeNotes(({ isIn }) => !rest.some((other) => isIn?.(other)));
      steps.push({ of, at, is: 'opening', text: of.opening });
      open.push(of);
    }
    writeNotes(() => true);
  }
  return steps;
}

const isNote = ({ span }: Inscription): boolean => span.from === span.to;

const placesOf = (all: readonly Inscription[]): number[] =>
  [...new Set(all.flatMap(({ span }) => [span.from, span.to]))].sort((a, b) => a - b);

/** The brackets of the source that have no partner among the words of the inscription they stand in. */
function loneBrackets(
  source: string,
  { from, to }: Span,
  steps: readonly Step<unknown>[],
): ReadonlySet<number> {
  const lone = new Set<number>();
  const frames: number[][] = [[]];
  let step = 0;
  for (let at = from; at <= to; at++) {
    for (; steps[step]?.at === at; step++) {
      const { is } = steps[step] as Step<unknown>;
      if (is === 'opening') frames.push([]);
      if (is === 'closing') for (const bracket of frames.pop() ?? []) lone.add(bracket);
    }
    if (at === to) break;
    const frame = frames.at(-1);
    if (source[at] === '[') frame?.push(at);
    if (source[at] !== ']') continue;
    // One that gets a backslash in any case closes nothing.
    if (steps[step]?.at !== at + 1 && needsEscape(source, at)) continue;
    if (frame?.pop() === undefined && frames.length > 1) lone.add(at);
  }
  return lone;
}
