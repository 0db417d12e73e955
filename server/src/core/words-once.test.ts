import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { hashedOn } from './snapshot/name-table.ts';
import { wordsOnce } from './words-once.ts';

describe('words that are read once', () => {
  const text = 'port and harbour and port and quay';
  const hashOf = (word: string) =>
    [...word].reduce((hash, sign) => hashedOn(hash, sign.charCodeAt(0)), 0);

  function reading(most?: number) {
    const read: string[] = [];
    const once = wordsOnce((word) => read.push(word) && word.toUpperCase(), most);
    const found = [...text.matchAll(/\w+/g)].map(({ 0: word, index }) =>
      once(text, index, index + word.length, hashOf(word)),
    );
    assert.deepEqual(found, text.toUpperCase().split(' '));
    return read;
  }

  it('are found by where they stand', () => {
    assert.deepEqual(reading(), ['port', 'and', 'harbour', 'quay']);
  });

  it('are forgotten when they are too many', () => {
    assert.deepEqual(reading(2), ['port', 'and', 'harbour', 'and', 'port', 'and', 'quay']);
  });
});
