import { readCodebook } from '../../core/codebook/read-codebook.ts';
import { withCodebook } from '../../core/snapshot/apply.ts';
import type { Snapshot } from '../../core/snapshot/snapshot.ts';
import { applyEdits } from '../../core/writing/edit.ts';
import { codebookFindings } from '../../rules/findings.ts';
import { rules } from '../../rules/index.ts';
import { joinsOthers, mendsOf } from './fixes.ts';
import { type MendedAll, tell } from './mend-all.ts';

/**
 * Takes the preferred fix of every finding in a file of the codebook, or of those of some codes. No fix brings
 * another to light, so one round is enough. Undefined for no file of the codebook.
 */
export function mendCodebook(
  snapshot: Snapshot,
  uri: string,
  codes?: ReadonlySet<string>,
): MendedAll | undefined {
  const { codebook } = snapshot;
  const file = codebook.files.find((one) => one.uri === uri);
  if (!file) return undefined;
  const found = codebookFindings(snapshot)
    .filter((finding) => finding.uri === uri && (codes?.has(finding.code) ?? true))
    .map((finding) => ({ finding, fix: mendsOf(finding, codebook).find(joinsOthers) }));
  const edits = found.flatMap(({ fix }) => fix?.edits ?? []);
  edits.sort((a, b) => a.span.from - b.span.from);
  const { text } = file;
  return {
    edits,
    done: found.flatMap(({ finding, fix }) => (fix ? [tell(finding, fix.title, text)] : [])),
    left: found.flatMap(({ finding, fix }) =>
      fix ? [] : [tell(finding, finding.message.what, text)],
    ),
    snapshot: edits.length ? reread(snapshot, uri, applyEdits(text, edits)) : snapshot,
  };
}

/** The collection under its codebook as it would be. Includes that take no file, which only a host can tell, are told no more. */
function reread(snapshot: Snapshot, uri: string, text: string): Snapshot {
  const files = snapshot.codebook.files.map((file) => (file.uri === uri ? { uri, text } : file));
  const codes = rules.map(({ code }) => code);
  return withCodebook(snapshot, readCodebook(files, codes)).snapshot;
}
