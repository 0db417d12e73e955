import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { ending, onOneLine, shortened, singleSpaced } from './text.ts';

describe('words that are cut short', () => {
  it('stay whole where they are short enough', () => {
    assert.equal(shortened('The port', 8), 'The port');
    assert.equal(shortened('港😀😀', 3), '港😀😀');
  });

  it('are cut before a word, without the sign before it', () => {
    assert.equal(shortened('They agreed, in Orla, to meet.', 22), 'They agreed, in Orla…');
    assert.equal(shortened('両国は、港を開くことで一致した。', 8), '両国は、港を開く…');
  });

  it('are as many characters as asked for, a pair of units being one', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '港', '😀', '\ud83d'), minLength: 1 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 12 }), (words, most) => {
        const characters = [...words];
        const cut = `${characters.slice(0, most).join('')}…`;
        assert.equal(shortened(words, most), characters.length > most ? cut : words);
      }),
    );
  });
});

describe('the end of a text', () => {
  it('is as many characters as asked for, a pair of units being one', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '港', '😀', '\ud83d', '\ude00') });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 12 }), (words, most) => {
        assert.equal(ending(words, most), [...words].slice(-most).join(''));
      }),
    );
  });
});

describe('words on one line', () => {
  it('have one space for every run of white space, and none at their ends', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\t', '\u3000', '\ufeff') });
    fc.assert(
      fc.property(text, (words) => {
        const single = words.replace(/\s+/g, ' ');
        assert.equal(singleSpaced(words), single);
        assert.equal(onOneLine(words), single.trim());
      }),
    );
  });
});
