import assert from 'node:assert/strict';
import { contributes } from '../../../package.json';
import {
  defaults,
  flag,
  oneOf,
  readSettings,
  type Setting,
  settings,
  valueAt,
} from './settings.ts';

const read = (section: unknown) => {
  const complaints: string[] = [];
  return { ...readSettings(section, (one) => complaints.push(one)), complaints };
};

describe('settings', () => {
  it('take what is set and the default of what is not', () => {
    assert.deepEqual(read({ asOf: '2031-05-18' }), {
      ...defaults,
      asOf: '2031-05-18',
      complaints: [],
    });
    for (const nothing of [undefined, null, 7, 'x', [], { asOf: null }]) {
      assert.deepEqual(read(nothing), { ...defaults, complaints: [] });
    }
  });

  it('say in a sentence what has a wrong type, and take the default', () => {
    assert.deepEqual(read({ asOf: '2031-02-30', closedFiles: false }), {
      ...defaults,
      complaints: [
        'The setting readout.asOf is "2031-02-30" and should be a day such as "2031-05-18", or empty for today. Readout takes nothing instead.',
        'The setting readout.closedFiles is false and should be "problems" or "all". Readout takes "problems" instead.',
      ],
    });
  });

  it('know flags and words', () => {
    assert.deepEqual([true, 'true', 1, null].map(flag(true).accepts), [true, false, false, false]);
    assert.deepEqual(['a', 'b', 'c', 0].map(oneOf('a', 'b').accepts), [true, true, false, false]);
  });

  it('stand under levels or under one name with dots', () => {
    assert.equal(valueAt({ a: { b: { c: 1 } } }, 'a.b.c'), 1);
    assert.equal(valueAt({ 'a.b': 2 }, 'a.b'), 2);
    assert.equal(valueAt({ a: { 'b.c': 3 } }, 'a.b.c'), 3);
    assert.equal(valueAt({ a: 4 }, 'a.b'), undefined);
    assert.equal(valueAt({}, 'constructor.name'), undefined);
  });

  it('are those of package.json, with the same defaults, folder by folder', () => {
    const declared = contributes.configuration.properties as Record<
      string,
      { default: unknown; scope: string }
    >;
    for (const [name, { fallback, accepts }] of Object.entries<Setting<unknown>>(settings)) {
      const there = declared[`readout.${name}`];
      assert.deepEqual([there?.default, there?.scope], [fallback, 'resource'], name);
      assert.ok(accepts(fallback), name);
    }
  });
});
