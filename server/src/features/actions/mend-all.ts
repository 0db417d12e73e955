import type { Severity } from '../../core/codebook/codebook.ts';
import type { Entry, Snapshot } from '../../core/snapshot/snapshot.ts';
import type { Edit } from '../../core/writing/edit.ts';
import { contextOf } from '../../rules/findings.ts';
import type { Context, Reported } from '../../rules/rule.ts';
import { mend } from './fix-all.ts';
import { findingsIn, findingsOfCodes, isSuggestion, preferredFix } from './fixes.ts';

export interface MendedAll {
  /** All in one list, for the text as it is now. */
  readonly edits: readonly Edit[];
  readonly done: readonly Told[];
  /** What only a person can decide, with the reason. */
  readonly left: readonly Told[];
  /** The collection as it would be. */
  readonly snapshot: Snapshot;
}

/** What became of a finding. */
export interface Told {
  readonly code: string;
  readonly severity: Severity;
  /** What was done, or why nothing was. */
  readonly says: string;
  /** Where it stands in the text named, which is the document at one stage of its mending. */
  readonly from: number;
  readonly text: string;
}

/**
 * Does to a document what *fix all* does, for the findings of some codes or for all that are no suggestions,
 * and tells of each. Undefined for no readout.
 */
export function mendAll(
  snapshot: Snapshot,
  uri: string,
  codes?: ReadonlySet<string>,
): MendedAll | undefined {
  const mended = mend(snapshot, uri, codes);
  if (!mended) return undefined;
  const after = mended.snapshot.entries.get(uri) as Entry;
  const left = codes
    ? findingsOfCodes(mended.snapshot, after, codes)
    : findingsIn(mended.snapshot, after).filter((finding) => !isSuggestion(finding));
  const context = contextOf(mended.snapshot, after);
  return {
    edits: mended.edits,
    done: mended.taken.map(({ finding, fix, text }) => tell(finding, fix.title, text)),
    left: left.map((finding) => tell(finding, whyLeft(finding, context), after.text)),
    snapshot: mended.snapshot,
  };
}

/** What is wrong, and why its best fix was not taken where that would reach into other files. */
function whyLeft(finding: Reported, context: Context): string {
  const because = preferredFix(finding, context)?.because;
  const { what } = finding.message;
  return because ? `${what} ${because}` : what;
}

export const tell = (
  { code, severity, from }: Pick<Reported, 'code' | 'severity' | 'from'>,
  says: string,
  text: string,
): Told => ({
  code,
  severity,
  says,
  from,
  text,
});
