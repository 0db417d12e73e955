import type { Level } from '../core/codebook/codebook.ts';
import { documentOf, type Entry, type Snapshot } from '../core/snapshot/snapshot.ts';
import { type Ignored, ignoredBy, silences } from './ignore.ts';
import { rules } from './index.ts';
import type {
  CodebookRule,
  Context,
  DocumentRule,
  Finding,
  Reported,
  ReportedInCodebook,
  Rule,
} from './rule.ts';
import { isSpotless } from './spotless.ts';

const none: ReadonlySet<string> = new Set();
const strong: ReadonlySet<Level> = new Set(['error', 'warning']);

/** The level of a rule in a collection: what its codebook says, else the rule's own. */
export const levelOf = (snapshot: Snapshot, rule: Rule): Level =>
  snapshot.codebook.rules.get(rule.code) ?? rule.level;

/** Whether a collection has errors or warnings that depend on what is `wider` (see `Applied`). */
export const warnsWider = (snapshot: Snapshot): boolean =>
  documentRules().some((rule) => rule.wider && strong.has(levelOf(snapshot, rule)));

/** What the rules look at in one document. */
export const contextOf = (snapshot: Snapshot, entry: Entry): Context => ({
  snapshot,
  entry,
  document: documentOf(entry),
});

const contexts = new WeakMap<Snapshot, WeakMap<Entry, Context>>();

/** The same for as long as the snapshot is; of a closed document a new one, for what was read of it is not kept. */
function keptContextOf(snapshot: Snapshot, entry: Entry): Context {
  if (!entry.document) return contextOf(snapshot, entry);
  const ofSnapshot = contexts.get(snapshot) ?? new WeakMap<Entry, Context>();
  contexts.set(snapshot, ofSnapshot);
  const context = ofSnapshot.get(entry) ?? contextOf(snapshot, entry);
  ofSnapshot.set(entry, context);
  return context;
}

// A context never changes, so a rule that is asked about twice runs once.
const runs = new WeakMap<Context, Map<DocumentRule, readonly Finding[]>>();

/** All findings of one rule, whatever its level and what is ignored. */
export function runRule(rule: DocumentRule, context: Context): readonly Finding[] {
  const known = runs.get(context) ?? new Map<DocumentRule, readonly Finding[]>();
  runs.set(context, known);
  const run = (code: string) => {
    const other = documentRules().find((one) => one.code === code);
    return other && runRule(other, context);
  };
  const found = known.get(rule) ?? [...rule.check(context, run)];
  known.set(rule, found);
  return found;
}

/** The codes of findings that stay what they are when nothing but prose is changed. */
export const proseless = (): ReadonlySet<string> =>
  new Set(documentRules().flatMap(({ code, proseless }) => (proseless ? [code] : [])));

const documentRules = (): DocumentRule[] => rules.filter((rule) => rule.subject === 'readout');

/**
 * The findings of one document in order of their place, without what its front matter ignores.
 * With `problems`, only errors and warnings; never those of `without`.
 */
export function findingsOf(
  snapshot: Snapshot,
  entry: Entry,
  scope: 'all' | 'problems',
  without: ReadonlySet<string> = none,
): Reported[] {
  if (scope === 'problems' && isSpotless(snapshot, entry)) return [];
  const context = keptContextOf(snapshot, entry);
  const ignored = ignoredBy(context);
  const found: Reported[] = [];
  for (const rule of documentRules()) {
    if (without.has(rule.code)) continue;
    const severity = levelOf(snapshot, rule);
    if (severity === 'off' || (scope === 'problems' && !strong.has(severity))) continue;
    for (const finding of heard(rule, context, ignored)) {
      // Findings have many shapes, and spreading objects of many shapes takes four times as long.
      found.push(Object.assign({ code: rule.code, severity }, finding));
    }
  }
  return found.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The findings of one rule in a document, even where it is off, without what its front matter ignores. */
export function findingsOfRule(snapshot: Snapshot, entry: Entry, rule: DocumentRule): Reported[] {
  const context = keptContextOf(snapshot, entry);
  const level = levelOf(snapshot, rule);
  const severity = level === 'off' ? 'information' : level;
  return heard(rule, context, ignoredBy(context)).map((finding) => ({
    ...finding,
    code: rule.code,
    severity,
  }));
}

function heard(
  rule: DocumentRule,
  context: Context,
  ignored: readonly Ignored[],
): readonly Finding[] {
  const silent = ignored.filter(({ code }) => code.text === rule.code);
  const found = runRule(rule, context);
  return silent.length
    ? found.filter((finding) => !silent.some((one) => silences(one, finding, context)))
    : found;
}

/** The findings of the codebook's own files: of all rules, or of some. */
export function codebookFindings(
  snapshot: Snapshot,
  isWanted: (rule: CodebookRule) => boolean = () => true,
): ReportedInCodebook[] {
  return rules.flatMap((rule) => {
    const severity = levelOf(snapshot, rule);
    if (rule.subject !== 'codebook' || severity === 'off' || !isWanted(rule)) return [];
    return [...rule.check(snapshot.codebook)].map((finding) => ({
      ...finding,
      code: rule.code,
      severity,
    }));
  });
}
