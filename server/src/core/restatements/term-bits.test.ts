import assert from 'node:assert/strict';
import fc from 'fast-check';
import { emptyRuns, readRuns } from './runs.ts';
import { bitCount, bitsOf } from './term-bits.ts';

const bits = (text: string, least: number): number => {
  const runs = emptyRuns();
  readRuns(text, 0, text.length, runs);
  return bitsOf(runs, least);
};

describe('the bits of terms', () => {
  const words = 'harbour bridge ferry lantern meadow orchard granite sparrow timber kettle';

  it('are those of a text that has the same terms and more', () => {
    assert.ok(bitCount(bits(words, 1)) > 1);
    assert.equal(bits(words, 1) & ~bits(`the old ${words}, and a new lighthouse`, 0), 0);
  });

  it('tell that a text lacks terms', () => {
    assert.notEqual(bits(words, 1) & ~bits('the lighthouse', 0), 0);
  });

  it('leave out what counts for less', () => {
    assert.equal(bits('the Ministers welcome it', 1), 0);
  });

  it('are counted', () => {
    fc.assert(
      fc.property(fc.integer(), (number) => {
        const ones = (number >>> 0).toString(2).replaceAll('0', '').length;
        assert.equal(bitCount(number), ones);
      }),
    );
  });
});
