import assert from 'node:assert/strict';
import fc from 'fast-check';
import { endsAt, sentenceAt, sentencesOf } from './sentences.ts';

const all = (text: string): string[] =>
  sentencesOf(text, { from: 0, to: text.length }).map(({ from, to }) => text.slice(from, to));
const at = (marked: string): string => {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { from, to } = sentenceAt(text, offset);
  return text.slice(from, to);
};

describe('sentences', () => {
  for (const [name, ...sentences] of [
    ['stops', 'They met.', 'Did they agree?', 'They did!', 'It rained'],
    ['closing quotes and brackets', 'He said “no.”', '(She left.)', '"Well!"', 'They met.'],
    ['abbreviations', 'Mr. Marrow met Dr. Orlov.', 'See Art. 5 and No. 7.', 'It was e.g. late.'],
    ['single capitals', 'The U. S. Forces and J. Doe left.', 'The U.S. Government agreed.'],
    ['times', 'They met at 9 a.m. on Jan. 5 in Washington, D.C. as planned.', 'It rained.'],
    ['numbers', 'It grew by 3.5 percent to 7.', 'They paid.'],
    ['dots within', 'See www.a.example for more.', 'Done.'],
  ] as const)
    it(`end rightly: ${name}`, () => assert.deepEqual(all(sentences.join(' ')), sentences));

  it('end at 。 without a blank', () => {
    assert.deepEqual(all('両大臣は会談した。「平和を守る。」雨が降った！終わり'), [
      '両大臣は会談した。',
      '「平和を守る。」',
      '雨が降った！',
      '終わり',
    ]);
  });

  it('run over line ends and end with the paragraph', () => {
    assert.deepEqual(all('They\nmet\r\nhere. They\rleft\n\nA heading\r\n \t\r\nText'), [
      'They\nmet\r\nhere.',
      'They\rleft',
      'A heading',
      'Text',
    ]);
    assert.deepEqual(all('a\r\rb\r\n\r\nc'), ['a', 'b', 'c']);
  });

  it('keep the number of their paragraph', () => {
    assert.deepEqual(all('12. The Ministers met.\n13. They left.'), [
      '12. The Ministers met.',
      '13. They left.',
    ]);
    assert.deepEqual(all('They were 12. They left.'), ['They were 12.', 'They left.']);
  });

  it('are none in nothing', () => {
    assert.deepEqual(all(''), []);
    assert.deepEqual(all(' \n '), []);
    assert.deepEqual(sentenceAt('', 0), { from: 0, to: 0 });
  });

  for (const [marked, expected] of [
    ['They| met. They left.', 'They met.'],
    ['|They met. They left.', 'They met.'],
    ['They met.| They left.', 'They met.'],
    ['They met. |They left.', 'They left.'],
    ['They met. They left.|', 'They left.'],
    ['会談した。|一致した。', '一致した。'],
    ['会談|した。一致した。', '会談した。'],
    ['会談した。一致した。|', '一致した。'],
    ['A title\n\nThe U.|S. left. Yes.', 'The U.S. left.'],
    ['A ti|tle\n\nText.', 'A title'],
    ['A title|\n\nText.', 'A title'],
    ['A title\n\n|Text.', 'Text.'],
    ['One.\nT|wo\nlines. Three.', 'Two\nlines.'],
  ] as const)
    it(`are found at | in ${JSON.stringify(marked)}`, () => assert.equal(at(marked), expected));

  it('are cut off where a text has no end of sentence', () => {
    const text = 'word '.repeat(100_000);
    const { from, to } = sentenceAt(text, 250_000);
    assert.ok(to - from <= 40_001 && from <= 250_000 && to >= 250_000);
  });

  it('of a stretch are those that end where looking at every character finds an end', () => {
    const piece = fc.constantFrom(
      ...['a', 'Mr', '.', '. ', '!', '。', '”', ')', '\n', '\r', '\r\n', ' ', '\t', '\u3000', '7.'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.nat(24), fc.nat(24), (pieces, a, b) => {
        const text = pieces.join('');
        const from = Math.min(a, text.length);
        const to = Math.min(from + b, text.length);
        const expected: string[] = [];
        let start = from;
        for (let at = from + 1; at <= to; at++) {
          if (at < to && !endsAt(text, at)) continue;
          const sentence = text.slice(start, at).trim();
          if (sentence) expected.push(sentence);
          start = at;
        }
        const found = sentencesOf(text, { from, to }).map((one) => text.slice(one.from, one.to));
        assert.deepEqual(found, expected, JSON.stringify([text, from, to]));
      }),
      { numRuns: 5000 },
    );
  });

  it('at an offset are those of the list, and all words are in one', () => {
    const piece = fc.constantFrom(
      'a',
      'Mr',
      'U',
      '.',
      '. ',
      '! ',
      '。',
      '” ',
      '\n',
      '\n\n',
      '\r\n',
      ...['\r', ' \t', ' ', '7', '。」', '?', ')', '\u3000'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        const list = sentencesOf(text, { from: 0, to: text.length });
        for (const { from, to } of list)
          for (let offset = from; offset < to; offset++)
            assert.deepEqual(
              sentenceAt(text, offset),
              { from, to },
              `${JSON.stringify(text)} ${offset}`,
            );
        const words = list.map(({ from, to }) => text.slice(from, to)).join('');
        assert.equal(words.replace(/\s/g, ''), text.replace(/\s/g, ''));
      }),
      { numRuns: 2000 },
    );
  });
});
