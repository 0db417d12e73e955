import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { nearest } from './nearest.ts';

describe('nearest', () => {
  const kinds = ['place', 'position', 'commitment', 'Bridge'];

  it('finds the word with the fewest slips', () => {
    assert.equal(nearest('plaice', kinds), 'place');
    assert.equal(nearest('palce', kinds), 'place');
    assert.equal(nearest('comitmment', kinds), 'commitment');
  });

  it('takes a word that differs by its case before any other', () => {
    assert.equal(nearest('bridge', ['ridge', 'Bridge']), 'Bridge');
  });

  it('finds nothing where too much would have to change', () => {
    assert.equal(nearest('harbour', kinds), undefined);
    assert.equal(nearest('place', []), undefined);
  });
});
