import { describe, it } from 'mocha';
import { checkFix, checkRule } from '../../../test/support/check.ts';
import { twoKinds } from './two-kinds.ts';

describe('two-kinds', () => {
  it('marks every kind after the first, known or not', () => {
    checkRule(
      twoKinds,
      `
      [Port]{#a .place .event due=2031 .Port} and [港]{.place}
                       ^^^^^^ “.event”
                                       ^^^^^
      `,
    );
  });

  const text = '[Port]{ .place\r\n .event #a }';

  it('keeps the first or the second', () => {
    checkFix(twoKinds, text, '[Port]{ .place #a }', { title: 'Keep “.place”' });
    checkFix(twoKinds, text, '[Port]{ .event #a }', { title: 'Keep “.event”' });
  });
});
