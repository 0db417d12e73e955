import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkCompletion } from '../../../../test/support/check.ts';
import { daysNamedIn } from './named-days.ts';

const cases: readonly (readonly [string, ...string[]])[] = [
  ['will open the line by the end of 2033', '2033'],
  ['will report by the end of March\n2031', '2031-03'],
  ['by 3 April 2032 and not later than April 5th, 2033', '2032-04-03', '2033-04-05'],
  ['2032年3月までに、また2033年末及び2034年4月5日に', '2032-03', '2033', '2034-04-05'],
  ['２０３３年度', '2033'],
  ['on 31 February 2031, in May, in 123456, for 2500 tonnes'],
];

describe('days named in words', () => {
  for (const [words, ...days] of cases) {
    it(`are ${days.join(', ') || 'none'} in “${words}”`, () => {
      assert.deepEqual(daysNamedIn(words), days);
    });
  }

  it('are offered first as the due of a mark that names them', () => {
    const at = (value: string) =>
      `They [will open the line [by the end of March 2031]{.deadline}]{.commitment due=${value}}`;
    checkCompletion(at('$0'), '2031-03', 'open');
    checkCompletion(at('20$0'), '2031-03');
    checkCompletion(at('o$0'), 'open');
  });
});
