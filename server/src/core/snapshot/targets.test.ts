import assert from 'node:assert/strict';
import { parse } from '../reading/parse.ts';
import { isRelation, readTarget, targetsOf, valueWords } from './targets.ts';

const attributeOf = (text: string) => {
  const attribute = parse(text).marks[0]?.attributes[0];
  assert.ok(attribute);
  return { attribute, text };
};

describe('targets', () => {
  it('are the words of a value, each at its place', () => {
    const { attribute, text } = attributeOf('[x]{cites="  #a\tkey#b\n c# "}');
    const words = valueWords(attribute);
    assert.deepEqual(
      words.map((word) => [word.text, text.slice(word.from, word.to)]),
      ['#a', 'key#b', 'c#'].map((word) => [word, word]),
    );
    assert.deepEqual(valueWords(attributeOf('[x]{by=" "}').attribute), []);
  });

  it('are read as id, key and id, or key', () => {
    const read = (text: string) => {
      const target = readTarget({ from: 5, to: 5 + text.length, text });
      return target && [target.key, target.id, target.to];
    };
    assert.deepEqual(read('#a'), ['', 'a', 7]);
    assert.deepEqual(read('key#a'), ['key', 'a', 10]);
    assert.deepEqual(read('2031.a#'), ['2031.a', '', 12]);
    assert.deepEqual(read('#'), ['', '', 6]);
    for (const none of ['a', '', 'a#b#c', '-a#b', 'a b#c'])
      assert.equal(read(none), undefined, none);
  });

  it('leave out the words of a relation that are none', () => {
    const { attribute } = attributeOf('[x]{cites="#a b k#"}');
    assert.deepEqual(
      targetsOf(attribute).map(({ key, id }) => `${key}#${id}`),
      ['#a', 'k#'],
    );
  });

  it('stand in relations, which are all attributes that are not built in', () => {
    for (const key of ['by', 'says', 'to', 'verb', 'due', 'if', 'score', 'continues']) {
      assert.ok(!isRelation(attributeOf(`[x]{${key}=y}`).attribute), key);
    }
    assert.ok(isRelation(attributeOf('[x]{cites="#a"}').attribute));
    assert.ok(isRelation(attributeOf('[x]{invented="#a"}').attribute));
  });
});
