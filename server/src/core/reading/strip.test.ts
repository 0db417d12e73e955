import assert from 'node:assert/strict';
import fc from 'fast-check';
import { awkward } from '../../../../test/support/awkward.ts';
import { parse } from './parse.ts';
import { cuts, paragraphAt, strip, stripped, stripSpan } from './strip.ts';

const text = '---\ntitle: T\n---\n\nOne [two]{#a .place} \\[3]^[note].\n\n[Four](#a) five.\n';
const document = parse(text);

describe('strip', () => {
  it('leaves out front matter, signs and notes', () => {
    assert.equal(strip(document), 'One two [3].\n\nFour five.\n');
    assert.deepEqual(
      [...cuts(document)].map(({ from, to }) => text.slice(from, to)),
      ['---\ntitle: T\n---\n\n', '[', ']{#a .place}', '\\', '^[note]', '[', '](#a)'],
    );
  });

  it('cuts a construct at the edges of a span', () => {
    const from = text.indexOf('wo]');
    assert.equal(stripSpan(document, { from, to: text.indexOf('place') }), 'wo');
    assert.equal(
      stripSpan(document, { from: text.indexOf('note'), to: text.indexOf('our]') }),
      '.\n\nF',
    );
    assert.equal(stripSpan(document, { from: 5, to: 9 }), '');
    assert.equal(stripSpan(document, { from, to: from }), '');
  });

  it('of two halves is strip of the whole', () => {
    fc.assert(
      fc.property(awkward, fc.nat(200), (source, at) => {
        const whole = parse(source);
        const middle = Math.min(at, source.length);
        const before = stripSpan(whole, { from: 0, to: middle });
        const after = stripSpan(whole, { from: middle, to: source.length });
        assert.equal(before + after, strip(whole));
      }),
      { numRuns: 2000 },
    );
  });

  it('knows where each character came from, and where what is left out would stand', () => {
    const { text: words, offsetOf, indexOf } = stripped(document, { from: 0, to: text.length });
    assert.equal(offsetOf(words.indexOf('two')), text.indexOf('two'));
    assert.equal(offsetOf(words.length), text.length);
    assert.equal(indexOf(text.indexOf('Four')), words.indexOf('Four'));
    assert.equal(indexOf(text.indexOf('note')), words.indexOf('].') + 1);
    assert.equal(indexOf(0), 0);
    const nothing = stripped(document, { from: 4, to: 9 });
    assert.deepEqual([nothing.text, nothing.offsetOf(0), nothing.indexOf(7)], ['', 4, 0]);
  });

  it('finds the paragraph of an offset, or the next one', () => {
    const second = text.indexOf('[Four]');
    assert.equal(paragraphAt(document, document.body), 0);
    assert.equal(paragraphAt(document, second - 1), 1);
    assert.equal(paragraphAt(document, second + 3), 1);
    assert.equal(paragraphAt(document, text.length), 2);
    assert.equal(paragraphAt(parse(''), 0), 0);
  });
});
