import type { Document } from '../../core/document.ts';
import { parse } from '../../core/reading/parse.ts';
import { stripSpan } from '../../core/reading/strip.ts';
import type { Entry, Snapshot } from '../../core/snapshot/snapshot.ts';
import { onOneLine } from '../../core/text.ts';
import type { Edit } from '../../core/writing/edit.ts';
import type { Reported } from '../../rules/rule.ts';
import { mend } from './fix-all.ts';
import { findingsOfCodes } from './fixes.ts';

/** What can be linked in bulk, and the code of the findings that say it is not. */
export const linkable = {
  entity: 'unlinked-mention',
  document: 'unlinked-document',
  restatement: 'unlinked-restatement',
} as const;

export type Linkable = keyof typeof linkable;

export interface LinkedAll {
  /** All in one list, for the text as it is now. */
  readonly edits: readonly Edit[];
  readonly linked: readonly Linking[];
  /** What only a person can decide, with the reason. */
  readonly left: readonly Linking[];
}

export interface Linking {
  /** The words as issued, on one line. */
  readonly words: string;
  /** What was done, or why nothing was. */
  readonly says: string;
  /** Where it stands in the text named; links bring no lines, so a line is the same before and after. */
  readonly from: number;
  readonly text: string;
}

/**
 * Links what a document mentions and has exactly one candidate for; the rest is left, with the reason.
 * Undefined for no readout.
 */
export function linkAll(
  snapshot: Snapshot,
  uri: string,
  only: readonly Linkable[],
): LinkedAll | undefined {
  const codes = new Set<string>(only.map((what) => linkable[what]));
  const mended = mend(snapshot, uri, codes);
  if (!mended) return undefined;
  const after = mended.snapshot.entries.get(uri) as Entry;
  const linking = linkings();
  return {
    edits: mended.edits,
    linked: mended.taken.map(({ finding, fix, text }) => linking(finding, fix.title, text)),
    left: findingsOfCodes(mended.snapshot, after, codes).map((finding) =>
      linking(finding, finding.message.what, after.text),
    ),
  };
}

/** Tells of findings; there are many in each of a few texts, which are read once. */
function linkings(): (finding: Reported, says: string, text: string) => Linking {
  const documents = new Map<string, Document>();
  return (finding, says, text) => {
    const document = documents.get(text) ?? parse(text);
    documents.set(text, document);
    return { words: onOneLine(stripSpan(document, finding)), says, from: finding.from, text };
  };
}
