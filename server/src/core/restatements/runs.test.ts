import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { emptyRuns, readRuns } from './runs.ts';
import { keyOfTerm } from './vocabulary.ts';
import { termOf } from './words.ts';

/** The keys and weights of the words that count in a text, as `readRuns` finds them. */
function read(text: string): (readonly [string, number])[] {
  const runs = emptyRuns();
  readRuns(text, 0, text.length, runs);
  return Array.from({ length: runs.words }, (_, i) => [
    keyOfTerm(runs.terms[i] as number),
    runs.weights[i] as number,
  ]);
}

/** The same as a pattern finds them. */
const expected = (text: string): (readonly [string, number])[] =>
  (text.match(/[0-9A-Za-z\u00c0-\u1fff]+(?:[.'’][0-9A-Za-z\u00c0-\u1fff]+)*/g) ?? [])
    .map((word) => termOf(word))
    .filter(({ weight }) => weight)
    .map(({ key, weight }) => [key, weight]);

describe('the words of a stretch', () => {
  it('are those of a pattern, short and long, of ASCII and of other letters', () => {
    const sign = fc.constantFrom(...'abzAZ09é.’- Жs'.split(''), 'bridge', 'The ', 'US', 'ing ');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 30 }), (signs) => {
        const text = signs.join('');
        assert.deepEqual(read(text), expected(text));
        assert.deepEqual(read(text), expected(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('are the same when more words were read than are kept', () => {
    const text = 'The ministers reopened 7 bridges in Ulmen';
    const before = read(text);
    const many = Array.from({ length: 40_000 }, (_, i) => `w${i.toString(36)}x`).join(' ');
    assert.equal(read(many).length, 40_000);
    assert.deepEqual(read(text), before);
    assert.deepEqual(before, expected(text));
  });

  it('are told apart by each of their letters', () => {
    const words = ['abcde', 'abcdef', 'abcdE', '0abcd', 'abcdefghij', 'abcdefghik', 'abcdefghijk'];
    assert.deepEqual(read(words.join(' ')), expected(words.join(' ')));
  });
});
