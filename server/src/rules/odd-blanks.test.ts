import { describe, it } from 'mocha';
import { checkFix, checkRule } from '../../../test/support/check.ts';
import { badId } from './bad-id.ts';
import { badValue } from './bad-value.ts';
import { strayWord } from './stray-word.ts';
import { unknownKind } from './unknown-kind.ts';

// A no-break blank is written with Option and the space bar, a wide one with a Japanese keyboard.
const noBreak = '\u00a0';
const wide = '\u3000';

describe('blanks that set no items apart', () => {
  it('are told of, whatever they make of the items beside them', () => {
    checkRule(
      unknownKind,
      `
      They [will sail]{.commitment${noBreak}#sail}.
                       ^^^^^^^^^^^^^^^^^ “commitment #sail” holds a no-break or wide blank.
      `,
    );
    checkRule(
      badId,
      `
      [港]{#port${wide}.place}へ[行く](#a${wide}b)
          ^^^^^^^^^^^^ “#port .place” holds a no-break or wide blank.
                             ^^^^ “#a b” is no id.
      `,
    );
    checkRule(
      strayWord,
      `
      [Port]{${noBreak}.place}
             ^^^^^^^ Write a plain blank in its place.
      `,
    );
    checkRule(
      badValue,
      `
      [go]{.commitment due=2031${noBreak}if=able} and [stay]{.commitment due=2031${wide}#stay} [so]{.commitment due="2031${noBreak}on"}
                           ^^^^^^^^^^^^ holds a no-break or wide blank.
                                                                    ^^^^^^^^^^ holds a no-break or wide blank.
                                                                                                      ^^^^^^^ is no time
      `,
    );
  });

  it('become plain ones, and no item is lost', () => {
    checkFix(unknownKind, `[go]{.event${noBreak}#go by=orla}`, '[go]{.event #go by=orla}');
    checkFix(unknownKind, `[go]{.event${wide}}`, '[go]{.event }');
    checkFix(badId, `[go]{#go${wide}.event}`, '[go]{#go .event}');
    checkFix(strayWord, `[go]{${noBreak}.event${noBreak}#go}`, '[go]{ .event #go}');
    checkFix(badValue, `[go]{.event due=2031${noBreak}if=able}`, '[go]{.event due=2031 if=able}');
    checkFix(badValue, `[go]{.event cites="#a${wide}#b"}`, '[go]{.event cites="#a #b"}');
  });
});
