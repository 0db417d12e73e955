import { describe, it } from 'mocha';
import { checkRule } from '../../../test/support/check.ts';
import { selfRelation } from './self-relation.ts';

describe('self-relation', () => {
  it('marks a relation to the mark it stands on, however it is spelt', () => {
    checkRule(
      selfRelation,
      `
      [x]{#x .commitment cites="#x #y" parallels="a#x"} [y]{#y .commitment cites="#x b#y"}
                                ^^ “cites” leads from this mark to itself
                                                  ^^^
      `,
    );
  });

  it('marks a version-of its own document', () => {
    checkRule(
      selfRelation,
      `
      ---
      version-of: a
                  ^ a version of itself
      ---

      Text.
      `,
    );
  });

  it('lets a reference lead to the mark it stands in', () => {
    checkRule(
      selfRelation,
      '[x [here](#x) and [there](a#)]{#x .commitment} [y]{.place cites="a#"}',
    );
  });

  it('takes the second of equal ids for another mark', () => {
    checkRule(selfRelation, '[x]{#x .place} [y]{#x .place cites="#x"}');
  });
});
