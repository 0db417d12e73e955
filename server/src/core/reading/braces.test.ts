import assert from 'node:assert/strict';
import fc from 'fast-check';
import { braceSearch, isClosed, openQuoteOf } from './braces.ts';

const search = (text: string, brace = 0) => braceSearch(text, 0, text.length)(brace);

describe('the search for a closing brace', () => {
  it('finds the first one outside double quotes', () => {
    assert.equal(search('{a}'), 2);
    assert.equal(search('{by="}"}'), 7);
    assert.equal(search('{by="\\"}"}'), 9);
    assert.equal(search('{by="\\\\"}"}'), 8);
    assert.equal(search("{by='}'}"), 5);
    assert.equal(search('{\\}'), 2);
  });

  it('ends at an opening brace and at the end of the paragraph', () => {
    for (const text of ['{a', '{', '{a {b}', '{"{" {}']) {
      const found = search(text);
      assert.equal(isClosed(found), false, text);
      assert.equal(openQuoteOf(found), undefined, text);
    }
    assert.equal(isClosed(braceSearch('{a}', 0, 2)(0)), false);
  });

  it('tells which quote is never closed', () => {
    assert.equal(openQuoteOf(search('{a="b}')), 3);
    assert.equal(openQuoteOf(search('{"a" "b}')), 5);
    assert.equal(openQuoteOf(search('{"')), 1);
  });

  it('answers the same however often it was asked', () => {
    const text = fc
      .array(fc.constantFrom('{', '}', '"', '\\', 'a', ' ', '\\"', '\\\\'), { maxLength: 120 })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.nat(8), (inner, from) => {
        const all = '-'.repeat(from) + inner;
        const often = braceSearch(all, from, all.length);
        const braces = [...all].flatMap((sign, at) => (sign === '{' ? [at] : []));
        // The first round uses up what may be searched; the second is answered from the table.
        for (const brace of [...braces, ...braces, ...braces, ...braces]) {
          assert.equal(often(brace), braceSearch(all, from, all.length)(brace));
        }
      }),
      { numRuns: 2000 },
    );
  });
});
