import { describe, it } from 'mocha';
import { checkRule } from '../../../test/support/check.ts';
import { paragraphInReference } from './paragraph-in-reference.ts';

describe('paragraph-in-reference', () => {
  it('marks the bracket that closes', () => {
    checkRule(
      paragraphInReference,
      `
      As [agreed\r
      \r
      earlier](#spring), and [so](#on).\r
             ^ blank line
      `,
    );
  });

  it('says nothing where the target names another document: that is source', () => {
    checkRule(paragraphInReference, 'As [agreed\n\nearlier](spring#a), yes.');
  });
});
