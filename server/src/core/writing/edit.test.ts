import assert from 'node:assert/strict';
import { applyEdits, asOne, insertion, placeBefore } from './edit.ts';

const at = (from: number, to: number, text: string) => ({ span: { from, to }, text });

describe('edits', () => {
  it('speak of the text before, in any order', () => {
    const edits = [at(4, 7, 'three'), insertion(0, '>'), at(1, 3, '')];
    assert.equal(applyEdits('one two', edits), '>o three');
    assert.equal(applyEdits('one two', [...edits].reverse()), '>o three');
    assert.equal(applyEdits('one', []), 'one');
  });

  it('keep the order of insertions at one place, before what is replaced there', () => {
    const edits = [at(1, 2, 'X'), insertion(1, 'a'), insertion(1, 'b')];
    assert.equal(applyEdits('-o-', edits), '-abX-');
    assert.equal(applyEdits('-o-', [insertion(3, '!'), insertion(3, '?')]), '-o-!?');
  });

  it('are as one what they are as several', () => {
    assert.deepEqual(
      asOne('one two three', [at(7, 9, 'T'), insertion(4, '['), insertion(7, ']')]),
      at(4, 9, '[two]T'),
    );
    assert.equal(asOne('one', []), undefined);
  });

  it('tell where a place of the edited text stood before', () => {
    const edits = [at(4, 7, 'three'), insertion(0, '>'), at(1, 3, '')];
    const places = [...'>o three'].map((_, place) => placeBefore(edits, place));
    assert.deepEqual(places, [0, 0, 3, 4, 4, 4, 4, 4]);
    assert.equal(placeBefore(edits, 8), 7);
  });

  it('leave the list as it was', () => {
    const edits = [insertion(2, 'b'), insertion(1, 'a')];
    applyEdits('---', edits);
    assert.deepEqual(edits, [insertion(2, 'b'), insertion(1, 'a')]);
  });
});
