import { describe, it } from 'mocha';
import { checkFix, checkRule } from '../../../test/support/check.ts';
import { wrongQuotes } from './wrong-quotes.ts';

describe('wrong-quotes', () => {
  it('marks the value with its quotes', () => {
    checkRule(
      wrongQuotes,
      `
      [go]{.commitment by=“japan australia” if='as able' due=2031” to="“x”"}
                          ^^^^^^^^^^^^^^^^^ “japan australia”
                                               ^^^^^^^^^
                                                             ^^^^^
      `,
    );
  });

  it('writes straight quotes', () => {
    checkFix(wrongQuotes, '[go]{by=„japan\r\naustralia“}', '[go]{by="japan\r\naustralia"}');
    checkFix(wrongQuotes, "[go]{if='as \\x'}", '[go]{if="as \\\\x"}');
    checkFix(wrongQuotes, '[go]{if=‘say "x"’}', '[go]{if="say \\"x\\""}');
    checkFix(wrongQuotes, '[go]{due=2031”}', '[go]{due="2031"}');
  });
});
