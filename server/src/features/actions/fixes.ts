import type { Codebook } from '../../core/codebook/codebook.ts';
import { t } from '../../core/language.ts';
import type { Entry, Snapshot } from '../../core/snapshot/snapshot.ts';
import { findingsOf } from '../../rules/findings.ts';
import { rules } from '../../rules/index.ts';
import type { Context, Fix, Reported, ReportedInCodebook } from '../../rules/rule.ts';

const known = new WeakMap<Snapshot, Map<string, readonly Reported[]>>();

/** All findings of a document; an editor asks again with each move of the cursor, so they are kept. */
export function findingsIn(snapshot: Snapshot, entry: Entry): readonly Reported[] {
  const ofSnapshot = known.get(snapshot) ?? new Map<string, readonly Reported[]>();
  known.set(snapshot, ofSnapshot);
  const found = ofSnapshot.get(entry.uri) ?? findingsOf(snapshot, entry, 'all');
  ofSnapshot.set(entry.uri, found);
  return found;
}

/** The findings of some codes in a document. One rule is looked at alone where not all have been asked for. */
export function findingsOfCodes(
  snapshot: Snapshot,
  entry: Entry,
  codes: ReadonlySet<string>,
): readonly Reported[] {
  const all = known.get(snapshot)?.get(entry.uri);
  if (all) return all.filter(({ code }) => codes.has(code));
  const others = rules.map(({ code }) => code).filter((code) => !codes.has(code));
  return findingsOf(snapshot, entry, 'all', new Set(others));
}

/** The ways a rule knows to mend one of its findings, the best first. */
export function fixesOf(finding: Reported, context: Context): Fix[] {
  const rule = ruleOf(finding);
  if (rule?.subject !== 'readout' || !rule.fix) return [];
  return [...rule.fix(finding, context)];
}

/** The same of one in the codebook. */
export function mendsOf(finding: ReportedInCodebook, codebook: Codebook): Fix[] {
  const rule = ruleOf(finding);
  return rule?.subject === 'codebook' && rule.fix ? [...rule.fix(finding, codebook)] : [];
}

/**
 * The fix of a finding that can be taken together with others, or undefined. It is made alone: of a
 * hundred mentions each has a fix that links all hundred.
 */
export const joiningFix = (finding: Reported, context: Context): Fix | undefined =>
  firstFix(finding, context, joinsOthers);

/** The fix of a finding that is the one to take, whatever it touches; made alone as well. */
export const preferredFix = (finding: Reported, context: Context): Fix | undefined =>
  firstFix(finding, context, ({ preferred }) => preferred === true);

function firstFix(
  finding: Reported,
  context: Context,
  fits: (fix: Fix) => boolean,
): Fix | undefined {
  const rule = ruleOf(finding);
  if (rule?.subject !== 'readout' || !rule.fix) return undefined;
  for (const fix of rule.fix(finding, context)) if (fits(fix)) return fix;
  return undefined;
}

/** What a finding's rule is called. */
export const titleOf = (finding: Reported): string =>
  t(ruleOf(finding)?.docs.title ?? finding.code);

const ruleOf = ({ code }: Pick<Reported, 'code'>) => rules.find((rule) => rule.code === code);

/** Whether a finding says what could be done rather than what is wrong. */
export function isSuggestion(finding: Reported): boolean {
  const level = ruleOf(finding)?.level;
  return level === 'information' || level === 'off';
}

/** Whether a fix can be taken together with others: it is the preferred one and stays in its document. */
export const joinsOthers = (fix: Fix | undefined): fix is Fix =>
  !!fix?.preferred &&
  !fix.elsewhere?.length &&
  !fix.create?.length &&
  !fix.rename &&
  fix.edits.length > 0;
