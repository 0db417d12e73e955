import assert from 'node:assert/strict';
import { parse } from '../../server/src/core/reading/parse.ts';
import { strip } from '../../server/src/core/reading/strip.ts';
import type { Span } from '../../server/src/core/text.ts';
import { applyEdits } from '../../server/src/core/writing/edit.ts';
import type { Insertion } from '../../server/src/core/writing/insert.ts';
import { type Action, actions, carryOut } from '../../server/src/features/actions/actions.ts';
import { annotate, annotateChoices } from '../../server/src/features/actions/annotate.ts';
import { fixAll } from '../../server/src/features/actions/fix-all.ts';
import { link, linkChoices } from '../../server/src/features/actions/link.ts';
import { addNote } from '../../server/src/features/actions/note.ts';
import { removeAnnotation } from '../../server/src/features/actions/remove.ts';
import {
  type CompletionItem,
  type Completions,
  completion,
} from '../../server/src/features/completion/completion.ts';
import { nextMark } from '../../server/src/features/next-mark.ts';
import { symbols } from '../../server/src/features/symbols.ts';
import { dedent, type Fixture, fixture } from './fixture.ts';

/**
 * Asserts that the query finds exactly these symbols in this order, each as `name | kind | container |
 * date`, where what is absent is left out.
 */
export function checkSymbols(source: string, query: string, ...expected: string[]): void {
  const set = fixture(source);
  const { symbols: found, more } = symbols(set.snapshot, query);
  const shown = found.map(({ name, kind, container, date }) =>
    [name, kind, container, date].filter(Boolean).join(' | '),
  );
  assert.deepEqual(shown, expected);
  assert.equal(more, 0);
}

/** A fixture with what is selected: the first carets, else the cursor at `$0`. */
function selected(source: string): { set: Fixture; uri: string; text: string; selection: Span } {
  const set = fixture(source);
  for (const { uri, text, expected } of set.files) {
    const [first] = expected;
    if (first) return { set, uri, text, selection: { from: first.from, to: first.to } };
    if (set.cursor?.uri !== uri) continue;
    const { offset } = set.cursor;
    return { set, uri, text, selection: { from: offset, to: offset } };
  }
  throw new assert.AssertionError({ message: 'the fixture needs carets or a $0' });
}

/**
 * Asserts what *Annotate as…* offers for the selection: the words it takes, the id it proposes, and the
 * first kinds with how often each is used, as `commitment 2`.
 */
export function checkAnnotateChoices(
  source: string,
  expected: { words: string; id: string; kinds?: readonly string[] },
): void {
  const { set, uri, text, selection } = selected(source);
  const choices = annotateChoices(set.snapshot, uri, selection);
  assert.ok(!('refused' in choices), 'refused' in choices ? choices.refused : '');
  assert.equal(text.slice(choices.span.from, choices.span.to), expected.words);
  assert.equal(choices.id, expected.id);
  const kinds = choices.kinds.map(({ kind, count }) => `${kind.name} ${count}`);
  if (expected.kinds) assert.deepEqual(kinds.slice(0, expected.kinds.length), expected.kinds);
}

/** Asserts that marking the selection as a kind turns the fixture's file into `after` (dedented). */
export function checkAnnotate(
  source: string,
  as: { kind: string; id?: string },
  after: string,
): void {
  const { set, uri, text, selection } = selected(source);
  checkInsertion(text, annotate(set.snapshot, uri, selection, as.kind, as.id), after);
}

/** Asserts that marking the selection is refused, with these words in the reason. */
export function checkAnnotateRefused(
  source: string,
  as: { kind: string; id?: string },
  words: string,
): void {
  const { set, uri, selection } = selected(source);
  checkRefused(annotate(set.snapshot, uri, selection, as.kind, as.id), words);
  if (as.id || as.kind !== 'position') return;
  checkRefused(annotateChoices(set.snapshot, uri, selection), words);
}

/** Asserts the targets that *Link to…* offers first, in this order; `words` are what would be linked. */
export function checkLinkChoices(
  source: string,
  query: string,
  expected: { words?: string; first?: readonly string[]; all?: readonly string[]; more?: boolean },
): void {
  const { set, uri, text, selection } = selected(source);
  const choices = linkChoices(set.snapshot, uri, selection, query);
  assert.ok(!('refused' in choices), 'refused' in choices ? choices.refused : '');
  const targets = choices.items.map(({ target }) => target);
  if (expected.all) assert.deepEqual(targets, expected.all);
  if (expected.first) assert.deepEqual(targets.slice(0, expected.first.length), expected.first);
  const { from, to } = choices.span;
  if (expected.words !== undefined) assert.equal(text.slice(from, to), expected.words);
  if (expected.more !== undefined) assert.equal(choices.more, expected.more);
}

/** Asserts how the choice of this target is shown: `label | description | detail`. */
export function checkLinkChoice(source: string, target: string, expected: string): void {
  const { set, uri, selection } = selected(source);
  const choices = linkChoices(set.snapshot, uri, selection, '');
  assert.ok(!('refused' in choices), 'refused' in choices ? choices.refused : '');
  const item = choices.items.find((one) => one.target === target);
  assert.equal(item && [item.label, item.description, item.detail].join(' | '), expected);
}

/** Asserts that linking the selection to a target turns the fixture's file into `after` (dedented). */
export function checkLink(source: string, target: string, after: string): void {
  const { set, uri, text, selection } = selected(source);
  checkInsertion(text, link(set.snapshot, uri, selection, target), after);
}

/** Asserts that linking the selection is refused, with these words in the reason. */
export function checkLinkRefused(source: string, target: string, words: string): void {
  const { set, uri, selection } = selected(source);
  checkRefused(link(set.snapshot, uri, selection, target), words);
}

/** Asserts that a note at the selection turns the fixture's file into `after` (dedented). */
export function checkNote(source: string, note: string, after: string): void {
  const { set, uri, text, selection } = selected(source);
  checkInsertion(text, addNote(set.snapshot, uri, selection, note), after);
}

/** Asserts that a note at the selection is refused, with these words in the reason. */
export function checkNoteRefused(source: string, note: string, words: string): void {
  const { set, uri, selection } = selected(source);
  checkRefused(addNote(set.snapshot, uri, selection, note), words);
}

/** Asserts that removing the annotation at the selection turns the fixture's file into `after` (dedented). */
export function checkRemove(source: string, after: string): void {
  const { set, uri, text, selection } = selected(source);
  checkInsertion(text, removeAnnotation(set.snapshot, uri, selection), after);
}

/** Asserts that removing the annotation at the selection is refused, with these words in the reason. */
export function checkRemoveRefused(source: string, words: string): void {
  const { set, uri, selection } = selected(source);
  checkRefused(removeAnnotation(set.snapshot, uri, selection), words);
}

/** Asserts the words of the next or previous mark from `$0`; undefined where there is none. */
export function checkNextMark(
  source: string,
  direction: 'next' | 'previous',
  expected: string | undefined,
  kind?: string,
): void {
  const { set, uri, text, selection } = selected(source);
  const span = nextMark(set.snapshot, uri, selection.from, direction, kind);
  assert.equal(span && text.slice(span.from, span.to), expected);
}

/** Asserts exactly these titles of actions at the selection, in this order. */
export function checkActions(source: string, ...titles: string[]): void {
  const { set, uri, selection } = selected(source);
  const found = actions(set.snapshot, uri, selection);
  assert.deepEqual(
    found.map(({ title }) => title),
    titles,
  );
}

/** Asserts that the action of this title turns the fixture's file into `after` (dedented). */
export function checkAction(source: string, title: string, after: string): Action {
  const { set, uri, text, selection } = selected(source);
  const found = actions(set.snapshot, uri, selection);
  const action = found.find((one) => one.title === title);
  assert.ok(action, `no such action among: ${found.map((one) => one.title).join(' | ')}`);
  const done = carryOut(set.snapshot, uri, selection, action.deed);
  assert.ok(!('refused' in done), 'refused' in done ? done.refused : '');
  assert.equal(applyEdits(text, done.edits), dedent(after));
  return action;
}

/** Asserts that fixing all, or all of one code, turns the fixture's first file into `after` (dedented). */
export function checkFixAll(
  source: string,
  after: string,
  expected: { code?: string; mended: number; left?: number },
): void {
  const set = fixture(source);
  const [file] = set.files;
  assert.ok(file);
  const fixed = fixAll(set.snapshot, file.uri, expected.code);
  assert.ok(fixed);
  assert.equal(applyEdits(file.text, fixed.edits), dedent(after));
  assert.equal(fixed.mended, expected.mended);
  assert.equal(fixed.left, expected.left ?? 0);
}

/** Asserts that exactly these labels are offered at `$0`, in this order, and nothing where there are none. */
export function checkCompletion(source: string, ...labels: string[]): void {
  const { found, offset, text } = completedAt(source);
  assert.deepEqual(found?.items.map(({ label }) => label) ?? [], labels);
  const items = found?.items ?? [];
  assert.deepEqual(
    items,
    [...items].sort((a, b) => (a.sortText < b.sortText ? -1 : 1)),
  );
  for (const { edit, label } of items) {
    const { from, to } = edit.span;
    assert.ok(from <= offset && offset <= to, `${label} replaces what is typed`);
    assert.ok(!/[\r\n]/.test(text.slice(from, to)), `${label} stays on its line`);
  }
}

/** Asserts that the item of this label turns the fixture's file into `after` (dedented), snippet signs and all. */
export function checkCompleted(source: string, label: string, after: string): CompletionItem {
  const { found, text } = completedAt(source);
  const item = found?.items.find((one) => one.label === label);
  const labels = found?.items.map((one) => one.label).join(' | ');
  assert.ok(item, `no ${label} among: ${labels ?? 'nothing'}`);
  assert.equal(applyEdits(text, [item.edit]), dedent(after));
  return item;
}

/** The items at `$0`, for what the other checks do not tell. */
export const completedAt = (
  source: string,
): { found: Completions | undefined; text: string; offset: number } => {
  const { set, uri, text, selection } = selected(source);
  return { found: completion(set.snapshot, uri, selection.from), text, offset: selection.from };
};

function checkInsertion(text: string, insertion: Insertion, after: string): void {
  assert.ok(!('refused' in insertion), 'refused' in insertion ? insertion.refused : '');
  const result = applyEdits(text, insertion.edits);
  assert.equal(result, dedent(after));
  assert.equal(strip(parse(result)), strip(parse(text)), 'the source');
}

function checkRefused(answer: object, words: string): void {
  assert.ok('refused' in answer && typeof answer.refused === 'string', 'it should be refused');
  assert.ok(answer.refused.includes(words), `“${answer.refused}” should hold “${words}”`);
}
