import assert from 'node:assert/strict';
import fc from 'fast-check';
import { best, leastOfBest } from './best.ts';

const rank = fc.oneof(fc.integer({ min: -1, max: 9 }), fc.integer({ min: -1, max: 2 ** 24 - 1 }));
const descending = (a: number, b: number) => b - a;

describe('the best of many', () => {
  it('are those that come first when all are sorted', () => {
    fc.assert(
      fc.property(fc.array(rank), fc.integer({ min: 1, max: 12 }), (ranks, most) => {
        const found = best<number>(most, (a, b) => a - b);
        for (const [item, one] of ranks.entries()) found.offer(one, item);
        const sorted = [...ranks.keys()].sort(
          (a, b) => descending(ranks[a] ?? 0, ranks[b] ?? 0) || a - b,
        );
        assert.deepEqual(found.taken(), sorted.slice(0, most));
        assert.equal(found.count(), ranks.length);
      }),
    );
  });

  it('have a least rank that is found without sorting', () => {
    fc.assert(
      fc.property(fc.array(rank), fc.integer({ min: 1, max: 12 }), (ranks, most) => {
        const counting = ranks.filter((one) => one >= 0).sort(descending);
        const least = leastOfBest(Int32Array.from(ranks), ranks.length, most);
        assert.deepEqual(
          counting.filter((one) => one >= least).slice(0, most),
          counting.slice(0, most),
        );
        if (counting.length >= most && ranks.length > most) assert.equal(least, counting[most - 1]);
        else assert.equal(least, -1);
      }),
    );
  });
});
