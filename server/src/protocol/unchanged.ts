import type { Diagnostic } from 'vscode-languageserver';
import type { Position } from '../workspace/lines.ts';

/**
 * The diagnostics of a text, in order of their place, with those that say the same of the same place as
 * one of `before` (in that order too) taken over as the same object: who remembers what an object has
 * become need not make it again. A keystroke changes few of a thousand.
 */
export function unchangedFrom(
  before: readonly Diagnostic[],
  now: readonly Diagnostic[],
): Diagnostic[] {
  let at = 0;
  return now.map((one) => {
    while (at < before.length && inOrder(startOf(before[at]), one.range.start) < 0) at++;
    for (let next = at; next < before.length; next++) {
      const known = before[next] as Diagnostic;
      if (inOrder(known.range.start, one.range.start) > 0) break;
      if (isSame(known, one)) return known;
    }
    return one;
  });
}

const startOf = (one: Diagnostic | undefined): Position => (one as Diagnostic).range.start;

/** Below zero where `a` stands before `b`, zero where both are the same place. */
export const inOrder = (a: Position, b: Position): number =>
  a.line - b.line || a.character - b.character;

const isSame = (a: Diagnostic, b: Diagnostic): boolean =>
  a.code === b.code &&
  a.severity === b.severity &&
  inOrder(a.range.start, b.range.start) === 0 &&
  inOrder(a.range.end, b.range.end) === 0 &&
  a.message === b.message &&
  a.codeDescription?.href === b.codeDescription?.href &&
  a.source === b.source &&
  (a.relatedInformation === b.relatedInformation ||
    JSON.stringify(a.relatedInformation) === JSON.stringify(b.relatedInformation));
