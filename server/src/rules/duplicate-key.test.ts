import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkRule, relatedOf } from '../../../test/support/check.ts';
import { root } from '../../../test/support/fixture.ts';
import { duplicateKey } from './duplicate-key.ts';

describe('duplicate-key', () => {
  it('marks all but the first', () => {
    checkRule(
      duplicateKey,
      `
      //- a/talks.readout.md
      One.
      //- b/talks.readout
      Two.
      ^^^^ has the key “talks” too: ../a/talks.readout.md
      //- talks.readout.md
      Three.
      ^^^^^^ a/talks.readout.md
      //- other.readout.md
      Four.
      `,
    );
  });

  it('takes keys that differ by capitals only for the same', () => {
    checkRule(
      duplicateKey,
      `
      //- Talks.readout.md
      One.
      //- talks.readout.md
      ---
      ^^^ differs by capitals only
      date: 2031-01-01
      ---

      Two.
      `,
    );
  });

  it('relates to the start of the first, which no typing moves', () => {
    const text = '//- a/x.readout.md\nOne.\n//- x.readout.md\nTwo.\n';
    assert.deepEqual(relatedOf(duplicateKey, text), [
      { uri: `${root}a/x.readout.md`, from: 0, to: 0, message: 'The other document.' },
    ]);
  });

  it('says nothing of names that are no keys', () => {
    checkRule(duplicateKey, '//- a/x y.readout.md\nOne.\n//- b/x y.readout.md\nTwo.\n');
  });
});
