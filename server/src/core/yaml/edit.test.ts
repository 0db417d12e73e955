import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { applyEdits } from '../writing/edit.ts';
import { type Data, putYaml } from './edit.ts';
import { readYaml } from './yaml.ts';

function putting(text: string, path: readonly string[], data: Data, lineEnd = '\n') {
  const { value } = readYaml(text, 0);
  const edit = putYaml({ text, inner: { from: 0, to: text.length }, value, lineEnd }, path, data);
  return edit && applyEdits(text, [edit]);
}

describe('putYaml', () => {
  const path = ['ignore', 'unresolved'];

  const cases: readonly (readonly [string, string, string])[] = [
    ['nothing', '', 'ignore:\n  unresolved: [x]\n'],
    ['only a comment', '# mine', '# mine\nignore:\n  unresolved: [x]\n'],
    ['another key', 'a: 1 # one\n# end\n', 'a: 1 # one\nignore:\n  unresolved: [x]\n# end\n'],
    ['no last line end', 'a: 1', 'a: 1\nignore:\n  unresolved: [x]\n'],
    ['keys that are indented', '  a: 1\n', '  a: 1\n  ignore:\n    unresolved: [x]\n'],
    ['a map in braces', '{a: 1}', '{a: 1, ignore: { unresolved: [x] }}'],
    ['empty braces', '{}', '{ ignore: { unresolved: [x] } }'],
    ['a key alone in braces', '{a}', '{ ignore: { unresolved: [x] },a}'],
    [
      'the key without a value',
      'ignore: # why\nb: 1\n',
      'ignore: { unresolved: [x] } # why\nb: 1\n',
    ],
    [
      'a block',
      'ignore:\n  a: [b] # c\nd: 1\n',
      'ignore:\n  a: [b] # c\n  unresolved: [x]\nd: 1\n',
    ],
    ['braces', 'ignore: { a: [b], }\n', 'ignore: { a: [b], unresolved: [x], }\n'],
    ['the code without a value', 'ignore:\n  unresolved:\n', 'ignore:\n  unresolved: [x]\n'],
    ['the code with a word', 'ignore: { unresolved: y }\n', 'ignore: { unresolved: [y, x] }\n'],
    ['a list in brackets', 'ignore: { unresolved: [y] }', 'ignore: { unresolved: [y, x] }'],
    ['an empty list', 'ignore: { unresolved: [] }', 'ignore: { unresolved: [x] }'],
    [
      'a list in lines',
      'ignore:\n  unresolved:\n    - y # c\n  a: b\n',
      'ignore:\n  unresolved:\n    - y # c\n    - x\n  a: b\n',
    ],
    [
      'a block of text before it',
      'note: |\n  one\n\nb: 1\n',
      'note: |\n  one\n\nb: 1\nignore:\n  unresolved: [x]\n',
    ],
    [
      'a block of text at the end',
      'note: |\n  one\n',
      'note: |\n  one\nignore:\n  unresolved: [x]\n',
    ],
    ['a list elsewhere', 'a: [1,\n  2]\n', 'a: [1,\n  2]\nignore:\n  unresolved: [x]\n'],
  ];
  for (const [name, before, wanted] of cases)
    it(`adds to ${name}`, () => assert.equal(putting(before, path, ['x']), wanted));

  it('keeps to the line ends it is given', () => {
    assert.equal(
      putting('a: 1\r\n', path, ['x'], '\r\n'),
      'a: 1\r\nignore:\r\n  unresolved: [x]\r\n',
    );
  });

  it('quotes what is not plain', () => {
    assert.equal(
      putting('', ['ignore'], {
        'no-id': ['a, b', 'c: "d"', '#e', ' f', '両国', 'g’s (h)'],
      }),
      'ignore:\n  no-id: ["a, b", "c: \\"d\\"", "#e", " f", 両国, g’s (h)]\n',
    );
  });

  it('replaces a value that is no list', () => {
    assert.equal(putting('sha256: "a" # c\nb: 1\n', ['sha256'], 'f0'), 'sha256: f0 # c\nb: 1\n');
    assert.equal(putting('sha256:\n', ['sha256'], 'f0'), 'sha256: f0\n');
  });

  it('refuses what it cannot do exactly', () => {
    assert.equal(putting('just words\n', path, ['x']), undefined);
    assert.equal(putting('ignore: all\n', path, ['x']), undefined);
    assert.equal(putting('- ignore\n', path, ['x']), undefined);
    assert.equal(putting('a: &n [y]\nignore: { unresolved: *n }\n', path, ['x']), undefined);
    assert.equal(putting('? a\n: b\n', path, ['x']), undefined);
  });

  it('says what it said and the new data, for any words', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((one) => one.replace(/\s+/g, ' '));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), word, (words, more) => {
        const first = putting('title: Talks\n', path, words);
        if (first === undefined) return;
        const second = putting(first, path, [more]);
        if (second === undefined) return;
        const { value } = readYaml(second, 0);
        const table = value?.type === 'table' ? value.entries[1]?.value : undefined;
        const list = table?.type === 'table' ? table.entries[0]?.value : undefined;
        const items = list?.type === 'list' ? list.items : [];
        assert.deepEqual(
          items.map((item) => (item.type === 'scalar' ? item.text : item.type)),
          [...words, more],
        );
      }),
    );
  });
});
