import assert from 'node:assert/strict';
import { readCodebook } from '../core/codebook/read-codebook.ts';
import { apply } from '../core/snapshot/apply.ts';
import { type Entry, emptySnapshot } from '../core/snapshot/snapshot.ts';
import { type Edit, insertion } from '../core/writing/edit.ts';
import { contextOf } from './findings.ts';
import { sound } from './sound.ts';

const uri = 'file:///c/a.readout.md';

/** Whether edits to a text would be offered. */
function isOffered(text: string, ...edits: readonly Edit[]): boolean {
  const empty = emptySnapshot(readCodebook([]));
  const { snapshot } = apply(empty, [{ uri, text, version: 1 }]);
  const context = contextOf(snapshot, snapshot.entries.get(uri) as Entry);
  return [...sound([{ title: 'x', edits }], context)].length === 1;
}

describe('a sound fix', () => {
  for (const front of ['', '\uFEFF', '---\ntitle: x\n---\n\n']) {
    const text = `${front}Orla is here.`;
    const at = (offset: number) => front.length + offset;

    it(`may begin where the body of ${JSON.stringify(text)} begins`, () => {
      const opening = insertion(at(0), '[');
      assert.ok(isOffered(text, opening, insertion(at(4), ']{.place}')));
      assert.ok(!isOffered(text, opening));
      assert.ok(!isOffered(text, insertion(at(0), 'At ')));
    });
  }

  it('may change the front matter, which is no source', () => {
    const text = '---\ntitle: x\n---\n\nOrla.';
    assert.ok(isOffered(text, { span: { from: 4, to: 12 }, text: '' }));
  });
});
