import assert from 'node:assert/strict';
import type { Context } from './rule.ts';
import { nearestOf } from './unresolved-near.ts';

describe('what looks most like a target', () => {
  it('is looked for in the ids of a document, which are gathered once', () => {
    let gathered = 0;
    const summary = {
      get definitions() {
        gathered++;
        return [{ id: 'harbour' }, { id: undefined }, { id: 'ardenia' }];
      },
    };
    const codebook = { entities: new Map([['ardenia', {}]]) };
    const context = { entry: { summary }, snapshot: { codebook } } as unknown as Context;
    assert.deepEqual(nearestOf({ key: '', id: 'harbor' }, context), ['#harbour']);
    assert.deepEqual(nearestOf({ key: '', id: 'ardenai' }, context, 3), ['#ardenia']);
    assert.equal(gathered, 1);
  });
});
