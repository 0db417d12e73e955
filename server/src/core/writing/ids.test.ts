import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { isId } from '../reading/items.ts';
import { idFrom, idsBeside } from './ids.ts';

describe('idFrom', () => {
  const id = (words: string, ...taken: string[]) => idFrom(words, new Set(taken));

  it('keeps up to four telling words', () => {
    assert.equal(id('will reopen the northern bridge'), 'reopen-northern-bridge');
    assert.equal(id('one of two or three or four or five'), 'one-two-three-four');
    assert.equal(id("Ardenia's U. S. harbours"), 'ardenia-us-harbours');
  });

  it('keeps the words as they are where none of them tells anything', () => {
    assert.equal(id('they will'), 'they-will');
    assert.equal(id('of 2031'), 'of-2031');
  });

  it('turns letters with signs into plain ones', () => {
    assert.equal(id('Málaga, Łódź and Ærø'), 'malaga-lodz-aero');
  });

  it('begins with a letter: numbers go to the end', () => {
    assert.equal(id('2031-plan'), 'plan-2031');
  });

  it('counts where no ASCII letter is left', () => {
    assert.equal(id('協力を強化する'), 'm1');
    assert.equal(id('2031', 'm1', 'm2'), 'm3');
    assert.equal(id(''), 'm1');
  });

  it('is none of those taken', () => {
    assert.equal(id('the bridge', 'bridge', 'bridge-2'), 'bridge-3');
  });

  it('makes many beside each other, each as if it were made alone', () => {
    const make = idsBeside(new Set(['bridge-2', 'm1']));
    const words = [
      'the bridge',
      'the bridge',
      '協力',
      'the bridge',
      '港',
      'bridge 4',
      'the bridge',
    ];
    const ids = ['bridge', 'bridge-3', 'm2', 'bridge-4', 'm3', 'bridge-4-2', 'bridge-5'];
    assert.deepEqual(words.map(make), ids);
  });

  it('is a sound, free id for any words', () => {
    const words = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(words, fc.array(fc.constantFrom('a', 'm1', 'x')), (text, used) => {
        const taken = new Set<string>(used);
        const first = idFrom(text, taken);
        const second = idFrom(text, new Set([...taken, first]));
        return isId(first) && !taken.has(first) && isId(second) && second !== first;
      }),
    );
  });
});
