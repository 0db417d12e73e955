import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkFix, checkRule, fixesOf, fixTitles } from '../../../test/support/check.ts';
import { badId } from './bad-id.ts';

describe('bad-id', () => {
  it('marks ids of marks and of links', () => {
    checkRule(
      badId,
      `
      [Port]{#port.east .place}, [首都](#首都), [up](#) and [x](port#2x).
             ^^^^^^^^^^ “#port.east” is no id
                                      ^^^
                                                 ^ names nothing
      `,
    );
  });

  it('makes an id of the bad one and takes the links along', () => {
    checkFix(
      badId,
      `
      See [it](#2031-plan). [The plan]{#2031-plan .instrument} was
      [adopted]{.event cites="x#2031-plan #2031-plan"} as [plan]{#plan-2031 .instrument}.
      `,
      `
      See [it](#plan-2031-2). [The plan]{#plan-2031-2 .instrument} was
      [adopted]{.event cites="x#2031-plan #plan-2031-2"} as [plan]{#plan-2031 .instrument}.
      `,
    );
  });

  it('takes the words of the mark where the bad id has no letter of use', () => {
    checkFix(badId, '[Orla 港]{#港 .place}', '[Orla 港]{#orla .place}');
    checkFix(badId, '[港]{#港 .place} [a]{#m1 .place}', '[港]{#m2 .place} [a]{#m1 .place}');
  });

  it('gives two marks of one bad id two ids; links go to the first', () => {
    const text = '[a]{#1 .place} [b]{#1 .place} [c](#1)';
    checkFix(badId, text, '[a]{#a .place} [b]{#1 .place} [c](#a)');
  });

  it('goes with the sound id that a mark has already', () => {
    checkFix(badId, '[a]{#2x #a .place} [b](#2x)', '[a]{#a .place} [b](#a)');
  });

  it('names what a link may have meant', () => {
    const links = '[the plan](#2031-plan) [Plan]{#plan-2031 .instrument}';
    checkFix(badId, links, '[the plan](#plan-2031) [Plan]{#plan-2031 .instrument}');
    checkFix(badId, '[港](#orla!) [Orla]{#orla .place}', '[港](#orla) [Orla]{#orla .place}');
    assert.equal(fixesOf(badId, links)[0]?.preferred, true);
  });

  it('does not choose where nothing is near', () => {
    assert.deepEqual(fixTitles(badId, '[the way](#2x)'), [
      'Write “#way”',
      'Make these signs words of the source',
    ]);
    assert.equal(fixesOf(badId, '[the way](#2x)')[0]?.preferred, undefined);
    assert.deepEqual(fixTitles(badId, '[上](#)'), ['Make these signs words of the source']);
    checkFix(badId, '[上](#)', '\\[上\\](#)', { changesSource: true });
  });
});
