import assert from 'node:assert/strict';
import { type Fit, type WordIndex, wordIndex } from './word-index.ts';
import { matches, wordsOf } from './words.ts';

const found = (index: WordIndex, query: string): [number, Fit][] => {
  const { count, items, fits } = index.find(wordsOf(query));
  return Array.from({ length: count }, (_, i): [number, Fit] => [
    items[i] as number,
    fits[i] as Fit,
  ]).sort(([a], [b]) => a - b);
};
const add = (index: WordIndex, item: number, id: string, words: string): boolean =>
  index.add(item, 'id', id, 0, id.length) && index.add(item, 'words', words, 0, words.length);

describe('word index', () => {
  it('tells how well an item fits', () => {
    const index = wordIndex();
    add(index, 0, 'north-bridge', 'to reopen it');
    add(index, 1, 'north-bridge-two', 'to close it');
    add(index, 2, 'two', 'north bridges are closed');
    add(index, 3, 'x', 'the bridge in the north');
    assert.deepEqual(found(index, 'North Bridge'), [
      [0, 3],
      [1, 2],
      [2, 1],
      [3, 0],
    ]);
    assert.deepEqual(found(index, 'bridge north two'), [
      [1, 0],
      [2, 0],
    ]);
    assert.deepEqual(found(index, ''), []);
    assert.deepEqual(found(index, 'bridge zzz'), []);
  });

  it('adds nothing where signs stand in the words, and may be given them again', () => {
    const index = wordIndex();
    const words = 'reopen [the bridge](#x) soon';
    assert.equal(index.add(0, 'words', words, 0, words.length), false);
    assert.deepEqual(found(index, 'reopen'), []);
    assert.equal(index.add(0, 'words', 'reopen the bridge', 0, 17), true);
    assert.deepEqual(found(index, 'reopen'), [[0, 1]]);
  });

  it('takes several stretches as the words of one item', () => {
    const index = wordIndex();
    index.add(0, 'words', 'return all', 0, 10);
    index.add(0, 'words', 'land now', 0, 4);
    assert.deepEqual(found(index, 'return all land'), [[0, 1]]);
    assert.deepEqual(found(index, 'now'), []);
  });

  it('finds long runs of scripts without spaces by all their pieces', () => {
    const index = wordIndex();
    add(index, 0, 'a', '普天間飛行場の返還');
    add(index, 1, 'b', 'Okinawa沖縄の飛行場');
    assert.deepEqual(found(index, '天間飛行'), [[0, 0]]);
    assert.deepEqual(found(index, '普天間飛'), [[0, 1]]);
    assert.deepEqual(found(index, '飛行場'), [
      [0, 0],
      [1, 0],
    ]);
    assert.deepEqual(found(index, 'okinawa 沖縄'), [[1, 1]]);
  });

  it('finds the same once it has been put in order, and what comes after', () => {
    const index = wordIndex();
    add(index, 0, 'zeal', 'an end');
    add(index, 1, 'an', 'a zeal');
    const before = [found(index, 'an'), found(index, 'zea')];
    assert.equal([...index.settle()].length, 2);
    assert.deepEqual([found(index, 'an'), found(index, 'zea')], before);
    add(index, 2, 'ant', 'zeal');
    assert.deepEqual(found(index, 'an'), [
      [0, 1],
      [1, 3],
      [2, 2],
    ]);
    for (const _ of index.settle());
    assert.deepEqual(found(index, 'zea'), [
      [0, 2],
      [1, 0],
      [2, 1],
    ]);
  });

  it('finds the same while it grows, and when items have gone', () => {
    const index = wordIndex();
    const texts: string[] = [];
    const expected = (query: string, gone: (item: number) => boolean) =>
      texts.flatMap((text, item) => {
        const fits = !gone(item) && matches(wordsOf(text), wordsOf(query));
        return fits ? [item] : [];
      });
    for (let item = 0; item < 3000; item++) {
      texts.push(`word${item % 7} and item${item} of ${item % 11 ? 'many' : 'few'}`);
      add(index, item, '', texts[item] as string);
      if (item % 500 !== 250 && item !== 3 && item !== 40) continue;
      for (const query of ['few word3', 'item2', 'an']) {
        assert.deepEqual(
          found(index, query).map(([one]) => one),
          expected(query, () => false),
        );
      }
    }
    const numbers = Int32Array.from(texts, (_, item) =>
      item % 3 ? Math.floor((item * 2) / 3) : -1,
    );
    const place = new Map([...numbers].map((number, item) => [number, item]));
    index.keep(numbers);
    const left = found(index, 'few word3').map(([one]) => place.get(one) as number);
    assert.deepEqual(
      left,
      expected('few word3', (item) => item % 3 === 0),
    );
    add(index, 2000, '', 'few word3');
    assert.deepEqual(found(index, 'few word3').slice(-1), [[2000, 1]]);
  });
});
