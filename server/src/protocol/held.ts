import type { Diagnostic } from 'vscode-languageserver';
import { commonEnds } from '../core/text.ts';
import type { Lines, Position, Range } from '../workspace/lines.ts';
import { inOrder } from './unchanged.ts';

/** Diagnostics with the text they are of, and its lines. */
export interface Placed {
  readonly text: string;
  readonly lines: Lines;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Diagnostics of a text as they stand in the next one, as an editor would move them: what the change left
 * alone is the same object where it did not move, what was changed inside still reaches from its beginning
 * to its end, and what was changed at its edge is left out.
 */
export function movedTo(
  { text, lines }: Pick<Placed, 'text' | 'lines'>,
  { diagnostics, ...before }: Placed,
): Diagnostic[] {
  if (text === before.text || diagnostics.length === 0) return [...diagnostics];
  const { head, tail } = commonEnds(before.text, text);
  const from = before.lines.position(head);
  const to = before.lines.position(before.text.length - tail);
  const end = lines.position(text.length - tail);
  const place = (at: Position): Position =>
    at.line === to.line
      ? { line: end.line, character: at.character - to.character + end.character }
      : { line: at.line - to.line + end.line, character: at.character };
  const isStill = end.line === to.line;
  const moved = (range: Range): Range | undefined => {
    if (inOrder(range.end, from) <= 0) return range;
    const isBehind = inOrder(range.start, to) >= 0;
    if (isBehind && isStill && range.start.line > to.line) return range;
    if (isBehind) return { start: place(range.start), end: place(range.end) };
    const isAround = inOrder(range.start, from) <= 0 && inOrder(range.end, to) >= 0;
    return isAround ? { start: range.start, end: place(range.end) } : undefined;
  };
  return diagnostics.flatMap((one) => {
    const range = moved(one.range);
    if (range === one.range) return [one];
    return range ? [{ ...one, range }] : [];
  });
}

/** Two lists of diagnostics in order of their place as one. */
export function merged(some: readonly Diagnostic[], others: readonly Diagnostic[]): Diagnostic[] {
  const all: Diagnostic[] = [];
  let at = 0;
  for (const other of others) {
    while (at < some.length && isBefore(some[at] as Diagnostic, other)) {
      all.push(some[at++] as Diagnostic);
    }
    all.push(other);
  }
  return [...all, ...some.slice(at)];
}

const isBefore = ({ range: a }: Diagnostic, { range: b }: Diagnostic): boolean =>
  (inOrder(a.start, b.start) || inOrder(a.end, b.end)) <= 0;
