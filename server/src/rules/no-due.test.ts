import { describe, it } from 'mocha';
import { checkRule } from '../../../test/support/check.ts';
import { noDue } from './no-due.ts';

describe('no-due', () => {
  it('marks commitments without a time', () => {
    checkRule(
      noDue,
      `
      [go]{.commitment} [go]{.commitment due=2031} [go [soon]{.deadline}]{.commitment} [soon]{.deadline}
       ^^ No time
      `,
    );
  });

  it('counts a time in a fragment', () => {
    checkRule(noDue, '[go]{#g .commitment}\n\n[by [May]{.deadline}]{continues=g}');
    checkRule(
      noDue,
      `
      [go]{#g .commitment}
       ^^
      [by]{continues=g} [May]{.deadline}
      `,
    );
  });
});
