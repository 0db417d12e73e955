import { describe, it } from 'mocha';
import { checkFix, checkRule } from '../../../test/support/check.ts';
import { gapBeforeAttributes } from './gap-before-attributes.ts';

describe('gap-before-attributes', () => {
  it('marks the braces behind blanks and tabs', () => {
    checkRule(
      gapBeforeAttributes,
      `
      [dock] {#a .place} [港]\t {.place} [x] {see annex} [y] \\{.place} [z]　{.place}
             ^^^^^^^^^^^ “{#a .place}”
                              ^^^^^^^^
      `,
    );
    checkRule(gapBeforeAttributes, '[dock]\r\n{.place}');
  });

  it('closes the blank up, or keeps the braces', () => {
    checkFix(gapBeforeAttributes, '[dock] \t{.place}{.event}', '[dock]{.place}\\{.event}', {
      changesSource: true,
    });
    checkFix(gapBeforeAttributes, '[dock] {.place}', '[dock] \\{.place}', {
      title: 'Keep the braces as words of the source',
    });
  });
});
