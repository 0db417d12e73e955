import { describe, it } from 'mocha';
import { checkFix, checkRule } from '../../../test/support/check.ts';
import { spaceAroundEquals } from './space-around-equals.ts';

describe('space-around-equals', () => {
  it('marks key and value', () => {
    checkRule(
      spaceAroundEquals,
      `
      [go]{.commitment due = 2031} [x]{by= “a b” to =x} [y]{by= #y}
                       ^^^^^^^^^^ blank stands beside “=”
                                       ^^^^^^^^^
                                                 ^^^^^
      `,
    );
  });

  it('closes the blanks up and quotes what has to be quoted', () => {
    checkFix(spaceAroundEquals, '[go]{due \r\n = 2031 #a}', '[go]{due=2031 #a}');
    checkFix(spaceAroundEquals, '[go]{by= “a b”}', '[go]{by="a b"}');
    checkFix(spaceAroundEquals, '[go]{by = "a \\" b"}', '[go]{by="a \\" b"}');
  });

  it('takes the target of a relation for its value, and a key without a value out', () => {
    checkFix(spaceAroundEquals, '[go]{cites = #x .event}', '[go]{cites="#x" .event}');
    checkFix(spaceAroundEquals, '[go]{due = #x .event}', '[go]{#x .event}');
  });
});
