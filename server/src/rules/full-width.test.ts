import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkFix, checkRule, fixTitles } from '../../../test/support/check.ts';
import { fullWidth } from './full-width.ts';

describe('full-width', () => {
  it('marks the braces where they read as attributes', () => {
    checkRule(
      fullWidth,
      `
      ［港］｛#p .place｝と[首都]｛.place｝で［注］｛下線｝
         ^^^^^^^^^^^ full-width signs
                         ^^^^^^^^
      `,
    );
  });

  it('marks them where the signs in them are wide as well, and no brackets of the source', () => {
    checkRule(
      fullWidth,
      `
      ［港］｛．ｐｌａｃｅ｝と［都］｛＃ｐ　．place｝で［注］｛＃１｝［注］｛仮訳．第一｝
         ^^^^^^^^
                     ^^^^^^^^^^^
      `,
    );
    checkFix(fullWidth, '［港］｛＃ｐ　．ｐｌａｃｅ｝', '[港]{#p .place}', { changesSource: true });
  });

  it('writes narrow signs, inside too', () => {
    checkFix(
      fullWidth,
      '［港］｛#p　．place ｂｙ＝japan .x｝{.y}',
      '[港]{#p .place by=japan .x}\\{.y}',
      {
        changesSource: true,
      },
    );
    checkFix(fullWidth, '協力[［1］港]｛.place}\r\n', '協力[［1］港]{.place}\r\n', {
      changesSource: true,
    });
    checkFix(fullWidth, 'x!［港\\］｛.place｝', 'x\\![港\\\\]{.place}', { changesSource: true });
    checkFix(fullWidth, '[^［港］｛.event｝]{.place}', '[\\^[港]{.event}]{.place}', {
      changesSource: true,
    });
    checkFix(fullWidth, '[a [港］｛.place｝', '[a [港]{.place}', { changesSource: true });
  });

  it('does not cross other brackets', () => {
    for (const text of [
      '[a ［b]{.place} c］｛.place｝',
      '［a] b］｛.place｝',
      'a］｛.place｝',
      '［a [b］｛.place｝',
      '[a]｛if="as .place }',
    ]) {
      assert.deepEqual(fixTitles(fullWidth, text), [], text);
    }
  });
});
