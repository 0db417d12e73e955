import assert from 'node:assert/strict';
import { gathering } from './gather.ts';

describe('gathering', () => {
  /** A gathering whose moment comes when it is told to. */
  function gathered() {
    const taken: string[][] = [];
    const waiting = new Set<() => void>();
    const gather = gathering<string>(
      (all) => void taken.push([...all]),
      (work) => {
        waiting.add(work);
        return () => void waiting.delete(work);
      },
    );
    const moment = () => {
      for (const work of waiting) {
        waiting.delete(work);
        work();
      }
    };
    return { gather, taken, moment, waiting };
  }

  it('takes a burst once, each of it once', () => {
    const { gather, taken, moment } = gathered();
    for (const some of [['a', 'b'], ['b', 'c'], []]) gather(some);
    assert.deepEqual(taken, []);
    moment();
    assert.deepEqual(taken, [['a', 'b', 'c']]);
    gather(['a']);
    moment();
    assert.deepEqual(taken, [['a', 'b', 'c'], ['a']]);
  });

  it('is put off by what still comes, but not for ever', () => {
    const { gather, waiting } = gathered();
    const moments = new Set<() => void>();
    for (let i = 0; i < 100; i++) {
      gather([String(i)]);
      for (const work of waiting) moments.add(work);
    }
    assert.equal(moments.size, 20);
    assert.equal(waiting.size, 1);
  });
});
