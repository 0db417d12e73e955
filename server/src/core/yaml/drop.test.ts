import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyEdits } from '../writing/edit.ts';
import { dropYaml } from './drop.ts';
import { readYaml } from './yaml.ts';

/** The text without the word `x` of `ignore: { unresolved: … }`. */
function dropping(text: string, path = ['ignore', 'unresolved']): string | undefined {
  const { value } = readYaml(text, 0);
  const at = text.indexOf('x');
  const item = at < 0 ? undefined : { from: at, to: at + 1 };
  const yaml = { text, inner: { from: 0, to: text.length }, value, lineEnd: '\n' };
  const edit = dropYaml(yaml, path, item);
  return edit && applyEdits(text, [edit]);
}

describe('dropYaml', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['the first of a list', 'ignore: { unresolved: [x, y] }\n', 'ignore: { unresolved: [y] }\n'],
    ['the last of a list', 'ignore: { unresolved: [y, x] }\n', 'ignore: { unresolved: [y] }\n'],
    ['a word in quotes', 'ignore: { unresolved: [y, "x"] }\n', 'ignore: { unresolved: [y] }\n'],
    ['the only one, with its key', 'ignore: { unresolved: [x], a: b }\n', 'ignore: { a: b }\n'],
    ['the only one behind others', 'ignore: { a: b, unresolved: x }\n', 'ignore: { a: b }\n'],
    ['the only one of all', 'a: b\nignore: { unresolved: [x] } # c\n', 'a: b\n'],
    ['the only one in lines', 'a: b\nignore:\n  unresolved:\n    - x\nc: d\n', 'a: b\nc: d\n'],
    [
      'a line of a list',
      'ignore:\n  unresolved:\n    - y\n    - x # c\nc: d\n',
      'ignore:\n  unresolved:\n    - y\nc: d\n',
    ],
    ['a line of a map', 'ignore:\r\n  unresolved: [x]\r\n  a: b\r\n', 'ignore:\r\n  a: b\r\n'],
    ['all there is', 'ignore: { unresolved: x }', ''],
    ['an empty list', 'a: b\nignore: { unresolved: [] }\n', 'a: b\n'],
    ['a key without a value', 'a: b\nignore: { unresolved }\n', 'a: b\n'],
  ];
  for (const [name, before, wanted] of cases)
    it(`takes out ${name}`, () => assert.equal(dropping(before), wanted));

  it('has nothing to take out where the key is not', () => {
    assert.equal(dropping('ignore: { a: [x] }\n'), undefined);
    assert.equal(dropping('x\n'), undefined);
    assert.equal(dropping(''), undefined);
  });

  it('refuses what it cannot do exactly', () => {
    assert.equal(dropping('a: &n [y, x]\nignore: { unresolved: *n }\n'), undefined);
    assert.equal(dropping('- ignore\n'), undefined);
  });
});
