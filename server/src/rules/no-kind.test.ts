import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkFix, checkRule, fixTitles } from '../../../test/support/check.ts';
import { noKind } from './no-kind.ts';

describe('no-kind', () => {
  it('marks the braces of a mark without a kind', () => {
    checkRule(
      noKind,
      `
      [Port]{#a} [Bay]{} [go]{ due=2031 } [sea]{.place} [x]{.plaice}
            ^^^^ no kind
                      ^^
                             ^^^^^^^^^^^^
      `,
    );
  });

  it('is silent where that is told otherwise', () => {
    checkRule(
      noKind,
      '[Port]{#a place} [x]{continues=none} [y]{continues=a due=2031} [z]{continues=}',
    );
    checkRule(
      noKind,
      `
      [Port]{#a plaice} [Bay]{place} [Bay]{#b}
            ^^^^^^^^^^^
                                          ^^^^
      `,
    );
  });

  it('writes a kind', () => {
    const kind = { title: 'Write “.place”' };
    checkFix(noKind, '[Port]{#a}', '[Port]{#a .place}', kind);
    checkFix(noKind, '[Port]{}', '[Port]{.place}', kind);
    checkFix(noKind, '[Port]{ }', '[Port]{.place }', kind);
    checkFix(noKind, '[Port]{due=2031}', '[Port]{.place due=2031}', kind);
    checkFix(noKind, '[Port]{ due=2031 }', '[Port]{.place due=2031 }', kind);
    assert.equal(fixTitles(noKind, '[Port]{#a}')[0], 'Write “.commitment”');
  });

  it('offers to keep braces of the source', () => {
    checkFix(noKind, 'shall [may]{ins. 2031} apply', 'shall \\[may\\]{ins. 2031} apply', {
      title: 'Keep these signs as words of the source',
      changesSource: true,
    });
    assert.ok(!fixTitles(noKind, '[may]{#a}').includes('Keep these signs as words of the source'));
  });
});
