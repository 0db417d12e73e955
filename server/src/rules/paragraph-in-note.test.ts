import { describe, it } from 'mocha';
import { checkRule } from '../../../test/support/check.ts';
import { paragraphInNote } from './paragraph-in-note.ts';

describe('paragraph-in-note', () => {
  it('marks the signs that begin the note', () => {
    checkRule(
      paragraphInNote,
      `
      They met.^[In [Orla]{.place}
               ^^ blank line

      and elsewhere] They signed.
      `,
    );
    checkRule(
      paragraphInNote,
      `
      両国は^[注\r
         ^^
      　\r
      \t\r
      続く]協力する。
      `,
    );
  });

  it('says nothing of a note that is never closed', () => {
    checkRule(paragraphInNote, 'They met.^[In Orla\n\nand [elsewhere].');
  });
});
