import assert from 'node:assert/strict';
import { once } from './once.ts';

describe('what answers become for the client', () => {
  it('is made once for each answer, and anew for an equal one', () => {
    const shown = once<readonly number[], string>();
    let made = 0;
    const convert = () => `${++made}`;
    const answer = [1];
    assert.equal(shown(answer, convert), '1');
    assert.equal(shown(answer, convert), '1');
    assert.equal(shown([1], convert), '2');
  });
});
