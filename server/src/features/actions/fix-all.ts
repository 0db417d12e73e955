import { apply, type Entry, type Snapshot } from '../../core/snapshot/snapshot.ts';
import { applyEdits, type Edit } from '../../core/writing/edit.ts';
import { contextOf } from '../../rules/findings.ts';
import { composed } from './compose.ts';
import { findingsIn, isSuggestion, joiningFix } from './fixes.ts';

export interface FixedAll {
  /** All in one list, for the text as it is now. */
  readonly edits: readonly Edit[];
  /** How many findings were mended. */
  readonly mended: number;
  /** How many are left although they have a fix of this sort. */
  readonly left: number;
}

/** Mending one finding may bring another to light; nothing sound needs more rounds than this. */
const mostRounds = 50;

/**
 * Takes the preferred fix of every finding of a document, or of those of one code, as long as there are
 * any: after each round the text is read again. Fixes that touch other files are left out; suggestions are
 * followed only where their code is asked for.
 */
export function fixAll(snapshot: Snapshot, uri: string, code?: string): FixedAll | undefined {
  const first = snapshot.entries.get(uri);
  if (!first) return undefined;
  let now = snapshot;
  let mended = 0;
  const lists: (readonly Edit[])[] = [];
  const seen = new Set([first.text]);
  for (;;) {
    const entry = now.entries.get(uri) as Entry;
    const { edits, taken, wanted } = round(now, entry, code);
    const text = applyEdits(entry.text, edits);
    if (!edits.length || lists.length === mostRounds || seen.has(text)) {
      return { edits: composed(first.text.length, lists), mended, left: wanted };
    }
    seen.add(text);
    lists.push(edits);
    mended += taken;
    now = apply(now, [{ uri, text, version: entry.version }]).snapshot;
  }
}

/** The fixes of one round: those that keep out of each other's way. */
function round(
  snapshot: Snapshot,
  entry: Entry,
  code: string | undefined,
): { edits: readonly Edit[]; taken: number; wanted: number } {
  const context = contextOf(snapshot, entry);
  const edits: Edit[] = [];
  let taken = 0;
  let wanted = 0;
  for (const finding of findingsIn(snapshot, entry)) {
    if (code === undefined ? isSuggestion(finding) : finding.code !== code) continue;
    const fix = joiningFix(finding, context);
    if (!fix) continue;
    wanted++;
    if (fix.edits.some((edit) => edits.some((other) => meet(edit, other)))) continue;
    edits.push(...fix.edits);
    taken++;
  }
  return { edits, taken, wanted };
}

const meet = (a: Edit, b: Edit): boolean => a.span.from <= b.span.to && b.span.from <= a.span.to;
