import assert from 'node:assert/strict';
import { parse } from '../../server/src/core/reading/parse.ts';
import { strip } from '../../server/src/core/reading/strip.ts';
import { isReadoutUri } from '../../server/src/core/snapshot/keys.ts';
import { applyEdits } from '../../server/src/core/writing/edit.ts';
import type { Refusal } from '../../server/src/features/rename/named.ts';
import { prepareRename, type Renaming, rename } from '../../server/src/features/rename/rename.ts';
import { dedent, type Fixture, fixture, root } from './fixture.ts';

function cursorOf(set: Fixture) {
  assert.ok(set.cursor, 'the fixture needs a $0');
  return set.cursor;
}

/**
 * Asserts that giving what is named at `$0` a new name turns the fixture's files into those of `after`
 * (dedented, with `//- name` lines), a renamed file under its new name, and leaves every source as it is.
 */
export function checkRename(before: string, newName: string, after: string): void {
  const set = fixture(before);
  const { uri, offset } = cursorOf(set);
  const renaming = rename(set.snapshot, uri, offset, newName);
  assert.ok(!('refused' in renaming), 'refused' in renaming ? renaming.refused : '');
  checkRenamed(set, renaming, after);
}

/** Asserts what a renaming, or a merge, makes of the files of a fixture. */
export function checkRenamed(
  set: Fixture,
  { files, rename: moved }: Renaming,
  after: string,
): void {
  const texts = new Map(set.files.map(({ uri, text }) => [uri, text]));
  for (const { uri, edits } of files) {
    const text = texts.get(uri);
    assert.ok(text !== undefined, `${uri} is in the fixture`);
    const next = applyEdits(text, edits);
    if (isReadoutUri(uri)) assert.equal(strip(parse(next)), strip(parse(text)), 'the source');
    texts.set(uri, next);
  }
  const named = [...texts].map(([uri, text]): [string, string] => [
    (uri === moved?.from ? moved.to : uri).slice(root.length),
    text,
  ]);
  assert.equal(named.map(([name, text]) => `//- ${name}\n${text}`).join(''), dedent(after));
}

/** Asserts that the name is refused with a reason that holds these words. */
export function checkRenameRefused(before: string, newName: string, words: string): void {
  const set = fixture(before);
  const { uri, offset } = cursorOf(set);
  const renaming = rename(set.snapshot, uri, offset, newName) as Refusal;
  assert.ok('refused' in renaming, 'it should be refused');
  assert.ok(renaming.refused.includes(words), `“${renaming.refused}” should hold “${words}”`);
}

/** Asserts what would be edited at `$0`: the words under the carets and the name, or why nothing, or nothing. */
export function checkPrepare(
  before: string,
  expected: string | { refused: string } | undefined,
): void {
  const set = fixture(before);
  const { uri, offset } = cursorOf(set);
  const here = prepareRename(set.snapshot, uri, offset);
  if (typeof expected !== 'string') {
    assert.deepEqual(here, expected);
    return;
  }
  assert.ok(here && !('refused' in here), JSON.stringify(here));
  assert.equal(here.placeholder, expected);
  assert.ok(here.span.from <= offset && offset <= here.span.to, 'the cursor is in what is named');
}
