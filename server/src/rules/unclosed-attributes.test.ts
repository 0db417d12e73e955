import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkFix, checkRule, fixTitles } from '../../../test/support/check.ts';
import { unclosedAttributes } from './unclosed-attributes.ts';

describe('unclosed-attributes', () => {
  it('marks the brace', () => {
    checkRule(
      unclosedAttributes,
      `
      They [will meet]{#m .commitment and part.
                      ^ not closed

      }

      両国は[協力]{.concept[強化]{.concept}する。
             ^
      `,
    );
  });

  it('says nothing where the source has an escaped bracket', () => {
    checkRule(unclosedAttributes, 'for x in \\[0, 1\\]{x > 0\r\n');
  });

  it('closes behind the last attribute, before a comma or full stop', () => {
    checkFix(
      unclosedAttributes,
      'They [will meet]{#m .commitment by=japan. Then',
      'They [will meet]{#m .commitment by=japan}. Then',
      { changesSource: true },
    );
    checkFix(
      unclosedAttributes,
      '[will meet]{if="as } able" due=2031,\r\nand part',
      '[will meet]{if="as } able" due=2031},\r\nand part',
      { changesSource: true },
    );
  });

  it('keeps both brackets as words, without a question where nothing reads as an attribute', () => {
    checkFix(unclosedAttributes, 'the [[0, 1]{x > 0 holds', 'the [\\[0, 1\\]{x > 0 holds');
    assert.deepEqual(fixTitles(unclosedAttributes, '[a]{.place b'), [
      'Close the attributes after “.place”',
      'Keep these signs as words of the source',
    ]);
  });

  it('only keeps where there is no opening bracket', () => {
    checkFix(unclosedAttributes, 'a]{.place b', 'a\\]{.place b');
  });
});
