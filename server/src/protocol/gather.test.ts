import assert from 'node:assert/strict';
import { gathering } from './gather.ts';

describe('gathering', () => {
  /** A gathering whose moments pass when they are told to. */
  function gathered() {
    const taken: string[][] = [];
    const waiting: (() => void)[] = [];
    const gather = gathering<string>(
      (all) => void taken.push([...all]),
      (work) => void waiting.push(work),
    );
    return { gather, taken, moment: () => waiting.shift()?.() };
  }

  it('takes a burst once, each of it once', () => {
    const { gather, taken, moment } = gathered();
    for (const some of [['a', 'b'], ['b', 'c'], []]) gather(some);
    moment();
    assert.deepEqual(taken, []);
    moment();
    assert.deepEqual(taken, [['a', 'b', 'c']]);
    gather(['a']);
    moment();
    assert.deepEqual(taken, [['a', 'b', 'c'], ['a']]);
    moment();
    assert.equal(taken.length, 2);
  });

  it('goes on while something comes in each moment, but not for ever', () => {
    const { gather, taken, moment } = gathered();
    for (let i = 0; i < 100; i++) {
      for (const half of ['a', 'b']) gather([`${half}${i}`]);
      moment();
    }
    assert.deepEqual(
      taken.map(({ length }) => length),
      [66, 66, 66],
    );
  });
});
