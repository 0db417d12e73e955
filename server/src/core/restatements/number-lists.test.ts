import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { numberLists } from './number-lists.ts';
import { pairTable } from './pair-table.ts';

const changes = fc.array(
  fc.record({ list: fc.nat(5), at: fc.nat(40), number: fc.nat(9), does: fc.nat(9) }),
  { maxLength: 400 },
);

describe('lists of numbers in one array', () => {
  it('hold what arrays would hold after any changes', () => {
    fc.assert(
      fc.property(changes, (all) => {
        const lists = numberLists();
        const arrays: number[][] = Array.from({ length: 6 }, () => []);
        for (const { list, at, number, does } of all) {
          const array = arrays[list] as number[];
          if (does === 0) {
            lists.clear(list);
            array.length = 0;
          } else if (does < 4 && array.length) {
            lists.remove(list, at % array.length);
            array.splice(at % array.length, 1);
          } else {
            lists.insert(list, at % (array.length + 1), number);
            array.splice(at % (array.length + 1), 0, number);
          }
          assert.equal(lists.placeOf(list, number), array.indexOf(number));
        }
        for (const [list, array] of arrays.entries()) {
          const start = lists.startOf(list);
          assert.equal(lists.lengthOf(list), array.length);
          assert.deepEqual([...lists.all().slice(start, start + array.length)], array);
        }
      }),
    );
  });

  it('use room that is free again', () => {
    const lists = numberLists();
    for (let round = 0; round < 100; round++) {
      for (let i = 0; i < 50; i++) lists.insert(round, i, i);
      lists.clear(round);
    }
    assert(lists.all().length <= 512);
  });
});

describe('a table of pairs', () => {
  const pair = fc.tuple(fc.integer({ min: -1, max: 12 }), fc.integer({ min: -1, max: 12 }));

  it('gives each pair a number of its own, and small ones again', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(pair, fc.boolean()), { maxLength: 900 }), (all) => {
        const table = pairTable();
        const numbers = new Map<string, number>();
        let most = 0;
        for (const [[first, second], isEntered] of all) {
          const key = `${first} ${second}`;
          if (isEntered) {
            const number = table.enter(first, second);
            assert.equal(number, numbers.get(key) ?? number);
            numbers.set(key, number);
          } else {
            table.remove(first, second);
            numbers.delete(key);
          }
          most = Math.max(most, numbers.size);
          assert.equal(table.find(first, second), numbers.get(key) ?? -1);
        }
        for (const [key, number] of numbers) {
          const [first, second] = key.split(' ').map(Number) as [number, number];
          assert.equal(table.find(first, second), number);
        }
        assert.equal(new Set(numbers.values()).size, numbers.size);
        assert([...numbers.values()].every((number) => number < most));
      }),
    );
  });
});
