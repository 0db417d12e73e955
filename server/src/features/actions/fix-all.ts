import { firstThat } from '../../core/search.ts';
import { apply } from '../../core/snapshot/apply.ts';
import type { Entry, Snapshot } from '../../core/snapshot/snapshot.ts';
import { overlaps, type Span } from '../../core/text.ts';
import { applyEdits, type Edit } from '../../core/writing/edit.ts';
import { contextOf } from '../../rules/findings.ts';
import type { Fix, Reported } from '../../rules/rule.ts';
import { composed } from './compose.ts';
import { findingsIn, findingsOfCodes, isSuggestion, joiningFix } from './fixes.ts';

export interface FixedAll {
  /** All in one list, for the text as it is now. */
  readonly edits: readonly Edit[];
  /** How many findings were mended. */
  readonly mended: number;
  /** How many are left although they have a fix of this sort. */
  readonly left: number;
}

/** A fix that was taken, with its finding and the text it was made for. */
export interface Taken {
  readonly finding: Reported;
  readonly fix: Fix;
  readonly text: string;
}

export interface Mended {
  /** All in one list, for the text as it is now. */
  readonly edits: readonly Edit[];
  readonly taken: readonly Taken[];
  /** How many findings are left although they have a fix of this sort. */
  readonly left: number;
  /** The collection as it would be. */
  readonly snapshot: Snapshot;
}

/** Mending one finding may bring another to light; nothing sound needs more rounds than this. */
const mostRounds = 50;

/**
 * Takes the preferred fix of every finding of a document, or of those of one code, as long as there are
 * any: after each round the text is read again. Fixes that touch other files are left out; suggestions are
 * followed only where their code is asked for.
 */
export function fixAll(snapshot: Snapshot, uri: string, code?: string): FixedAll | undefined {
  const mended = mend(snapshot, uri, code === undefined ? undefined : new Set([code]));
  return mended && { edits: mended.edits, mended: mended.taken.length, left: mended.left };
}

/**
 * Takes the preferred fix of every finding of some codes, or of all that are no suggestions, round by round;
 * undefined for no readout.
 */
export function mend(
  snapshot: Snapshot,
  uri: string,
  codes: ReadonlySet<string> | undefined,
): Mended | undefined {
  const first = snapshot.entries.get(uri);
  if (!first) return undefined;
  let now = snapshot;
  const all: Taken[] = [];
  const lists: (readonly Edit[])[] = [];
  const seen = new Set([first.text]);
  for (;;) {
    const entry = now.entries.get(uri) as Entry;
    const { edits, taken, left } = round(now, entry, codes);
    const text = applyEdits(entry.text, edits);
    if (!edits.length || lists.length === mostRounds || seen.has(text)) {
      return { edits: composed(first.text.length, lists), taken: all, left, snapshot: now };
    }
    seen.add(text);
    lists.push(edits);
    all.push(...taken);
    now = apply(now, [{ uri, text, version: entry.version }]).snapshot;
  }
}

/** The fixes of one round: those that keep out of each other's way. */
function round(
  snapshot: Snapshot,
  entry: Entry,
  codes: ReadonlySet<string> | undefined,
): { edits: readonly Edit[]; taken: readonly Taken[]; left: number } {
  const context = contextOf(snapshot, entry);
  const edits = apartFromEachOther();
  const taken: Taken[] = [];
  const links = linksApart();
  let left = 0;
  const findings = codes
    ? findingsOfCodes(snapshot, entry, codes).toSorted(longestFirst)
    : findingsIn(snapshot, entry).filter((finding) => !isSuggestion(finding));
  for (const finding of findings) {
    const fix = joiningFix(finding, context);
    if (!fix) continue;
    left++;
    const link = linkOf(fix.edits);
    if ((link && links.meet(link)) || !edits.take(fix.edits)) continue;
    taken.push({ finding, fix, text: entry.text });
    if (link) links.add(link);
  }
  return { edits: edits.all, taken, left };
}

/** Of two that begin at one place the longer comes first: a text before the name that its title begins with. */
const longestFirst = (a: Span, b: Span): number => a.from - b.from || b.to - a.to;

/** The words that edits make a link of, with its signs. */
function linkOf(edits: readonly Edit[]): Span | undefined {
  const to = edits.find(({ text }) => text.startsWith(']('))?.span.to;
  return to === undefined
    ? undefined
    : { from: Math.min(...edits.map(({ span }) => span.from)), to };
}

/** Links none of which may stand in another, however far apart their signs are. */
function linksApart() {
  const all: Span[] = [];
  // Most begin behind the end of all that came before them.
  let reach = 0;
  const meet = (link: Span): boolean =>
    link.from < reach && all.some((other) => overlaps(link, other));
  const add = (link: Span): void => {
    all.push(link);
    reach = Math.max(reach, link.to);
  };
  return { meet, add };
}

/** A list of edits in order that takes in others where none of them meets, or touches, one it has. */
function apartFromEachOther() {
  const all: Edit[] = [];
  const placeOf = ({ span }: Edit): number => firstThat(all, (one) => span.to < one.span.from);
  const meets = (edit: Edit): boolean => {
    const before = all[placeOf(edit) - 1];
    return !!before && before.span.to >= edit.span.from;
  };
  const take = (edits: readonly Edit[]): boolean => {
    if (edits.some(meets)) return false;
    for (const edit of edits) all.splice(placeOf(edit), 0, edit);
    return true;
  };
  return { all, take };
}
