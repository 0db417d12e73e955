import assert from 'node:assert/strict';
import { shortened } from '../../client/src/shortened.ts';

describe('words that are shortened', () => {
  it('end before a word, or before a character of Chinese or Japanese, which is wide', () => {
    assert.equal(shortened('will draw up', 12), 'will draw up');
    assert.equal(shortened('will draw up a plan', 16), 'will draw up a…');
    assert.equal(shortened('will draw up a plan', 18), 'will draw up a…');
    assert.equal(shortened('Unabbreviatedly', 5), 'Unabb…');
    assert.equal(shortened('可能な限り早期に', 16), '可能な限り早期に');
    assert.equal(shortened('可能な限り早期に', 8), '可能な限…');
    assert.equal(shortened('ab𠮷c', 3), 'ab…');
  });
});
