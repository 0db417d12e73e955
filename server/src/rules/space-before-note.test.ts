import { describe, it } from 'mocha';
import { checkFix, checkRule } from '../../../test/support/check.ts';
import { spaceBeforeNote } from './space-before-note.ts';

describe('space-before-note', () => {
  it('marks the blanks, but not those at the start of a line', () => {
    checkRule(
      spaceBeforeNote,
      `
      They met ^[so].\r
              ^ stays in the source
        ^[first]Then \t^[again], 協力　^[注]
                    ^^
      `,
    );
  });

  it('moves the note before the blank: the source stays', () => {
    checkFix(spaceBeforeNote, 'They met  ^[see [x](#a)]. Then', 'They met^[see [x](#a)]  . Then');
    checkFix(spaceBeforeNote, 'C:\\ ^[so]', 'C:\\\\^[so] ');
  });

  it('takes the blank out', () => {
    checkFix(spaceBeforeNote, 'They met ^[so].', 'They met^[so].', {
      title: 'Take the blank out',
      changesSource: true,
    });
  });
});
