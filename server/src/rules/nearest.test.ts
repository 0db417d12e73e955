import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { nearest } from './nearest.ts';

describe('nearest', () => {
  const kinds = ['place', 'position', 'commitment', 'by', 'Bridge'];

  it('finds the word with the fewest slips', () => {
    assert.equal(nearest('plaice', kinds), 'place');
    assert.equal(nearest('palce', kinds), 'place');
    assert.equal(nearest('comitmment', kinds), 'commitment');
    assert.equal(nearest('bu', kinds), 'by');
  });

  it('takes a word that differs by its case before any other', () => {
    assert.equal(nearest('bridge', ['ridge', 'Bridge']), 'Bridge');
  });

  it('takes the first of equals and never the word itself', () => {
    assert.equal(nearest('cat', ['bat', 'rat']), 'bat');
    assert.equal(nearest('place', ['place']), undefined);
  });

  it('finds nothing where more than half would have to change', () => {
    assert.equal(nearest('harbour', kinds), undefined);
    assert.equal(nearest('xq', kinds), undefined);
    assert.equal(nearest('', kinds), undefined);
    assert.equal(nearest('place', []), undefined);
  });
});
