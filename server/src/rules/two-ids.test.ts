import { describe, it } from 'mocha';
import { checkRule } from '../../../test/support/check.ts';
import { twoIds } from './two-ids.ts';

describe('two-ids', () => {
  it('marks every id after the first sound one', () => {
    checkRule(
      twoIds,
      `
      [Port]{#a #b .place #c} and [港]{#2x #d}
                ^^ only “#a” counts
                          ^^
      `,
    );
  });
});
