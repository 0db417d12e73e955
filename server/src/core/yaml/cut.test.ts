import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cutsIn, sayCut } from './cut.ts';
import { entriesOf, readYaml } from './yaml.ts';

const known = ['kind', 'name', 'aliases', 'see'];

/** What commas have cut in a text: the words of the whole value, its key, and what stands behind the comma. */
const cuts = (text: string) =>
  cutsIn(
    entriesOf(readYaml(text, 0).value),
    (key) => known.includes(key),
    (key) => key === 'aliases',
  ).map(({ from, to, key, words }) => [
    text.slice(from, to),
    key,
    text.slice(words.from, words.to),
    words.text,
  ]);

describe('values that commas have cut', () => {
  it('are found with all that stands behind the comma', () => {
    assert.deepEqual(cuts('{ kind: place, name: Port of Orla, Lights }'), [
      ['Port of Orla, Lights', 'name', 'Lights', 'Lights'],
    ]);
    assert.deepEqual(cuts('{name: Orla ,Port,  "Lights" , kind: place, see: a, b,}'), [
      ['Orla ,Port,  "Lights"', 'name', 'Port,  "Lights"', 'Port, Lights'],
      ['a, b', 'see', 'b', 'b'],
    ]);
    assert.deepEqual(cuts('{ name: Port\n  of Orla,\n  Lights }'), [
      ['Port\n  of Orla,\n  Lights', 'name', 'Lights', 'Lights'],
    ]);
  });

  for (const text of [
    '{ name: "Port of Orla, Lights" }',
    '{ name: "Port of Orla", Lights }',
    '{ name: Port of Orla, Lights: }',
    '{ name: Port of Orla, see }',
    '{ aliases: [Orla], Lights }',
    '{ Lights, name: Orla }',
    '{ name: , Lights }',
    '{ kind: &k place, name: *k , Lights }',
    'name: Port of Orla\n? Lights\n',
    'name: Port of Orla, Lights\n',
    '[Port of Orla, Lights]',
  ])
    it(`are none in ${JSON.stringify(text)}`, () => assert.deepEqual(cuts(text), []));

  it('are told in words', () => {
    const [name, aliases] = cutsIn(
      entriesOf(readYaml('{ name: Orla, Port, aliases: Tarn, Bay }', 0).value),
      (key) => known.includes(key),
      (key) => key === 'aliases',
    ).map(sayCut);
    assert.deepEqual(name, {
      what: 'Inside { } a comma ends a value, so “Port” behind it is no part of name and counts for nothing.',
      advice: 'Put the whole value in double quotes.',
    });
    assert.deepEqual(aliases, {
      what: 'Inside { } a comma ends a value, so “Bay” behind it is no part of aliases and counts for nothing.',
      advice: 'Write a list in brackets: [one, two]; or put the whole value in double quotes.',
    });
  });
});
