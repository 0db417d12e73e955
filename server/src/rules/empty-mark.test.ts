import { describe, it } from 'mocha';
import { checkRule } from '../../../test/support/check.ts';
import { emptyMark } from './empty-mark.ts';

describe('empty-mark', () => {
  it('marks the whole of what holds nothing but white space and notes', () => {
    checkRule(
      emptyMark,
      `
      They []{#m .event} met[　]{.place} at [^[x]](#a) and [ [] ]{.place} or [[a]{.place}]{.event}.
           ^^^^^^^^^^^^^ no words
                            ^^^^^^^^^^^
                                           ^^^^^^^^^^
      `,
    );
  });
});
