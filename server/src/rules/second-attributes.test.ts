import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkFix, checkRule, fixesOf } from '../../../test/support/check.ts';
import { secondAttributes } from './second-attributes.ts';

describe('second-attributes', () => {
  it('marks the first pair of braces that is too many', () => {
    checkRule(
      secondAttributes,
      `
      [dock]{#a .place}{.event}{.event} [港](#a){.place}{1} [it](#a){see annex}
                       ^^^^^^^^ complete without it
                                               ^^^^^^^^
      `,
    );
  });

  it('moves what they say into the braces of the mark', () => {
    checkFix(
      secondAttributes,
      '[dock]{#a .place}{ by="x y"\r\n}{due=2031} ends',
      '[dock]{#a .place by="x y" due=2031} ends',
      { changesSource: true },
    );
    checkFix(secondAttributes, '[dock]{}{.place}', '[dock]{.place}', { changesSource: true });
  });

  it('asks before it makes two kinds of it', () => {
    const [kind] = fixesOf(secondAttributes, '[dock]{.place}{.event}');
    const [key] = fixesOf(secondAttributes, '[dock]{.place}{due=2031}');
    assert.deepEqual([kind?.preferred, key?.preferred], [undefined, true]);
  });

  it('puts a mark round a link', () => {
    checkFix(secondAttributes, 'See![it](#a){.place}', 'See\\![[it](#a)]{.place}', {
      changesSource: true,
    });
  });

  it('keeps them as words', () => {
    checkFix(secondAttributes, '[dock](#a){.place}', '[dock](#a)\\{.place}', {
      title: 'Keep the braces as words of the source',
    });
  });
});
