import assert from 'node:assert/strict';
import { t, Unusable } from './unusable.ts';

describe('why no text can be taken from a file', () => {
  it('is said in English, and as the bundle of a language has it', () => {
    const reason = t`Of ${7} parts ${'one'} is missing.`;
    assert.deepEqual(reason, {
      refused: 'Of 7 parts one is missing.',
      words: 'Of {0} parts {1} is missing.',
      values: [7, 'one'],
    });
    assert.equal(new Unusable(reason).message, reason.refused);
  });

  it('may begin or end with a value', () => {
    assert.deepEqual(t`${1}`, { refused: '1', words: '{0}', values: [1] });
  });
});
