import { describe, it } from 'mocha';
import { checkRule } from '../../../test/support/check.ts';
import { nestedInReference } from './nested-in-reference.ts';

describe('nested-in-reference', () => {
  it('marks the target of the outer one', () => {
    checkRule(
      nestedInReference,
      `
      See [the [old [base](#a)]{.place} text](other#x) and [[the base](#a)] [so^[[on](#a)]](#a).
                                             ^^^^^^^^^ “other#x”
      `,
    );
  });
});
