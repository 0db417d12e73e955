import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, type Edit, insertion } from '../../core/writing/edit.ts';
import { composed } from './compose.ts';

/** Edits that do not overlap, for any text: places are taken as shares of its length. */
const anyEdits = fc.array(fc.tuple(fc.nat(100), fc.nat(100), fc.string({ maxLength: 3 })), {
  maxLength: 4,
});

function editsFor(text: string, places: readonly (readonly [number, number, string])[]): Edit[] {
  const edits: Edit[] = [];
  for (const [a, b, inserted] of places) {
    const offsets = [a, b].map((share) => Math.floor((share * text.length) / 100));
    const span = { from: Math.min(...offsets), to: Math.max(...offsets) };
    const meets = edits.some((one) => one.span.from <= span.to && span.from <= one.span.to);
    if (!meets) edits.push({ span, text: inserted });
  }
  return edits;
}

describe('composed', () => {
  it('is the same as making one list of edits after the other', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(anyEdits, { maxLength: 5 }), (text, lists) => {
        let now = text;
        const made = lists.map((places) => {
          const edits = editsFor(now, places);
          now = applyEdits(now, edits);
          return edits;
        });
        assert.equal(applyEdits(text, composed(text.length, made)), now);
      }),
    );
  });

  it('leaves alone what no list touches', () => {
    const lists = [[insertion(1, 'x')], [insertion(2, 'y'), insertion(5, 'z')]];
    assert.deepEqual(composed(6, lists), [
      { span: { from: 1, to: 1 }, text: 'xy' },
      { span: { from: 4, to: 4 }, text: 'z' },
    ]);
    assert.deepEqual(
      composed(3, [[insertion(1, 'x')], [{ span: { from: 1, to: 2 }, text: '' }]]),
      [],
    );
  });
});
