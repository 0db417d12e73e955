import type { Level, Severity } from '../core/codebook.ts';
import { fieldsOf, type IgnoreField } from '../core/fields.ts';
import { documentOf, type Entry, type Snapshot } from '../core/snapshot.ts';
import { stripSpan } from '../core/strip.ts';
import { rules } from './index.ts';
import type { CodebookFinding, Context, DocumentRule, Finding, Reported, Rule } from './rule.ts';

const strong: ReadonlySet<Level> = new Set(['error', 'warning']);

/** The level of a rule in a collection: what its codebook says, else the rule's own. */
export const levelOf = (snapshot: Snapshot, rule: Rule): Level =>
  snapshot.codebook.rules.get(rule.code) ?? rule.level;

/** All findings of one rule, whatever its level and what is ignored. */
export const runRule = (rule: DocumentRule, context: Context): Finding[] => [
  ...rule.check(context),
];

/**
 * The findings of one document in order of their place, without what its front matter ignores.
 * With `problems`, only errors and warnings.
 */
export function findingsOf(
  snapshot: Snapshot,
  entry: Entry,
  scope: 'all' | 'problems',
): Reported[] {
  const document = documentOf(entry);
  const context: Context = { snapshot, entry, document };
  const ignore = fieldsOf(document.front).ignore ?? [];
  const used = new Set<IgnoreField>();
  const wanted = (level: Level): level is Severity =>
    level !== 'off' && (scope === 'all' || strong.has(level));
  const found: Reported[] = [];
  for (const rule of rules) {
    const level = levelOf(snapshot, rule);
    if (rule.subject !== 'readout' || !wanted(level)) continue;
    for (const finding of rule.check(context)) {
      const ignored = ignore.find(
        (one) => one.code.text === rule.code && ignores(one, finding, context),
      );
      if (ignored) used.add(ignored);
      else found.push({ ...finding, code: rule.code, severity: level });
    }
  }
  return found.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** What a finding goes by in `ignore`: the words or the target it is about. */
export const subjectsOf = (finding: Finding, context: Context): string[] => {
  const words = finding.subject ?? stripSpan(context.document, finding);
  const target = finding.target?.replace(/^#/, '');
  return [folded(words), ...(target ? [target] : [])];
};

const folded = (words: string): string => words.replace(/\s+/g, ' ').trim();

const ignores = (ignore: IgnoreField, finding: Finding, context: Context): boolean =>
  ignore.words.some(({ text }) => subjectsOf(finding, context).includes(folded(text)));

/** The findings of the codebook's own files. */
export function codebookFindings(
  snapshot: Snapshot,
): (CodebookFinding & { code: string; severity: Severity })[] {
  return rules.flatMap((rule) => {
    const level = levelOf(snapshot, rule);
    if (rule.subject !== 'codebook' || level === 'off') return [];
    return [...rule.check(snapshot.codebook)].map((finding) => ({
      ...finding,
      code: rule.code,
      severity: level,
    }));
  });
}
