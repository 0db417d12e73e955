import { describe, it } from 'mocha';
import { checkFix, checkRule } from '../../../test/support/check.ts';
import { gluedSign } from './glued-sign.ts';

describe('glued-sign', () => {
  it('marks the sign', () => {
    checkRule(
      gluedSign,
      `
      Agreed![will act]{.event} See![it](#a) x^[t]{.target} y^[t](#a) z^[t]{1} \\![a]{.event} ![b]
            ^ a picture
                                   ^ a picture
                                              ^ makes a note
                                                             ^ makes a note
      `,
    );
  });

  it('puts a backslash before it', () => {
    checkFix(gluedSign, 'はい\\\\![協力]{.event}', 'はい\\\\\\![協力]{.event}');
    checkFix(gluedSign, 'x^[t]{.target}', 'x\\^[t]{.target}', { changesSource: true });
    checkFix(gluedSign, 'x^[t](a#b)', 'x\\^[t](a#b)', { changesSource: true });
  });

  it('keeps a note with braces of the source behind it', () => {
    checkFix(gluedSign, 'x^[t]{.target}', 'x^[t]\\{.target}', {
      title: 'Keep the note, and the braces as words of the source',
    });
  });
});
