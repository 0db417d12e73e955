import { describe, it } from 'mocha';
import { checkFix, checkRule } from '../../../test/support/check.ts';
import { noId } from './no-id.ts';

describe('no-id', () => {
  it('marks registered marks without an id', () => {
    checkRule(
      noId,
      `
      [go]{.commitment} [go]{#a .commitment} [Port]{.place} [so]{.position} [more]{continues=a}
           ^^^^^^^^^^^ commitment has no id
                                                                 ^^^^^^^^^
      `,
    );
  });

  it('makes one of the words', () => {
    const text = 'They [will reopen the bridge]{ .commitment} and [x]{#reopen-bridge .place}.';
    checkFix(noId, text, text.replace('.commitment', '#reopen-bridge-2 .commitment'));
  });
});
