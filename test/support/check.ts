import assert from 'node:assert/strict';
import type { Document } from '../../server/src/core/document.ts';
import { parse } from '../../server/src/core/reading/parse.ts';
import { strip } from '../../server/src/core/reading/strip.ts';
import { apply } from '../../server/src/core/snapshot/apply.ts';
import { documentOf, type Entry, type Snapshot } from '../../server/src/core/snapshot/snapshot.ts';
import { applyEdits } from '../../server/src/core/writing/edit.ts';
import { runRule } from '../../server/src/rules/findings.ts';
import type { Context, DocumentRule, Finding, Fix, Related } from '../../server/src/rules/rule.ts';
import { dedent, type Fixture, fixture } from './fixture.ts';

export * from './check-aids.ts';
export * from './check-asking.ts';
export * from './check-reading.ts';

/**
 * Asserts that the rule finds exactly what the carets of the fixture mark, in every file. Words after
 * the carets must stand in the finding's message.
 */
export function checkRule(rule: DocumentRule, source: string): void {
  const set = fixture(source);
  for (const file of set.files) {
    const entry = set.snapshot.entries.get(file.uri);
    if (!entry) continue;
    const found = findingsOf(rule, set.snapshot, entry);
    const seen = found.map((one) => show(file.text, one));
    const wanted = file.expected.map((one) => show(file.text, one));
    assert.deepEqual(seen, wanted, `${rule.code} in ${file.name}`);
    for (const [i, { words }] of file.expected.entries()) {
      const message = found[i]?.message;
      const all = message ? `${message.what} ${message.why} ${message.advice}` : '';
      assert.ok(all.includes(words), `“${all}” should hold “${words}”`);
    }
  }
}

/**
 * Asserts that a fix of the rule's first finding turns the fixture's first file into `after` (dedented),
 * that this finding is gone, and that the source is still the same. `title` picks among several fixes;
 * `changesSource` is for broken signs that counted as source until they were mended.
 */
export function checkFix(
  rule: DocumentRule,
  source: string,
  after: string,
  options: { title?: string; changesSource?: boolean } = {},
): void {
  const set = fixture(source);
  const { context, finding } = firstFinding(rule, set);
  const fixes = [...(rule.fix?.(finding, context) ?? [])];
  const fix = options.title ? fixes.find(({ title }) => title === options.title) : fixes[0];
  assert.ok(fix, `no such fix among: ${fixes.map(({ title }) => title).join(' | ') || 'none'}`);
  const text = applyEdits(context.document.text, fix.edits);
  assert.equal(text, dedent(after));
  const mended = parse(text);
  if (!options.changesSource) assert.equal(strip(mended), strip(context.document), 'the source');
  const { uri } = context.entry;
  const { snapshot } = apply(set.snapshot, [{ uri, text, version: 2 }]);
  const left = findingsOf(rule, snapshot, snapshot.entries.get(uri) as Entry);
  assert.ok(left.length < runRule(rule, context).length, 'the finding is gone');
}

/**
 * Asserts that the fix of this title of the rule's first finding changes nothing in its own file, and
 * the file `name` of the fixture into `after` (dedented).
 */
export function checkFixElsewhere(
  rule: DocumentRule,
  source: string,
  { title, name, after }: { title: string; name: string; after: string },
): void {
  const set = fixture(source);
  const { context, finding } = firstFinding(rule, set);
  const fixes = [...(rule.fix?.(finding, context) ?? [])];
  const fix = fixes.find((one) => one.title === title);
  assert.ok(fix, `no such fix among: ${fixes.map((one) => one.title).join(' | ') || 'none'}`);
  assert.deepEqual(fix.edits, []);
  const file = set.files.find((one) => one.name === name);
  const edits = fix.elsewhere?.find(({ uri }) => uri === file?.uri)?.edits ?? [];
  assert.equal(applyEdits(file?.text ?? '', edits), dedent(after));
}

/** The titles of the fixes of the rule's first finding in the fixture. */
export function fixTitles(rule: DocumentRule, source: string): string[] {
  const { context, finding } = firstFinding(rule, fixture(source));
  return [...(rule.fix?.(finding, context) ?? [])].map(({ title }) => title);
}

/** The fixes themselves, for those that touch other files. */
export function fixesOf(rule: DocumentRule, source: string): Fix[] {
  const { context, finding } = firstFinding(rule, fixture(source));
  return [...(rule.fix?.(finding, context) ?? [])];
}

/** What the rule shows beside its first finding in the fixture. */
export const relatedOf = (rule: DocumentRule, source: string): readonly Related[] =>
  firstFinding(rule, fixture(source)).finding.related ?? [];

function firstFinding(rule: DocumentRule, set: Fixture): { context: Context; finding: Finding } {
  for (const file of set.files) {
    const entry = set.snapshot.entries.get(file.uri);
    const finding = entry && findingsOf(rule, set.snapshot, entry)[0];
    if (entry && finding) return { context: contextOf(set.snapshot, entry), finding };
  }
  throw new assert.AssertionError({ message: `${rule.code} finds nothing here` });
}

export const contextOf = (snapshot: Snapshot, entry: Entry): Context => ({
  snapshot,
  entry,
  document: documentOf(entry) as Document,
});

const findingsOf = (rule: DocumentRule, snapshot: Snapshot, entry: Entry): readonly Finding[] =>
  runRule(rule, contextOf(snapshot, entry));

const show = (text: string, { from, to }: { from: number; to: number }): string =>
  `${from}–${to} “${text.slice(from, to)}”`;
