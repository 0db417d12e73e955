import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nameTable, noPrefix, prefixOf } from './name-table.ts';

const name = fc.oneof(
  fc.constantFrom('', 'a', 'a#b', '#b', 'a##b', 'Ba', 'AB', 'C#', '条約#x', '#条約', '\ud800#'),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.tuple(fc.nat(2000), fc.nat(20)).map(([key, id]) => `d${key}#m${id}`),
);

const enter = (table: ReturnType<typeof nameTable>, text: string): number =>
  table.enter(noPrefix, text, 0, text.length);

describe('a table of names', () => {
  it('gives each name one number, in the order they came, and knows no other', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 900 }), fc.array(name), (names, others) => {
        const table = nameTable();
        const numbers = new Map<string, number>();
        for (const one of names) {
          if (!numbers.has(one)) numbers.set(one, numbers.size);
          assert.equal(enter(table, one), numbers.get(one));
        }
        assert.equal(table.size(), numbers.size);
        for (const [one, number] of numbers) assert.equal(table.nameOf(number), one);
        for (const one of [...names, ...others]) {
          assert.equal(table.find(noPrefix, one, 0, one.length), numbers.get(one) ?? -1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is made again of its names, and grows from there', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 900 }), fc.array(name), (names, later) => {
        const table = nameTable();
        for (const one of names) enter(table, one);
        const again = nameTable(table.names());
        for (const one of [...names, ...later, ...names]) {
          assert.equal(enter(again, one), enter(table, one));
        }
        assert.equal(again.size(), table.size());
      }),
      { numRuns: 200 },
    );
  });

  it('takes names from within a text, behind what many begin with', () => {
    const table = nameTable();
    const number = enter(table, 'talks#port');
    assert.equal(table.enter(prefixOf('talks#'), '[x]{#port}', 5, 9), number);
    assert.equal(table.find(prefixOf('talks'), 'see #port', 4, 9), number);
    assert.equal(table.find(prefixOf('talks#'), 'ports', 0, 5), -1);
  });

  it('tells which document a name belongs to, names that come later too', () => {
    const many = Array.from({ length: 600 }, (_, i) => `d#${i}`);
    const [table, owns] = [nameTable(), nameTable()];
    const ownerOf = table.owners(owns);
    const owner = (name: string) => {
      const number = ownerOf(enter(table, name));
      return number < 0 ? '' : owns.nameOf(number);
    };
    const names = ['a#m', '#orla', 'b#', 'a#', 'plain', 'a#b#c', ...many, 'a#m'];
    assert.deepEqual(names.map(owner), ['a', '', 'b', 'a', '', 'a#b', ...many.map(() => 'd'), 'a']);
  });

  it('keeps a name of any length', () => {
    const table = nameTable();
    const long = 'x'.repeat(200_000);
    assert.equal(table.nameOf(enter(table, long)), long);
  });
});
